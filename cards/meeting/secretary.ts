import { standing, type Meeting } from '../../src/domain/meeting/meeting.ts';
import { center } from '../../src/domain/people.ts';
import { may, type DocCard, type DrawInput } from '../kit/draw.ts';
import type { Card } from '../kit/kit.ts';
import { recording } from './board-holding.ts';
import { invitation } from './invitation.ts';
import { organOf } from './meeting-lines.ts';
import { proposal } from './proposal.ts';
import { materials, proxies, topics, warning } from './secretary-before.ts';
import { cancelling, moving, open, waitingOf } from './secretary-calling.ts';
import { after, fixing, held, starting } from './secretary-holding.ts';
import { letters } from './secretary-letters.ts';
import { unseen } from '../kit/unseen.ts';

type Face = { act: string; draw(at: DrawInput<Meeting>): Card };

/** Faces of the card before the meeting, and the act that each is for. */
const faces: Readonly<Record<string, Face>> = {
  move: { act: 'move', draw: moving }, cancel: { act: 'cancel', draw: cancelling }, start: { act: 'start', draw: starting }, proxy: { act: 'replace', draw: proxies }, topics: { act: 'ask', draw: topics },
  materials: { act: 'openMaterial', draw: materials }, letters: { act: 'replyByLetter', draw: letters },
};

/** The secretary's card of a meeting: who answered, and what he may do next: begin, move, cancel, record, end. */
export const secretary: DocCard<Meeting> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  if (organOf(at) !== center) return invitation({ ...at, face: '' });
  switch (at.doc.state) {
    case 'c.proposed':
    case 'c.declined':
      return proposal({ ...at, face: '' });
    case 'c.notified':
      return called(at);
    case 'c.held':
      return holding(at);
    default:
      return at.face.startsWith('letters') && may(at, 'answerByLetter') ? letters(at) : after(at);
  }
};

function holding(at: DrawInput<Meeting>): Card {
  if (at.face === 'resolve' && may(at, 'resolve')) return recording(at, 'secretary');
  const fixed = standing(at.doc.data).find(({ id }) => at.face === `fix-${id}`);
  return fixed && may(at, 'correct') ? fixing(at, fixed) : held(at);
}

function called(at: DrawInput<Meeting>): Card {
  const face = faces[at.face.split('-')[0] ?? ''];
  if (face && may(at, face.act)) return face.draw(at);
  return at.face === 'quorum' && !at.doc.data.lost && may(at, 'nudge') && waitingOf(at).length > 0 ? warning(at) : open(at);
}
