import { remindersSaved } from '../../cards/asked/reminders.ts';
import { enlarged } from '../../cards/kit/large.ts';
import { snoozable } from '../../cards/kit/snooze.ts';
import { digest } from '../domain/audit.ts';
import type { Document, Kind } from '../domain/document.ts';
import { dutiesOf } from '../domain/duties.ts';
import { mornings, quietChoices, quietOf, usualPreferences, type Heard, type Preferences, type SnoozeChoice } from '../domain/push/push.ts';
import { minute } from '../domain/time/time.ts';
import type { Tap, TapAnswer, TapParts } from './ports.ts';

/** A wish how to be reminded: one reminder put off, or the settings of a person (K40). */
export interface MindWish { what: 'snooze' | 'settings'; kind?: Kind | undefined; id: string; until: string }

/** Answers wishes how to be reminded; no limit ever moves by them, and nobody else sees them. */
export async function mind(tap: Tap, wish: MindWish, parts: TapParts): Promise<TapAnswer> {
  const doc = wish.kind ? await parts.store.load(wish.kind, wish.id) : undefined;
  const key = wish.what === 'snooze' ? wish.until : tap.form['snooze'];
  const choice = doc ? choicesFor(doc, tap.openId, parts).find((one) => one.key === key) : undefined;
  if (wish.what === 'snooze' && !choice) return { toast: { type: 'warning', content: '本件现在不能推迟提醒，期限不变' } };
  const now = parts.now();
  const prefs = await changed(tap.openId, parts, (heard) => ({
    ...heard, prefs: wish.what === 'settings' ? chosen(tap.form, heard.prefs) : heard.prefs,
    ...(doc && choice ? { snoozes: [...heard.snoozes.filter((one) => one.doc !== doc.id), { doc: doc.id, at: now.toISOString(), until: choice.until.toISOString() }].slice(-50) } : {}),
  }));
  if (doc && choice) await putOff({ doc, choice, openId: tap.openId }, parts);
  const saved = remindersSaved(prefs, choice ? whenWords(choice) : '');
  if (wish.what === 'settings') return { toast: { type: 'success', content: '已保存，期限不变' }, card: { type: 'raw', data: prefs.large ? enlarged(saved) : saved } };
  return { toast: { type: 'success', content: `已推迟到${choice ? whenWords(choice) : ''}，期限不变` } };
}

function choicesFor(doc: Document, openId: string, parts: Pick<TapParts, 'now' | 'directory' | 'calendar' | 'settings'>): SnoozeChoice[] {
  return snoozable({ doc, viewer: { id: openId, reporter: false, group: false }, world: { ...parts, now: parts.now() } });
}

function whenWords({ key, until, words }: SnoozeChoice): string {
  return key === 'before' ? ` ${minute(until)}` : words;
}

async function changed(openId: string, { store }: TapParts, change: (heard: Heard) => Heard): Promise<Preferences> {
  const who = store.attention.keyOf(openId);
  for (;;) {
    const { heard, version } = await store.attention.of(who);
    const after = change(heard);
    if (await store.attention.keep(who, { heard: after, version })) return after.prefs;
  }
}

function chosen(form: Readonly<Record<string, unknown>>, before: Preferences): Preferences {
  const digestAt = mornings.find((one) => one === form['digest']) ?? before.digestAt;
  const quiet = quietChoices.find((one) => one === form['quiet']);
  return { ...usualPreferences, digestAt, quiet: quiet ? quietOf(quiet) : before.quiet, large: form['size'] === undefined ? before.large : form['size'] === 'large' };
}

async function putOff({ doc, choice, openId }: { doc: Document; choice: SnoozeChoice; openId: string }, { store, directory, now }: TapParts): Promise<void> {
  const [duty] = dutiesOf(doc, openId, { directory, now: now() });
  if (!duty) return;
  const who = store.attention.keyOf(openId);
  const id = `s${digest([who, doc.id, choice.until.toISOString()]).slice(0, 32)}`;
  await store.waiting.put({
    place: digest([who, doc.id, duty.face, '']).slice(0, 40), id, who, to: openId, kind: doc.kind, doc: doc.id, round: doc.round, card: duty.card, face: duty.face, rule: '', line: '',
    why: 'snooze', since: now().toISOString(), until: choice.until.toISOString(),
  });
}
