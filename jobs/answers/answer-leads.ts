import { secret } from '../../cards/matter/intake/secret.ts';
import { urgent } from '../../cards/matter/intake/urgent.ts';
import { basis } from '../../cards/asked/basis.ts';
import { needs } from '../../cards/matter/intake/needs.ts';
import { readLead, readLimit, type Reading } from '../../src/domain/intake/intake.ts';
import { withRouting } from '../../src/domain/matter/drafting/suggestion.ts';
import { draftOf } from '../../src/domain/matter/drafting/draft.ts';
import { takeWords, withoutSelf } from './answer-reporter.ts';
import { answerAsk } from './answer-asks.ts';
import { groundNow } from './ground.ts';
import { dutyNames } from './urgent.ts';
import { pointToPrivate, sayTo, showTo } from '../say.ts';
import type { Deps, Received } from '../define.ts';
import { redraw } from '../cards/redraw.ts';
import { askAgain } from './again.ts';
import { asReporter, keepingCorrections, keepWhole, openDraft, refined, startDraft } from './drafts.ts';

/** Words that are added within this time belong to the open draft. */
const together = 10 * 60_000;

/** Answers words that are not a command: a lead becomes a draft, a question gets the basis, a vague remark gets questions. */
export async function answerLead(told: { received: Received; text: string; whole: string; forwarded?: boolean }, deps: Deps): Promise<void> {
  const { received } = told;
  const [text, whole] = [withoutSelf(told.text, received, deps), withoutSelf(told.whole, received, deps)];
  const reading = readLead(text, { now: deps.now(), forwardedFrom: told.forwarded ?? false });
  await pointToPrivate(received, deps);
  if (reading.identity && received.chatType === 'group') return warn(received, deps);
  if (!told.forwarded && (await takeWords({ received, text: whole, reading }, deps))) return;
  if (reading.urgent) await warnOfDanger({ received, reading, text }, deps);
  switch (reading.intent) {
    case 'question':
      return showTo(received, basis({ question: text, reading, ground: groundNow(deps) }), deps);
    case 'angry':
      return answerAsk({ ask: 'mine', arg: 'angry' }, received, deps);
    case 'greeting':
      return answerAsk({ ask: 'greeting', arg: '' }, received, deps);
    case 'nothing':
    case 'command':
      // 「市本级的」 says nothing by itself, and all to somebody with an open draft.
      if (text.length > 3 && (await openDraft(received.openId, deps))) return keepDraft({ received, reading, whole }, deps);
      return sayTo(received, '我看得懂文字、图片和文件。说「帮助」看我能做什么。', deps);
    case 'vague': {
      const open = await openDraft(received.openId, deps);
      if (!open) return showTo(received, needs({ questions: reading.questions, words: text }), deps);
      return keepDraft({ received, reading, whole }, deps);
    }
    case 'report':
      return keepDraft({ received, reading, whole, forwarded: told.forwarded }, deps);
  }
}

// At once, before anything is kept: the draft and those on duty come after it.
async function warnOfDanger({ received, reading, text }: { received: Received; reading: Reading; text: string }, deps: Deps): Promise<void> {
  const { facts } = draftOf(reading, text);
  await showTo(received, urgent({ phone: deps.settings.dutyPhone, told: dutyNames(withRouting(facts, groundNow(deps).table), deps) }), deps);
}

/** Looks at words that were said in a group without addressing the bot: only a reporter's identity is answered, one to one. */
export async function watchGroup(received: Received, text: string, deps: Deps): Promise<void> {
  if (readLead(text, { now: deps.now() }).identity) await warn(received, deps);
}

// The group learns nothing of it, which would only draw eyes to what should be taken back (K23).
async function warn(received: Received, deps: Deps): Promise<void> {
  await deps.store.notes.set(`warned:${received.id}`, received.openId);
  await showTo(received, secret({ at: received.at, now: deps.now() }), deps);
}

/** A recalled message takes its unregistered draft with it; what is registered stays. */
export async function takeBack(received: Received, deps: Deps): Promise<void> {
  const message = received.id.replace(/^recall-/, '');
  const warned = await deps.store.notes.get(`warned:${message}`);
  if (warned) return sayTo({ ...received, openId: warned }, '已撤回，谢谢。要补充请在这里说。', deps);
  const id = await deps.store.notes.get(`from:${message}`);
  const doc = id ? await deps.store.load('matter', id) : undefined;
  // The platform does not say who took a message back; the vault knows who reported it.
  const openId = doc ? (await deps.store.vault.who(doc.id))?.openId : undefined;
  if (!doc || !openId || doc.state === 'discarded') return;
  const sender = { ...received, openId };
  if (doc.state !== 'draft') return sayTo(sender, '已登记的不能因撤回消息而删除；要撤回线索，请说「撤回」。', deps);
  const outcome = await deps.handle({ kind: 'matter', id: doc.id, act: 'discard', by: asReporter(openId, doc.id, deps), input: {}, cause: received.id });
  // Nobody tapped, so the cards that hang there must lose their buttons from here.
  if (outcome.ok) await redraw.run({ doc: outcome.doc, effect: received.id, data: {} }, deps);
  await sayTo(sender, '您撤回了刚才那条，草稿已同时作废。', deps);
}

async function keepDraft({ received, reading, whole, forwarded = false }: { received: Received; reading: Reading; whole: string; forwarded?: boolean | undefined }, deps: Deps): Promise<void> {
  const open = await openDraft(received.openId, deps);
  const sameStory = open && (open.data.urgent || deps.now().getTime() - Date.parse(open.updatedAt) < together) && (!reading.project || open.data.project === '' || open.data.project === reading.project.value);
  if (!open || !sameStory) {
    if (!forwarded && (await askAgain({ received, reading, words: whole.slice(0, readLimit) }, deps))) return;
    return startDraft({ received, reading, whole }, deps);
  }
  const all = [open.data.words, whole].filter(Boolean).join('\n');
  const words = all.slice(0, readLimit);
  const again = keepingCorrections(open, await refined(draftOf(readLead(words, { now: deps.now() }), words), deps));
  await deps.handle({ kind: 'matter', id: open.id, act: 'reread', by: asReporter(received.openId, open.id, deps), input: again, cause: received.id });
  if (all.length > readLimit) return keepWhole({ received, id: open.id, whole }, deps);
  await sayTo(received, '已补充到正在填的这一件，请看上面的卡片。', deps);
}
