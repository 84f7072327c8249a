import { z } from 'zod';
import type { Document } from '../src/domain/document.ts';
import { clock, dayText, minute } from '../src/domain/time/time.ts';
import type { Meeting } from '../src/domain/meeting/meeting.ts';
import { center, holders } from '../src/domain/people.ts';
import { effectJob, type Deps } from './define.ts';
import { mayReach } from './drawing.ts';
import { deliver } from './send-card.ts';
import { system } from './tell.ts';

const arranged = (doc: Document, effect: string, input: object) =>
  system({ kind: 'meeting', id: doc.id, act: 'arranged', input, cause: effect, matter: doc.matter });

/** The group of a meeting: named by its number only, with everybody expected, the live card pinned. Safe to repeat at any point. */
export const makeGroup = effectJob({
  name: 'make-group',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const meeting = doc as Document<Meeting>;
    const chat = meeting.data.chat || (await deps.platform.createChat({ name: `会商 ${doc.no}`, people: expected(meeting, deps), uuid: effect }));
    await deliver({ doc, card: 'board', face: '', uuid: `${effect}-b`, key: `chat:${chat}`, openId: '', chat }, deps);
    const board = (await deps.store.cards.of(doc.id)).find((live) => live.card === 'board');
    if (board) await deps.platform.pin(board.message);
    await deps.handle(arranged(doc, effect, { chat, board: board?.message ?? '' }));
  },
});

/** The calendar event with individual attendees (group attendees cannot answer) and its meeting link. */
export const makeEvent = effectJob({
  name: 'make-event',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const meeting = doc as Document<Meeting>;
    const people = expected(meeting, deps);
    const owner = meeting.data.convener || people[0] || '';
    const made = await deps.platform.createEvent({ ...when(meeting), title: `会商 ${doc.no}`, text: '议题和材料请在受控附件中查阅', people, owner, key: effect });
    const link = made.link || (await deps.platform.reserveMeeting({ topic: `会商 ${doc.no}`, owner, end: meeting.data.end }));
    await deps.handle(arranged(doc, effect, { event: made.event, link }));
  },
});

/** Moves the calendar event with the meeting. */
export const moveEvent = effectJob({
  name: 'move-event',
  payload: z.object({}),
  async run({ doc }, deps) {
    const meeting = doc as Document<Meeting>;
    if (meeting.data.event) await deps.platform.moveEvent(meeting.data.event, { title: `会商 ${doc.no}`, ...when(meeting) });
  },
});

/** Cancels the calendar event. */
export const cancelEvent = effectJob({
  name: 'cancel-event',
  payload: z.object({}),
  async run({ doc }, deps) {
    const { event } = (doc as Document<Meeting>).data;
    if (event) await deps.platform.cancelEvent(event);
  },
});

/** Brings one more person into the group. */
export const addToGroup = effectJob({
  name: 'add-to-group',
  payload: z.object({ person: z.string() }),
  async run({ doc, data }, deps) {
    const { chat } = (doc as Document<Meeting>).data;
    if (chat && mayReach(doc, data, deps)) await deps.platform.addToChat(chat, [data.person]);
  },
});

/** One line in the meeting's group; a reminder whose moment has passed is not sent. */
export const sayGroup = effectJob({
  name: 'say-group',
  payload: z.object({ text: z.enum(['day', 'hour', 'ten', 'moved', 'cancelled', 'confirmed']) }),
  async run({ doc, effect, data }, deps) {
    const meeting = doc as Document<Meeting>;
    const reminder = ['day', 'hour', 'ten'].includes(data.text);
    if (!meeting.data.chat || (reminder && deps.now().getTime() >= Date.parse(meeting.data.start))) return;
    await deps.platform.sendText({ chat: meeting.data.chat }, sentence(meeting, data.text), effect);
  },
});

function when({ data }: Document<Meeting>): { start: string; end: string; place: string } {
  return { start: data.start, end: data.end, place: data.place };
}

function expected(meeting: Document<Meeting>, deps: Deps): string[] {
  const { data } = meeting;
  const liaisons = data.guests.flatMap((guest) => holders(deps.directory, guest.organ, 'LIAISON').map((person) => person.id));
  const secretaries = holders(deps.directory, center, 'SECRETARY').map((person) => person.id);
  return [...new Set([data.convener, ...secretaries, ...data.guests.map((guest) => guest.person), ...liaisons])].filter((id) => id !== '' && mayReach(meeting, { person: id }, deps));
}

function sentence({ data }: Document<Meeting>, text: string): string {
  const answered = `已回复 ${data.guests.filter((guest) => guest.reply).length}/${data.guests.length} 家`;
  const place = `${data.place}${data.link ? `，视频 ${data.link}` : ''}`;
  switch (text) {
    case 'day':
      return `会商提醒：${minute(data.start)}，${place}。${answered}。`;
    case 'hour':
      return `会商 1 小时后开始：${clock(data.start)}，${place}。${answered}。`;
    case 'ten':
      return `会商 10 分钟后开始：${clock(data.start)}，${place}。`;
    case 'moved':
      return `会商已改期：${minute(data.start)}，${place}。请重新回复。`;
    case 'cancelled':
      return `会商已取消，原定 ${dayText(data.start)}${clock(data.start)}。理由：${data.cancelReason}`;
    default:
      return `纪要已确认，${data.resolutions.length} 项任务已派出。`;
  }
}
