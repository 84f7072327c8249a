import type { Fired } from '../time/clock-rows.ts';
import type { Document, EffectRequest, World } from '../document.ts';
import { toPerson, toRole } from '../effects.ts';
import { center, type StaffRole } from '../people.ts';
import type { Complaint } from './complaint.ts';

/** Who hears of a limit of a complaint: before it the liaisons; after it, by the ladder of experience 7.3, the 分管负责人, the 主要负责人, the Center. The end of a short one goes to all of them. */
export function remindersOf(doc: Document<Complaint>, fired: Fired, world: World): readonly EffectRequest[] {
  const to = (...roles: StaffRole[]) => toRole(world.directory, { organ: doc.data.organ, roles }, 'complaint');
  const clerk = world.directory.people.has(doc.data.clerk) ? [toPerson(doc.data.clerk, 'complaint')] : [];
  switch (fired.stage) {
    case 'start':
    case 'half':
      return [];
    case 'pause':
      return to('LIAISON', 'DEPUTY');
    case 'end':
    case 'over3':
      return [...to('HEAD', 'DEPUTY', 'LIAISON'), ...clerk];
    case 'over1':
      return [...to('LIAISON', 'DEPUTY'), ...clerk];
    case 'over5':
      return toRole(world.directory, { organ: center, roles: ['C_HEAD'] }, 'complaint');
    default:
      return to('LIAISON');
  }
}
