import type { Fired } from '../time/clock-rows.ts';
import type { Document, EffectRequest, World } from '../document.ts';
import { toPerson, toRole } from '../effects.ts';
import { center, onDuty, type StaffRole } from '../people.ts';
import { dateOf } from '../time/time.ts';
import type { Forward } from './forward.ts';

/** Who hears of a limit of a forward, and by which card (experience 2, 7.3): before it the liaisons, after it the ladder. */
export function remindersOf(doc: Document<Forward>, fired: Fired, world: World): readonly EffectRequest[] {
  const to = (card: string, ...roles: StaffRole[]) => toRole(world.directory, { organ: doc.data.organ, roles }, card);
  if (doc.state === 'feedbackIn') return [];
  if (fired.rule === 'T04') {
    if (doc.state !== 'sent' || fired.stage === 'start') return [];
    if (fired.stage === 'half') return onDuty(world.directory, doc.data.organ, dateOf(world.now)).map(({ id }) => toPerson(id, 'unsigned'));
    return fired.stage === 'end' ? to('unsigned', 'LIAISON', 'DEPUTY') : to('unsigned', 'LIAISON');
  }
  const clerk = world.directory.people.has(doc.data.clerk) ? [toPerson(doc.data.clerk, fired.rule === 'T01' ? 'forward' : 'overdue')] : [];
  if (fired.rule === 'T01') return fired.stage === 'start' ? [] : [...clerk, ...toRole(world.directory, { organ: center, roles: ['C_HEAD'] }, 'forward')];
  if (fired.rule !== 'T03') return [];
  switch (fired.stage) {
    case 'over1':
      return [...to('overdue', 'LIAISON', 'DEPUTY'), ...clerk];
    case 'over3':
      return [...to('overdue', 'HEAD', 'DEPUTY'), ...clerk];
    case 'over5':
      return [...toRole(world.directory, { organ: center, roles: ['C_HEAD'] }, 'overdue'), ...clerk];
    default:
      return to('due-soon', 'LIAISON');
  }
}
