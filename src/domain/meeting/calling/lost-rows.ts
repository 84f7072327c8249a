import { rows } from '../../document.ts';
import { post, redraw, toPerson } from '../../effects.ts';
import { losses, lostInput } from '../../group/lost.ts';
import { lossRows } from '../../group/lost-rows.ts';
import { refuse } from '../../refusal.ts';
import { minute } from '../../time/deadlines.ts';
import { expectedIn, secretariat } from '../guests.ts';
import type { Meeting } from '../meeting.ts';
import { beforeRetry } from './set-up.ts';

const row = rows<Meeting>();
const article = '第十条';

/** What is lost of a called meeting, its calendar event too, is put right before it begins; once it has begun it goes on without its group. */
export const lostRows = [
  ...lossRows<Meeting>({
    codes: { lost: 'CON_LOST', restored: 'CON_RESTORE' }, article, from: ['c.notified'], by: secretariat,
    expected: (data, { directory }) => expectedIn(data, directory),
    tell: (data) => [toPerson(data.convener, 'secretary')],
    change: ({ lost, setUp }) => {
      if (lost?.what === 'group' || lost?.what === 'bot') return { chat: '', board: '', setUp: beforeRetry(setUp, 'group') };
      return lost?.what === 'event' ? { event: '', setUp: beforeRetry(setUp, 'event') } : {};
    },
    again: ({ chat, event }) => {
      if (!chat) return [post('set-up', { step: 'group' })];
      return event ? [post('set-up', { step: 'members' }), post('move-event')] : [post('set-up', { step: 'event' })];
    },
    stays: ({ start }) => `仍按 ${minute(start)} 进行`,
  }),
  row({
    act: 'lost', verb: '发现异常', code: 'CON_LOST', article, from: ['c.held', 'c.minutes', 'c.confirmed'], to: '=', by: ['system'], input: lostInput,
    guard: ({ doc, input }) => (doc.data.chat && (input.what === 'group' || input.what === 'bot') ? undefined : refuse('stale')),
    change: () => ({ chat: '', board: '' }),
    follow: () => [redraw()],
    note: ({ input }) => `${losses[input.what]}，以后只在单聊办理`,
  }),
];
