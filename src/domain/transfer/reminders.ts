import type { Fired } from '../time/clock-rows.ts';
import type { Document, EffectRequest, World } from '../document.ts';
import { toRole } from '../effects.ts';
import { center } from '../people.ts';
import { toHandlers } from './changes.ts';
import type { Transfer } from './transfer.ts';

/** Who hears of a limit of a transfer: the department's own ones go to handlers and head, the late delivery also to the Center; limits of the receiving organ only to the handlers, who ask there. */
export function transferReminders(doc: Document<Transfer>, fired: Fired, world: World): readonly EffectRequest[] {
  if (fired.stage === 'start') return [];
  const head = (card: string) => toRole(world.directory, { organ: doc.data.organ, roles: ['HEAD'] }, card);
  const late = fired.stage.startsWith('over') || fired.stage === 'end';
  switch (fired.rule) {
    case 'T09':
    case 'T38':
      return [...toHandlers(doc, 'transfer'), ...head('transfer'), ...(late ? toRole(world.directory, { organ: center, roles: ['C_HEAD'] }, 'late-transfer') : [])];
    case 'T10':
      return [...toHandlers(doc, 'receipt-form'), ...(fired.stage === 'over3' ? head('late-transfer') : [])];
    case 'T42':
    case 'T44':
    case 'T45':
      return [...toHandlers(doc, 'receipt-form'), ...(late ? head('late-transfer') : [])];
    default:
      return toHandlers(doc, 'receipt-form');
  }
}
