import { z } from 'zod';
import { drawForReader, formReaders, inputFrom } from '../../cards/index.ts';
import { holdsForm } from '../../cards/kit/kit.ts';
import { toastFor } from '../../cards/kit/texts.ts';
import type { Viewer } from '../../cards/kit/draw.ts';
import { maySee } from '../domain/acting-for.ts';
import { actorName } from '../domain/audit.ts';
import { closedTo } from '../domain/decide.ts';
import { kinds, type Asker, type Document } from '../domain/document.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { mind } from './minding.ts';
import type { Hanging, Tap, TapAnswer, TapParts } from './ports.ts';

const word = z.string().max(200);
const value = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('act'), kind: z.enum(kinds), id: word, act: word, card: word, seen: z.number().int().optional(), face: word.default(''),
    input: z.record(z.string(), z.unknown()).default({}),
  }),
  z.object({ do: z.literal('show'), kind: z.enum(kinds), id: word, card: word, face: word.default('') }),
  z.object({ do: z.literal('mind'), what: z.enum(['snooze', 'settings']), kind: z.enum(kinds).optional(), id: word.default(''), until: word.default('') }),
  z.object({ do: z.literal('ask'), what: word, arg: z.string().max(1000).default('') }),
]);
type Wish = z.output<typeof value>;
type Shown = { card: string; face: string; typed?: Readonly<Record<string, unknown>>; refusal?: Refusal };

// A menu (overflow) has one value for all its options, so each option carries its own wish as JSON.
function chosen(tap: Tap): unknown {
  if ('do' in tap.value || !tap.option.startsWith('{')) return tap.value;
  try {
    return JSON.parse(tap.option);
  } catch {
    return tap.value;
  }
}

/** Answers a tap within the platform's three seconds: nothing but Mongo is waited for. */
export function createTaps(parts: TapParts) {
  return async (tap: Tap): Promise<TapAnswer> => {
    const wish = value.safeParse(chosen(tap));
    if (!wish.success) return { toast: { type: 'warning', content: '这张卡片已失效，请重新打开' } };
    if (wish.data.do === 'ask') return ask(tap, wish.data, parts);
    await parts.store.cards.tapped(tap.message);
    // Nobody waits for it: what he is told meanwhile is only held back, and comes as soon as this is written.
    void parts.store.isThere(tap.openId, parts.now()).catch((fault: Error) => parts.warn({ name: fault.name }, 'sign of life not written'));
    try {
      if (wish.data.do === 'mind') return await mind(tap, wish.data, parts);
      return await (wish.data.do === 'act' ? act(tap, wish.data, parts) : show(tap, wish.data, parts));
    } finally {
      await parts.store.cards.answered(tap.message);
    }
  };
}

async function ask(tap: Tap, wish: Extract<Wish, { do: 'ask' }>, parts: TapParts): Promise<TapAnswer> {
  await parts.store.inbox.add({
    id: tap.eventId, what: 'menu', openId: tap.openId, chat: tap.chat, chatType: 'p2p', type: wish.what, content: wish.arg || tap.option, mentioned: true, parent: tap.message,
    at: parts.now().toISOString(),
  });
  parts.nudge(tap.eventId);
  return { toast: { type: 'info', content: '正在处理，请稍候' } };
}

async function act(tap: Tap, wish: Extract<Wish, { do: 'act' }>, parts: TapParts): Promise<TapAnswer> {
  const typed = plainForm(tap.form);
  const hanging = await parts.store.cards.get(tap.message);
  const doc = await parts.store.load(wish.kind, wish.id);
  const by = await askerOf(tap, doc, parts);
  // No tap makes a document; what does not exist is answered as what may not be known to exist.
  if (!doc) return { toast: toastFor({ ok: false, refusal: refuse('E-902'), doc: undefined }, { kind: wish.kind, act: wish.act }) };
  const input = { ...wish.input, ...(tap.option ? { option: dated(tap.option) } : {}), ...readForm(wish, typed) };
  const outcome = await parts.handle({
    kind: wish.kind, id: wish.id, act: wish.act, by, input, cause: `tap-${tap.eventId}`, from: tap.message, ...(wish.seen === undefined ? {} : { seen: wish.seen }),
  });
  if (!outcome.doc || !mayBeShown({ doc: outcome.doc, card: wish.card }, by, parts)) return { toast: toastFor(outcome, { kind: wish.kind, act: wish.act }) };
  const answer = outcome.ok ? outcome : { ...outcome, refusal: forestalled(outcome.refusal, outcome.doc, wish) };
  const toast = toastFor(answer, { kind: wish.kind, act: wish.act });
  const { card } = wish;
  const late = !answer.ok && (answer.refusal.code === 'stale' || answer.refusal.code === 'E-900');
  // What was typed into a form is shown again even where somebody was faster.
  const shown: Shown = answer.ok || (late && !tap.submitted)
    ? { card, face: hanging?.face ?? '' }
    : { card, face: wish.face, refusal: answer.refusal, ...(tap.submitted ? { typed } : {}) };
  return { toast, ...(await drawn({ doc: outcome.doc, shown, hanging, by }, tap, parts)) };
}

