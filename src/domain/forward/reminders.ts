import type { Fired } from '../time/clock-rows.ts';
import type { Document, EffectRequest, World } from '../document.ts';
import { toPerson, toRole } from '../effects.ts';
import { center, type StaffRole } from '../people.ts';
import type { Forward } from './forward.ts';

/** Who hears of a limit of a forward, and by which card (experience 2, 7.3): before it the liaisons, after it the ladder. */
export function remindersOf(doc: Document<Forward>, fired: Fired, world: World): readonly EffectRequest[] {
  const to = (card: string, ...roles: StaffRole[]) => toRole(world.directory, { organ: doc.data.organ, roles }, card);
  if (doc.state === 'feedbackIn') return [];
  if (fired.rule === 'T04') {
    if (doc.state !== 'sent' || fired.stage === 'start' || fired.stage === 'half') return [];
    return fired.stage === 'end' ? to('unsigned', 'LIAISON', 'DEPUTY') : to('unsigned', 'LIAISON');
  }
  if (fired.rule !== 'T03') return [];
  const clerk = world.directory.people.has(doc.data.clerk) ? [toPerson(doc.data.clerk, 'overdue')] : [];
  switch (fired.stage) {
    case 'over1':
      return [...to('overdue', 'LIAISON', 'DEPUTY'), ...clerk];
    case 'over3':
      return [...to('overdue', 'HEAD', 'DEPUTY'), ...clerk];
    case 'over5':
      return toRole(world.directory, { organ: center, roles: ['C_HEAD'] }, 'overdue');
    default:
      return to('due-soon', 'LIAISON');
  }
}
