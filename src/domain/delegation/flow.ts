import { z } from 'zod';
import { actorId, actorOrgan } from '../audit.ts';
import { rows, type Alarm, type Flow } from '../document.ts';
import { post, redraw, toPerson, pressing } from '../effects.ts';
import { nameOf } from '../people.ts';
import { refuse } from '../refusal.ts';
import { dateOf, dayText, daysLater, instantAt } from '../time/time.ts';
import { delegationRoles } from './access.ts';
import { delegationStates, taskNames, tasks, tasksOf, type Delegation } from './delegation.ts';
import { delegatable } from './guards.ts';
import { askInput, delegationInput } from './inputs.ts';

const row = rows<Delegation>();
const nothing = z.object({}).loose();
const article = '第三条';
/** Cards that hang with the delegate lose the buttons that were lent to him, or get them. */
const cardsOf = (person: string) => post('redraw-person', { person });

/** 代办: what it is, from when to when, and who ended it; what was done meanwhile stands on the trails of the cases themselves. */
export const delegationFlow: Flow<Delegation> = {
  kind: 'delegation',
  states: delegationStates,
  final: ['g.ended', 'g.cancelled'],
  sealed: [],
  roles: delegationRoles,
  hidden: () => false,
  duties: [],
  // 代办 ends with the person; what he did for a colleague is the colleague's again.
  holds: () => undefined,
  find: () => [],
  empty: () => ({ person: '', organ: '', delegate: '', from: '', to: '', tasks: [] }),
  rows: [
    row({
      act: 'ask', verb: '请假代办', code: 'DLG_ASK', article, from: ['new'], to: 'g.draft', by: ['SELF'], input: askInput,
      guard: ({ by, world }) => ('id' in by && tasksOf(world.directory.people.get(by.id) ?? { roles: [] }).length ? undefined : refuse('input', { fields: '您没有可以交人代办的事项。指派、核实、审批、移送须由本人办理' })),
      change: ({ input, by, world }) => ({ ...input, person: actorId(by), organ: actorOrgan(by), tasks: tasks.filter((task) => 'id' in by && tasksOf(world.directory.people.get(by.id) ?? { roles: [] }).includes(task)) }),
    }),
    row({
      act: 'set', verb: '设置代办', code: 'DLG_SET', article, from: ['g.draft'], to: 'g.set', by: ['SELF'], input: delegationInput,
      guard: delegatable,
      change: ({ input }) => input,
      alarms: ({ input, world }) => alarmsOf(input, world.now),
      follow: ({ doc }) => [toPerson(doc.data.delegate, 'delegation'), cardsOf(doc.data.delegate), redraw()],
      note: ({ doc, world }) => `${dayText(doc.data.from)}起由 ${nameOf(world.directory, doc.data.delegate)} 代办`,
    }),
    row({
      act: 'cancel', verb: '提前结束', code: 'DLG_CANCEL', article, from: ['g.set'], to: 'g.cancelled', by: ['SELF', 'DELEGATE'], input: nothing,
      follow: ({ doc, by }) => [...('id' in by && by.id === doc.data.delegate ? [toPerson(doc.data.person, 'delegation')] : []), cardsOf(doc.data.delegate), redraw()],
    }),
    row({
      act: 'alarm', given: { stage: 'begin' }, verb: '代办开始', code: 'DLG_BEGIN', article, from: ['g.set'], to: '=', by: ['clock'], input: z.object({ stage: z.literal('begin') }).loose(),
      follow: ({ doc }) => [pressing(toPerson(doc.data.delegate, 'delegation'), 'morning'), cardsOf(doc.data.delegate)],
      note: ({ doc }) => taskNames(doc.data.tasks),
    }),
    row({
      act: 'alarm', given: { stage: 'end' }, verb: '代办结束', code: 'DLG_END', article, from: ['g.set'], to: 'g.ended', by: ['clock'], input: z.object({ stage: z.literal('end') }).loose(),
      follow: ({ doc }) => [cardsOf(doc.data.delegate), redraw()],
      note: () => '到期自动结束',
    }),
  ],
};

// It counts from midnight to midnight without anybody's doing; the alarms only tell, and set the state.
function alarmsOf({ from, to }: { from: string; to: string }, now: Date): readonly Alarm[] {
  const begin = from > dateOf(now) ? [{ id: 'delegation-begin', at: instantAt(from, '09:00').toISOString(), rule: '', stage: 'begin' }] : [];
  return [...begin, { id: 'delegation-end', at: instantAt(daysLater(to, 1), '00:00').toISOString(), rule: '', stage: 'end' }];
}