// A button from before somebody else acted: who it was and what he did, instead of a state that the tapper cannot know. Where the clock acted since, nobody is named.
function forestalled(refusal: Refusal, doc: Document, { seen }: { seen?: number | undefined }): Refusal {
  if ((refusal.code !== 'stale' && refusal.code !== 'E-900') || refusal.with['what'] || seen === undefined || seen === doc.round) return refusal;
  const last = doc.audit.findLast((entry) => entry.code !== 'DENIED' && ('name' in entry.by || entry.from !== entry.to));
  return last && 'name' in last.by ? refuse('stale', { who: actorName(last.by), what: last.verb }) : refusal;
}

async function show(tap: Tap, wish: Extract<Wish, { do: 'show' }>, parts: TapParts): Promise<TapAnswer> {
  const hanging = await parts.store.cards.get(tap.message);
  const doc = await parts.store.load(wish.kind, wish.id);
  const by = await askerOf(tap, doc, parts);
  if (!doc || !mayBeShown({ doc, card: wish.card }, by, parts)) {
    const refusal = (doc && closedTo(parts.flows[doc.kind], { doc, by, world: { directory: parts.directory, now: parts.now() } })) ?? refuse('E-902');
    return { toast: toastFor({ ok: false, refusal, doc: undefined }, { kind: wish.kind, act: 'show' }) };
  }
  return drawn({ doc, shown: wish, hanging, by }, tap, parts);
}

/** Draws the card for whom it hangs there, and remembers what it now shows. A card that fails to draw must not lose the act that went through. */
async function drawn(at: { doc: Document; shown: Shown; hanging: Hanging; by: Asker }, tap: Tap, parts: TapParts): Promise<TapAnswer> {
  const { doc, shown } = at;
  try {
    const { face, typed, refusal } = shown;
    const viewer = await viewerOf(at, parts);
    const { heard } = await parts.store.attention.of(parts.store.attention.keyOf(viewer.id));
    const data = drawForReader(shown.card, {
      doc, viewer, face, ...(typed ? { typed } : {}), ...(refusal ? { refusal } : {}),
      world: { now: parts.now(), directory: parts.directory, calendar: parts.calendar, settings: parts.settings },
      related: await parts.store.ofMatter(doc.matter),
    }, heard.prefs);
    await parts.store.cards.showed(tap.message, { card: shown.card, form: holdsForm(data), opened: face, round: doc.round, print: parts.store.cards.printOf(data) });
    return { card: { type: 'raw', data } };
  } catch (fault) {
    parts.warn({ kind: doc.kind, doc: doc.id, card: shown.card, message: tap.message, name: fault instanceof Error ? fault.name : '' }, 'card not drawn');
    return {};
  }
}

async function viewerOf({ hanging, doc, by }: { hanging: Hanging; doc: Document; by: Asker }, parts: TapParts): Promise<Viewer> {
  const tapper = by.role === 'person' ? { id: by.id, reporter: by.reporter, group: false } : { id: '', reporter: false, group: false };
  if (!hanging) return tapper;
  if (hanging.to.startsWith('chat:')) return { id: '', reporter: false, group: true };
  if (hanging.to === 'reporter') return { id: (await parts.store.vault.who(doc.matter))?.openId ?? '', reporter: true, group: false };
  return { id: hanging.to, reporter: false, group: false };
}

async function askerOf(tap: Tap, doc: Document | undefined, { store }: TapParts): Promise<Asker> {
  const matter = doc?.matter ?? '';
  // Asked also where there is no document, so that an answer takes as long.
  const reporter = await store.vault.isReporter(matter, tap.openId);
  return { role: 'person', id: tap.openId, ref: store.vault.ref(tap.openId, matter), reporter };
}

// A forwarded card can be tapped by anybody; only those concerned may see it drawn anew. Whoever is recused has the one card that tells him so.
function mayBeShown({ doc, card }: { doc: Document; card: string }, by: Asker, { flows, directory, now }: TapParts): boolean {
  if (by.role !== 'person' || by.reporter) return true;
  if (card === 'recusal' && flows[doc.kind].leftTo?.(doc, by.id, directory).length) return true;
  return maySee(flows[doc.kind], { doc, person: by.id, world: { directory, now: now() } });
}

// A reader of the act's own tells a cleared field from one that was not there; elsewhere an empty field is an absent one.
function readForm(wish: Extract<Wish, { do: 'act' }>, typed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const own = `${wish.kind}.${wish.act}` in formReaders;
  return inputFrom(wish, own ? typed : Object.fromEntries(Object.entries(typed).filter(([, given]) => given !== '')));
}

/** Form values with the platform's dates as ISO, and without those that were never set. */
export function plainForm(form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(form).filter(([, given]) => given !== null && given !== undefined)
    .map(([name, given]) => [name, typeof given === 'string' ? dated(given) : given]));
}

// `2025-06-10 +0800`, `2025-06-10 19:19 +0800` and `05:05 +0800` (contract 6.2).
function dated(text: string): string {
  const day = /^(\d{4}-\d{2}-\d{2}) [+-]\d{4}$/.exec(text);
  if (day?.[1]) return day[1];
  const moment = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}) ([+-]\d{2})(\d{2})$/.exec(text);
  if (moment) return `${moment[1]}T${moment[2]}:00${moment[3]}:${moment[4]}`;
  return /^(\d{2}:\d{2}) [+-]\d{4}$/.exec(text)?.[1] ?? text;
}
