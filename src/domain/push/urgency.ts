import type { Document } from '../document.ts';
import { running } from '../time/clocks.ts';
import { limitRule } from '../time/limits.ts';
import type { Urgency } from './push.ts';

/** A card that is to be sent: its name, and where a limit asks for it the limit and its stage. */
export interface Asked { card: string; rule?: string; stage?: string }

/** Cards that are more, or less, than something to do. */
const byCard: Readonly<Record<string, Urgency>> = {
  approval: 'first', enforcement: 'first', joint: 'first', recusal: 'first',
  progress: 'news', minutes: 'news', 'receipt-form': 'news', 'feedback-check': 'news', files: 'news',
};

/** How much a card of a document may disturb (experience section 2): by its limit's stage where it reminds, else by what it is. */
export function urgencyOf({ card, rule = '', stage = '' }: Asked, doc: Pick<Document, 'clocks'>): Urgency {
  const moment = stage.split('-').at(-1) ?? '';
  if (rule && limitRule(rule)?.profile === 'hour24') return 'alarm';
  // A transfer within 24 hours waits for no morning: the morning may be too late.
  if (card === 'transfer' && running(doc.clocks, 'T38')) return 'alarm';
  if (!moment) return byCard[card] ?? 'duty';
  if (moment === 'before2h' || (moment === 'dueDay' && limitRule(rule)?.profile === 'short')) return 'first';
  return /^(before|dueDay|over|end|shelf|day$|quorum)/.test(moment) ? 'morning' : 'duty';
}
