import { z } from 'zod';
import { rows } from '../../document.ts';
import { minute } from '../../time/deadlines.ts';
import { post, redraw, toPerson } from '../../effects.ts';
import { nameOf } from '../../people.ts';
import { refuse } from '../../refusal.ts';
import { expectedIn, secretariat } from '../guests.ts';
import type { Meeting } from '../meeting.ts';
import { lostInput } from './calling-inputs.ts';
import { beforeRetry, type Lost } from './set-up.ts';

const row = rows<Meeting>();
const article = '第十条';
const nothing = z.object({}).loose();

/** What a loss is called on the trail. */
const words: Readonly<Record<Lost['what'], string>> = { group: '群被解散', bot: '机器人被移出群', member: '有人离开群', event: '日程被删除', eventMoved: '日程被改期' };

/** What is lost from outside (experience 6.8): noticed by an event of the platform or by looking, told to the secretary, and put right by one tap; once the meeting has begun it goes on without its group. */
export const lostRows = [
  row({
    act: 'lost', verb: '发现异常', code: 'CON_LOST', article, from: ['c.notified'], to: '=', by: ['system'], input: lostInput, newRound: true,
    guard: ({ doc, input, world }) => {
      const { lost } = doc.data;
      const same = lost?.what === input.what && input.who.every((id) => lost.who.includes(id));
      const ours = input.what !== 'member' || input.who.some((id) => expectedIn(doc.data, world.directory).includes(id));
      return same || !ours ? refuse('stale') : undefined;
    },
    change: ({ doc, input, world }) => {
      const before = doc.data.lost?.what === 'member' && input.what === 'member' ? doc.data.lost.who : [];
      return { lost: { what: input.what, who: [...new Set([...before, ...input.who])], at: world.now.toISOString(), start: input.start } };
    },
    follow: ({ doc }) => [toPerson(doc.data.convener, 'secretary'), redraw()],
    note: ({ input, world }) => `${words[input.what]}${input.who.length ? `：${input.who.map((id) => nameOf(world.directory, id)).join('、')}` : ''}`,
  }),
  row({
    act: 'lost', verb: '发现异常', code: 'CON_LOST', article, from: ['c.held', 'c.minutes', 'c.confirmed'], to: '=', by: ['system'], input: lostInput,
    guard: ({ doc, input }) => (doc.data.chat && (input.what === 'group' || input.what === 'bot') ? undefined : refuse('stale')),
    change: () => ({ chat: '', board: '' }),
    follow: () => [redraw()],
    note: ({ input }) => `${words[input.what]}，以后只在单聊办理`,
  }),
  row({
    act: 'restore', verb: '恢复', code: 'CON_RESTORE', article, from: ['c.notified'], to: '=', by: secretariat, input: nothing, newRound: true,
    guard: ({ doc }) => (doc.data.lost ? undefined : refuse('stale')),
    change: ({ doc: { data } }) => {
      if (data.lost?.what === 'group' || data.lost?.what === 'bot') return { lost: null, chat: '', board: '', setUp: beforeRetry(data.setUp, 'group') };
      if (data.lost?.what === 'event') return { lost: null, event: '', setUp: beforeRetry(data.setUp, 'event') };
      return { lost: null };
    },
    follow: ({ doc: { data } }) => {
      if (!data.chat) return [post('set-up', { step: 'group' }), redraw()];
      if (!data.event) return [post('set-up', { step: 'event' }), redraw()];
      return [post('set-up', { step: 'members' }), post('move-event'), redraw()];
    },
  }),
  row({
    act: 'accept', verb: '知道了', code: 'CON_RESTORE', article, from: ['c.notified'], to: '=', by: secretariat, input: nothing, newRound: true,
    guard: ({ doc }) => (doc.data.lost ? undefined : refuse('stale')),
    change: () => ({ lost: null }),
    follow: () => [redraw()],
    note: ({ doc }) => `仍按 ${minute(doc.data.start)} 进行`,
  }),
];
