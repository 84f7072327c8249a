import type { z } from 'zod';
import type { Situation } from '../document.ts';
import { isSamePerson, nameOf, staffOf, type Directory, type Person, type StaffRole, type StandIn } from '../people.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { dateOf, dayText, daysLater } from '../time/time.ts';
import { taskNames, tasksOf, type Delegation } from './delegation.ts';
import type { delegationInput } from './inputs.ts';

/** The longest absence for which somebody may stand in, days; what takes longer is handed over. */
export const longest = 60;

/** Who may not do another's work: those who approve, and the three offices that are kept apart. */
const apart: readonly StaffRole[] = ['HEAD', 'ACTING_HEAD', 'ADMIN', 'AUDITOR', 'VAULT'];

/** Colleagues in an organ who may do the work of a person. */
export function candidates(directory: Directory, organ: string, person: string): Person[] {
  return staffOf(directory, organ).filter((one) => !isSamePerson(directory, one.id, person) && !one.roles.some((role) => apart.includes(role)));
}

/** A delegation needs another person of the organ who may hold the role and is there himself, days that lie ahead, tasks that are the person's own, and no other delegation on those days. */
export function delegatable(s: Situation<Delegation, z.output<typeof delegationInput>>): Refusal | undefined {
  const { doc, input, world } = s;
  return unfit(doc.data.person, input.delegate, world.directory) ?? mistimed(input, dateOf(world.now)) ?? notHis(s) ?? clashing(s);
}

function unfit(person: string, delegate: string, directory: Directory): Refusal | undefined {
  const wrong = (fields: string): Refusal => refuse('input', { fields }, ['delegate']);
  if (isSamePerson(directory, person, delegate)) return wrong('不能由本人代办，请另选一人');
  if (directory.people.get(delegate)?.organ !== directory.people.get(person)?.organ) return wrong('代办人须为本单位人员，请另选一人');
  return candidates(directory, directory.people.get(person)?.organ ?? '', person).some(({ id }) => id === delegate) ? undefined : wrong(`${nameOf(directory, delegate)} 担任审批或者管理、审计、保管职务，不能代办，请另选一人`);
}

function mistimed({ from, to }: { from: string; to: string }, today: string): Refusal | undefined {
  if (from < today) return refuse('input', { fields: '开始日期已过，请选今天或以后' }, ['from']);
  if (to < from) return refuse('input', { fields: '结束日期早于开始日期，请改选' }, ['to']);
  return to > daysLater(from, longest - 1) ? refuse('input', { fields: `代办最长 ${longest} 天，更久的请办理工作交接` }, ['to']) : undefined;
}

function notHis({ doc, input, world }: Situation<Delegation, z.output<typeof delegationInput>>): Refusal | undefined {
  const own = tasksOf(world.directory.people.get(doc.data.person) ?? { roles: [] });
  const foreign = input.tasks.filter((task) => !own.includes(task));
  return foreign.length ? refuse('input', { fields: `${taskNames(foreign)}不是您的事项，不能交人代办` }, ['tasks']) : undefined;
}

function clashing({ doc, input, world }: Situation<Delegation, z.output<typeof delegationInput>>): Refusal | undefined {
  const { directory } = world;
  const meets = directory.standIns.filter((one) => one.from <= input.to && input.from <= one.to);
  const days = ({ from, to }: StandIn): string => `${dayText(from)}至${dayText(to)}`;
  const own = meets.find((one) => one.person === doc.data.person);
  if (own) return refuse('input', { fields: `${days(own)}已由 ${nameOf(directory, own.delegate)} 代办，请先提前结束，或另选日期` }, ['from', 'to']);
  const away = meets.find((one) => one.person === input.delegate);
  if (away) return refuse('input', { fields: `${nameOf(directory, input.delegate)} ${days(away)}也不在岗，请另选一人` }, ['delegate']);
  const busy = meets.find((one) => one.delegate === doc.data.person);
  return busy ? refuse('input', { fields: `您${days(busy)}正代 ${nameOf(directory, busy.person)} 办理，请先结束那一段` }, ['from', 'to']) : undefined;
}
