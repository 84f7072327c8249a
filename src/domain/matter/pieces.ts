import { readLead } from '../intake/intake.ts';
import { draftOf } from './draft.ts';

/** One of two things that a message tells: a draft of its own. */
export type Piece = ReturnType<typeof draftOf>;

/** Where somebody goes on to something else. */
const turn = /(?:[。；;！!\n]\s*|^)(?=(?:另外|此外|还有一?件?事?|除此之外|顺便|再说一?件|同时(?:我们?)?(?:反映|举报)|我们?还要?(?:反映|举报|投诉)))/u;

/** The two things that a message tells, a 投诉 for oneself first: it seeks a remedy, the other reports what concerns everybody (domain section 5). Undefined where it tells one. */
export function piecesOf(words: string, now: Date): readonly [Piece, Piece] | undefined {
  const at = words.split(turn).map((part) => part.trim()).filter(Boolean);
  if (at.length < 2) return undefined;
  const [first = '', ...rest] = at;
  const whole = draftOf(readLead(words, { now }), words).facts;
  const [one, other] = [first, rest.join('')].map((part) => draftOf(readLead(part, { now }), part));
  if (!one || !other || !one.facts.violations.length || !other.facts.violations.length) return undefined;
  const complaints = [one, other].filter(({ facts }) => facts.kind === 'complaint');
  if (complaints.length !== 1) return undefined;
  const [complaint, lead] = one.facts.kind === 'complaint' ? [one, other] : [other, one];
  return [sharing(complaint, whole), sharing(lead, whole)];
}

// What was said once for both, the project above all, holds for both.
function sharing(piece: Piece, whole: Piece['facts']): Piece {
  const { facts } = piece;
  return { ...piece, facts: {
    ...facts, project: facts.project || whole.project, cityLevel: facts.cityLevel || whole.cityLevel, category: facts.category || whole.category, source: facts.source || whole.source,
  } };
}
