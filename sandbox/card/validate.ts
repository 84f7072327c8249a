import { isFields } from '../json.ts';
import { parseFault, type CardFault } from './fault.ts';
import { isLegacy, legacyFault } from './legacy.ts';
import { checkReferences, type Surroundings } from './references.ts';
import { checkShape } from './shape.ts';
import { skeleton } from './shapes-data.ts';
import { checkStructure } from './structure.ts';

/** The first fault of a card by contract 7, undefined when it is legal; `around` also checks the people, pictures and files it names. */
export function cardFault(card: unknown, around?: Surroundings): CardFault | undefined {
  if (!isFields(card)) return parseFault([], 'card is not an object');
  if (Object.keys(card).length === 0) return undefined;
  if (isLegacy(card)) return legacyFault(card);
  return checkShape(card, [], skeleton) ?? checkStructure(card) ?? (around === undefined ? undefined : checkReferences(card, around));
}
