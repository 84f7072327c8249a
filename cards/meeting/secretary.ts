import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { may, type DocCard } from '../kit/draw.ts';
import { cancelling, moving, open } from './secretary-calling.ts';
import { after, held, starting } from './secretary-holding.ts';
import { unseen } from '../kit/unseen.ts';

/** The secretary's card of a meeting: who answered, and what he may do next: begin, move, cancel, record, end. */
export const secretary: DocCard<Meeting> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  if (at.doc.state !== 'c.notified') return at.doc.state === 'c.held' ? held(at) : after(at);
  if (at.face === 'move' && may(at, 'move')) return moving(at);
  if (at.face === 'cancel' && may(at, 'cancel')) return cancelling(at);
  return at.face === 'start' && may(at, 'start') ? starting(at) : open(at);
};
