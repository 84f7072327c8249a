import { z } from 'zod';
import { actorId } from '../audit.ts';
import { rows, type Alarm, type Flow, type Situation } from '../document.ts';
import { post, redraw, toPerson } from '../effects.ts';
import { reportedPeopleInput } from '../forward/inputs.ts';
import { center, holders, isSamePerson } from '../people.ts';
import { refuse } from '../refusal.ts';
import { shieldRow } from '../reporter/shield-rows.ts';
import { hiddenFromOpening, openingRoles } from './access.ts';
import { openingFinal, openingStates, patienceMs, shownMs, type Opening } from './opening.ts';

const row = rows<Opening>();
const article = '信访工作条例30条';
const nothing = z.object({}).loose();
const openInput = z.object({ matterNo: z.string(), reported: z.array(z.string()), reportedPeople: reportedPeopleInput, out: z.array(z.string()), pastCenter: z.boolean() });
const why = z.string({ error: '请写明理由' }).trim().max(500);

/** 查阅举报人信息: a keeper asks with a reason, a second one agrees, the identity is shown once and goes. Each step stays on this trail, the identity never. */
export const openingFlow: Flow<Opening> = {
  kind: 'opening',
  states: openingStates,
  final: openingFinal,
  sealed: ['reason', 'refusedFor', 'reportedPeople'],
  roles: openingRoles,
  hidden: hiddenFromOpening,
  duties: [],
  // A keeper asked with a reason of his own: nobody takes that over, another keeper asks anew and the request lapses.
  holds: () => undefined,
  find: ({ data }) => [data.matterNo],
  empty: () => ({ matterNo: '', asker: '', reason: '', second: '', refusedFor: '', shownAt: '', reported: [], reportedPeople: [], out: [], pastCenter: false }),
  rows: [
    row({ act: 'open', verb: '准备查阅', code: 'VAULT_OPEN', article, from: ['new'], to: 'o.open', by: ['system'], input: openInput, change: ({ input }) => input }),
    row({
      act: 'ask', verb: '申请查阅举报人信息', code: 'VAULT_ASK', article, from: ['o.open'], by: ['VAULT'], newRound: true,
      input: z.object({ reason: why.min(10, '请写明查阅的理由（不少于 10 个字）') }),
      to: ({ world }) => (world.settings.vaultConsent ? 'o.asked' : 'o.agreed'),
      guard: (s) => (s.world.settings.vaultConsent && !others(s).length ? refuse('not-found', { what: '可以同意查阅的另一名信息保管人' }) : undefined),
      change: ({ by, input }) => ({ asker: actorId(by), reason: input.reason }),
      alarms: (s) => [after(s, patienceMs[s.world.settings.vaultConsent ? 'o.asked' : 'o.agreed'])],
      follow: (s) => [...(s.doc.state === 'o.asked' ? others(s).map(({ id }) => toPerson(id, 'opening')) : []), redraw()],
    }),
    row({
      act: 'agree', verb: '同意查阅', code: 'VAULT_AGREE', article, from: ['o.asked'], to: 'o.agreed', by: ['VAULT'], input: nothing,
      guard: second,
      change: ({ by }) => ({ second: actorId(by) }),
      alarms: (s) => [after(s, patienceMs['o.agreed'])],
      follow: ({ doc }) => [toPerson(doc.data.asker, 'opening'), redraw()],
    }),
    row({
      act: 'refuse', verb: '不同意查阅', code: 'VAULT_REFUSE', article, from: ['o.asked'], to: 'o.refused', by: ['VAULT'], input: z.object({ reason: why.min(4, '请写一句理由（不少于 4 个字）') }),
      guard: (s) => second(s),
      change: ({ by, input }) => ({ second: actorId(by), refusedFor: input.reason }),
      alarms: () => [],
      follow: ({ doc }) => [toPerson(doc.data.asker, 'opening'), redraw()],
    }),
    row({
      act: 'show', verb: '显示举报人信息', code: 'VAULT_SHOW', article, from: ['o.agreed'], to: 'o.shown', by: ['VAULT'], input: nothing,
      guard: ({ doc, by, world }) => (isSamePerson(world.directory, actorId(by), doc.data.asker) ? undefined : refuse('E-901')),
      change: ({ world }) => ({ shownAt: world.now.toISOString() }),
      alarms: (s) => [after(s, shownMs)],
      // Only the card that holds the identity: a redraw of the others would reach it too.
      follow: () => [post('show-identity')],
    }),
    // What the clock brings: the identity goes from the chat; what nobody used lapses.
    row({
      act: 'alarm', verb: '到时', code: 'VAULT_END', article, from: ['o.asked', 'o.agreed', 'o.shown'], by: ['clock'], input: z.object({ id: z.string() }).loose(),
      to: ({ doc }) => (doc.state === 'o.shown' ? 'o.closed' : 'o.lapsed'),
      alarms: () => [],
      follow: () => [redraw()],
    }),
    shieldRow<Opening>({ final: openingFinal, put: (_data, reportedPeople) => ({ reportedPeople }) }),
  ],
};

type S = Situation<Opening, unknown>;

// The consent of the same person under another account is none; to try it is an attempt without authority.
function second({ doc, by, world }: S) {
  return isSamePerson(world.directory, actorId(by), doc.data.asker) ? refuse('E-901') : undefined;
}

function others({ doc, by, world }: S) {
  const { directory } = world;
  return holders(directory, center, 'VAULT').filter(({ id }) => !isSamePerson(directory, id, actorId(by)) && !hiddenFromOpening(doc, id, directory));
}

function after({ doc, world }: S, ms: number): Alarm {
  return { id: `end-${doc.version}`, at: new Date(world.now.getTime() + ms).toISOString(), rule: '', stage: 'end' };
}
