import { actorId } from '../audit.ts';
import { rows, type Actor, type Flow, type Situation } from '../document.ts';
import { post, redraw, toPerson, toRole } from '../effects.ts';
import { center, isSamePerson, nameOf, staffOf, type Directory, type StaffRole } from '../people.ts';
import { refuse } from '../refusal.ts';
import { handoverRoles } from './access.ts';
import { handoverStates, itemsFor, openItems, type Handover, type Item } from './handover.ts';
import { giveInput, openInput, settledInput } from './inputs.ts';

const row = rows<Handover>();
const article = '第三条';

/** 工作交接 when somebody leaves: all that was his, given on; each gift is an act on the document itself, and limits stay as they are. */
export const handoverFlow: Flow<Handover> = {
  kind: 'handover',
  states: handoverStates,
  final: ['w.done'],
  sealed: ['name'],
  roles: handoverRoles,
  hidden: () => false,
  duties: [{ states: ['w.open'], roles: ['DEPUTY', 'ADMIN'], verb: '工作交接', card: 'handover', limits: [] }],
  // Giving on is a duty of deputies and administrators, whose role is what passes.
  holds: () => undefined,
  find: () => [],
  empty: () => ({ person: '', name: '', organ: '', why: '', items: [] }),
  rows: [
    row({
      act: 'open', verb: '发起交接', code: 'HND_OPEN', article, from: ['new'], by: ['system', 'ADMIN', 'DEPUTY'], input: openInput,
      to: ({ input }) => (input.items.length ? 'w.open' : 'w.done'),
      guard: ({ input, by }) => (by.role === 'DEPUTY' && by.organ !== input.organ ? refuse('E-901') : undefined),
      change: ({ input }) => input,
      follow: ({ doc, world }) => (doc.state === 'w.open' ? [...toRole(world.directory, { organ: doc.data.organ, roles: ['DEPUTY'] }, 'handover'), ...toRole(world.directory, { organ: center, roles: ['ADMIN'] }, 'handover')] : []),
      note: ({ input }) => `${input.name}，${input.items.length} 件`,
    }),
    row({
      act: 'give', verb: '交接', code: 'HND_GIVE', article, from: ['w.open'], to: '=', by: ['ADMIN', 'DEPUTY'], input: giveInput, newRound: true,
      guard: ({ doc, input, by, world }) => {
        if (isSamePerson(world.directory, input.to, doc.data.person)) return refuse('input', { fields: '不能交回本人，请另选一人' }, ['to']);
        if (!receivers(doc.data, world.directory).includes(input.to)) return refuse('input', { fields: '请选择本单位在岗人员；审批、管理、审计、保管岗位不能接办' }, ['to']);
        const given = meant(doc.data, input.only, by);
        if (given.some(({ kept }) => kept.includes(input.to))) return refuse('input', { fields: input.only ? '该人员不能接办本件，请另选一人' : '其中有该人员不能接办的，请逐件交接' }, ['to']);
        return given.length ? undefined : refuse('stale');
      },
      change: ({ doc, input, by }) => {
        const ids = meant(doc.data, input.only, by).map(({ id }) => id);
        return { items: doc.data.items.map((one): Item => (ids.includes(one.id) ? { ...one, to: input.to, state: 'given', why: '' } : one)) };
      },
      follow: ({ doc, input, world }) => [
        ...doc.data.items.filter(({ state, to }) => state === 'given' && to === input.to).map(({ id }) => post('hand-over', { item: id })),
        toPerson(input.to, 'handover'), ...(world.directory.people.has(doc.data.person) ? [toPerson(doc.data.person, 'handover')] : []), redraw(),
      ],
      note: ({ doc, input, world }) => `${doc.data.items.filter(({ state, to }) => state === 'given' && to === input.to).length} 件，交给 ${nameOf(world.directory, input.to)}`,
    }),
    row({
      act: 'settled', verb: '交接结果', code: 'HND_DONE', article, from: ['w.open'], by: ['system'], input: settledInput,
      to: (s) => (openItems(settled(s)).length || settled(s).items.some(({ state }) => state === 'given') ? 'w.open' : 'w.done'),
      change: settled,
      follow: () => [redraw()],
      note: ({ doc, input }) => `${doc.data.items.find(({ id }) => id === input.item)?.no ?? ''}${input.refused ? ` 未能交接：${input.refused}` : ''}`,
    }),
  ],
};

const apart: readonly StaffRole[] = ['HEAD', 'ACTING_HEAD', 'ADMIN', 'AUDITOR'];

/** Who may take something over: colleagues in the organ, but for those who approve, administer or audit; whether he fits, each document says itself. */
export function receivers({ person, organ }: Pick<Handover, 'person' | 'organ'>, directory: Directory): string[] {
  return staffOf(directory, organ).filter((one) => one.id !== person && !one.roles.some((role) => apart.includes(role))).map(({ id }) => id);
}

// Nobody gives on what he may not know of; the other giver, or the administrator, does.
function meant(handover: Handover, only: string, by: Actor): readonly Item[] {
  return openItems({ items: itemsFor(handover, actorId(by)) }).filter(({ id }) => only === '' || id === only);
}

function settled({ doc, input }: Pick<Situation<Handover, { item: string; refused: string }>, 'doc' | 'input'>): Pick<Handover, 'items'> {
  return { items: doc.data.items.map((one): Item => (one.id === input.item ? { ...one, state: input.refused ? 'refused' : 'done', why: input.refused } : one)) };
}
