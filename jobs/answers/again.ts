import { again } from '../../cards/asked/again.ts';
import { readLead, readLimit, type Reading } from '../../src/domain/intake/intake.ts';
import { draftOf } from '../../src/domain/matter/drafting/draft.ts';
import { toldBefore } from '../../src/domain/reporter/again.ts';
import type { Deps, Received } from '../define.ts';
import { platformCode } from '../platform-fault.ts';
import { sayTo, showTo } from '../say.ts';
import { addWords, reportedBy, withoutSelf } from './answer-reporter.ts';
import { startDraft } from './drafts.ts';
import { textOf } from './text-of.ts';

/** Asks a person who tells the same story within a day whether it is the same; true where he was asked. Nothing is kept before he has chosen, and danger never waits. */
export async function askAgain({ received, reading, words }: { received: Received; reading: Reading; words: string }, deps: Deps): Promise<boolean> {
  if (received.what !== 'message' || reading.urgent) return false;
  const matter = toldBefore(await reportedBy(received.openId, deps), { facts: draftOf(reading, words).facts, words }, deps.now());
  if (!matter) return false;
  await showTo(received, again({ matter, message: received.id, words, now: deps.now() }), deps);
  return true;
}

/** [补充到这一件] and [是另一件]: the message is read again from the chat, so that its words need not lie about until somebody taps. `arg` is `message|matter|same or other`. */
export async function answerAgain({ received, arg }: { received: Received; arg: string }, deps: Deps): Promise<void> {
  const [message = '', matter = '', how = ''] = arg.split('|');
  const text = await wordsOf(message, received.openId, deps);
  if (!text) return sayTo(received, '刚才那条消息已经读不到了，没有登记。请再说一遍。', deps);
  const told = { ...received, id: message, what: 'message' as const };
  if (how === 'other') {
    const whole = withoutSelf(text, received, deps);
    return startDraft({ received: told, reading: readLead(whole, { now: deps.now() }), whole }, deps);
  }
  const mine = (await reportedBy(received.openId, deps)).find(({ id }) => id === matter);
  if (!mine || !(await addWords({ received: told, doc: mine, text: text.slice(0, readLimit) }, deps))) await sayTo(received, '那一件已不能补充。如果是新的情况，请点「是另一件」。', deps);
}

// Only his own words: a tap carries whatever a client makes of it.
async function wordsOf(message: string, openId: string, deps: Deps): Promise<string> {
  try {
    const [part] = await deps.platform.read(message);
    return part?.sender === openId && ['text', 'post'].includes(part.type) ? textOf(part) : '';
  } catch (error) {
    const code = platformCode(error);
    if (code !== undefined && code >= 230_000 && code < 235_000) return '';
    throw error;
  }
}
