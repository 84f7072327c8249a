import { addWorkingDays, dateOf } from '../time/deadlines.ts';
import { instantAt } from '../time/time.ts';
import type { Fired } from '../time/clock-rows.ts';
import type { Alarm, Document, EffectRequest, World } from '../document.ts';
import { toPerson, toRole } from '../effects.ts';
import { center, headOf, type StaffRole } from '../people.ts';
import { activeMembers, unreported, type Joint } from './joint.ts';

/** The head in office of an organ gets a card; nothing where there is none. */
export function toHead(organ: string, card: string, { directory, now }: Pick<World, 'directory' | 'now'>): EffectRequest[] {
  const head = headOf(directory, organ, dateOf(now));
  return head ? [toPerson(head.id, card)] : [];
}

/** Head and liaisons of an organ. */
export function toMember(organ: string, world: World): EffectRequest[] {
  return [...toHead(organ, 'enforcement', world), ...toRole(world.directory, { organ, roles: ['LIAISON'] }, 'enforcement')];
}

/** The clerk who started it, or all clerks of the Center. */
export function toCenter({ clerk }: Pick<Joint, 'clerk'>, world: World): EffectRequest[] {
  return world.directory.people.has(clerk) ? [toPerson(clerk, 'enforcement-desk')] : toRole(world.directory, { organ: center, roles: ['C_CLERK'] }, 'enforcement-desk');
}

/** Reminders of those whose heads have not answered: the first and the third working day at 09:00. */
export function answerAlarms(version: number, { now, calendar }: World): readonly Alarm[] {
  return ([1, 3] as const).map((days) => ({ id: `answer-${version}-${days}`, at: instantAt(addWorkingDays(dateOf(now), days, calendar), '09:00').toISOString(), rule: '', stage: `answer${days}` }));
}

/** Who hears of a limit: members that have not answered or not reported; then their heads, then the head of the Center. Nothing while it is suspended. */
export function jointReminders({ state, data }: Document<Joint>, { stage }: Fired, world: World): readonly EffectRequest[] {
  const chief = () => toRole(world.directory, { organ: center, roles: ['C_HEAD'] }, 'enforcement-desk');
  if (state === 'j.plan' && stage.startsWith('answer')) {
    const silent = activeMembers(data).filter((member) => member.answer === '');
    return [...silent.flatMap(({ organ }) => toHead(organ, 'enforcement', world)), ...(stage === 'answer3' && silent.length ? chief() : [])];
  }
  if (state !== 'j.acting') return [];
  const to = (...roles: StaffRole[]) => unreported(data).flatMap(({ organ }) => toRole(world.directory, { organ, roles }, 'enforcement'));
  switch (stage) {
    case 'over1':
      return [...to('LIAISON', 'DEPUTY'), ...toCenter(data, world)];
    case 'over3':
      return [...unreported(data).flatMap(({ organ }) => toHead(organ, 'enforcement', world)), ...toCenter(data, world)];
    case 'over5':
      return chief();
    default:
      return to('LIAISON');
  }
}
