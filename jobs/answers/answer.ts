import { readLimit } from '../../src/domain/intake/intake.ts';
import { bookId } from '../../src/domain/organ/organ.ts';
import { readMeetingWish } from '../../src/domain/meeting/calling/wish-in-words.ts';
import { understand } from '../../src/domain/words.ts';
import { answerAsk } from './answer-asks.ts';
import { answerFile, answerForward } from './answer-files.ts';
import { answerLead, takeBack, watchGroup } from './answer-leads.ts';
import { answerMeetingWish } from './answer-meeting.ts';
import { sayTo } from '../say.ts';
import type { Deps, InboxJob, Received } from '../define.ts';
import { noticeLoss } from '../meeting/groups.ts';
import { preserve } from './preserve.ts';
import { textOf } from './text-of.ts';
import { system } from '../tell.ts';
import { followTask } from '../meeting/meeting-tasks.ts';
import { waitingFor } from '../cards/waiting.ts';

/** The reaction that means 保留证据: a pin, which nobody sets in passing. */
const preservingEmoji = 'Pin';
const silence = 90 * 86_400_000;

/** Answers one received message, menu tap or chat entry. Safe to repeat: every send carries an id made from the message's. */
export const answer: InboxJob = {
  name: 'answer',
  async run(received, deps) {
    if (received.what !== 'recalled' && received.what !== 'group-lost') await deps.store.isThere(received.openId, deps.now());
    switch (received.what) {
      case 'entered':
        return greet(received, deps);
      case 'menu':
        return answerAsk({ ask: received.type, arg: received.content }, received, deps);
      case 'recalled':
        return takeBack(received, deps);
      case 'group-lost':
        return noticeLoss(received, deps);
      case 'resigned':
        return dismiss(received, deps);
      case 'task':
        return followTask(received, deps);
      // That he is there, above, is all that a read message tells.
      case 'read':
        return undefined;
      case 'reaction':
        return received.type === preservingEmoji ? preserve(received, '', deps) : undefined;
      case 'message':
        if (received.chatType === 'p2p' || received.mentioned) return answerMessage(received, deps);
        return ['text', 'post'].includes(received.type) ? overheard(received, deps) : undefined;
    }
  },
};

// Whoever left the tenant can no longer be written to: his work must find an owner at once.
async function dismiss({ id, openId }: Received, deps: Deps): Promise<void> {
  const organ = deps.directory.people.get(openId)?.organ;
  if (organ) await deps.handle(system({ kind: 'organ', id: bookId(organ), act: 'leave', input: { person: openId, why: '飞书账号已离职' }, cause: id }));
}

// In a group that the bot hears without being addressed, a reply 「保留证据」 is the one wish that it follows.
async function overheard(received: Received, deps: Deps): Promise<void> {
  const wish = received.parent ? understand(textOf(received)) : undefined;
  return wish && 'ask' in wish && wish.ask === 'preserve' ? preserve(received, '', deps) : watchGroup(received, textOf(received), deps);
}

async function answerMessage(received: Received, deps: Deps): Promise<void> {
  switch (received.type) {
    case 'text':
    case 'post':
      return answerText(received, deps);
    case 'image':
    case 'file':
    case 'audio':
    case 'media':
      return answerFile(received, deps);
    case 'merge_forward':
      return answerForward(received, deps);
    default:
      return sayTo(received, '我看得懂文字、图片和文件。说「帮助」看我能做什么。', deps);
  }
}

async function answerText(received: Received, deps: Deps): Promise<void> {
  const text = textOf(received);
  if (text === '') return greet(received, deps, true);
  const wish = text.length <= 60 ? understand(text) : undefined;
  const meeting = deps.directory.people.has(received.openId) ? (readMeetingWish(text, deps.now(), deps.calendar) ?? (wish && 'act' in wish && wish.act === 'convene' ? { start: '', organs: [], no: numberIn(wish.arg) } : undefined)) : undefined;
  if (meeting) return answerMeetingWish(meeting, received, deps);
  if (wish && 'ask' in wish) return answerAsk({ ask: wish.ask, arg: wish.arg ?? '' }, received, deps);
  if (wish) return answerAsk({ ask: 'act', arg: `${wish.act} ${wish.arg ?? ''}`.trim() }, received, deps);
  return answerLead({ received, text: text.slice(0, readLimit), whole: text }, deps);
}

// Only a whole number names a matter for certain; its end alone leaves the choice to the sender.
function numberIn(arg = ''): string {
  return /^(?:XS|TS|YJ)-?\d{8}-?\d{4}$/.test(arg) ? arg : '';
}

async function greet(received: Received, deps: Deps, always = false): Promise<void> {
  const key = `welcome:${deps.store.vault.ref(received.openId, 'welcome')}`;
  const last = await deps.store.notes.get(key);
  if (!always && last && deps.now().getTime() - Date.parse(last) < silence) return;
  // Whoever comes because a card waits for him should find that card last, not a greeting under it.
  const called = !always && (await waitingFor(received.openId, deps)).length > 0;
  if (!called) await answerAsk({ ask: 'greeting', arg: '' }, received, deps);
  await deps.store.notes.set(key, deps.now().toISOString());
}
