import { z } from 'zod';
import type { Document } from '../../src/domain/document.ts';
import { clock, dayText, minute } from '../../src/domain/time/time.ts';
import { neutralName } from '../../src/domain/matter/evidence.ts';
import { expectedIn } from '../../src/domain/meeting/guests.ts';
import { tasksOf, type Meeting } from '../../src/domain/meeting/meeting.ts';
import { groupLines, urgencyOfLine } from '../../src/domain/meeting/calling/urgency.ts';
import { claim } from '../cards/push.ts';
import { effectJob } from '../define.ts';
import { isGroupGone } from '../platform-fault.ts';
import { send } from '../send.ts';
import { system } from '../tell.ts';

/** One line in the meeting's group, where the group may be disturbed; else the board there, which is drawn anew with every act, says it. A reminder whose moment has passed, or of a time that is no longer that of the meeting, is not sent. */
export const sayGroup = effectJob({
  name: 'say-group',
  payload: z.object({ text: z.enum(groupLines), start: z.string().default(''), urgent: z.boolean().default(false) }),
  async run({ doc, effect, data }, deps) {
    const meeting = doc as Document<Meeting>;
    const reminder = ['day', 'hour', 'ten'].includes(data.text);
    const over = reminder && (doc.state !== 'c.notified' || deps.now().getTime() >= Date.parse(meeting.data.start));
    const old = data.start !== '' && data.start !== meeting.data.start;
    if (!meeting.data.chat || over || old) return;
    const { chat } = meeting.data;
    const urgency = urgencyOfLine(data.text, meeting.data, { now: deps.now() });
    if ((await claim({ doc, urgency, uuid: effect, key: `chat:${chat}`, openId: '', chat }, deps)).push !== 'now') return;
    const sent = await send({ to: { chat }, content: { text: sentence(meeting, data.text) }, uuid: effect, about: { doc } }, deps).catch(async (fault: unknown) => {
      if (!isGroupGone(fault)) throw fault;
      // The platform would have told us that the group is gone, but its news may come late or never.
      await deps.handle(system({ kind: 'meeting', id: doc.id, act: 'lost', input: { what: 'group', who: [] }, cause: effect, matter: doc.matter }));
      return undefined;
    });
    if (data.urgent && sent) await deps.platform.urge(sent.message, expectedIn(meeting.data, deps.directory));
  },
});

/** Looks whether the calendar event still stands where the meeting stands; the platform tells an app nothing when people change it. */
export const lookAfterEvent = effectJob({
  name: 'look-after-event',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const { event, start } = (doc as Document<Meeting>).data;
    if (!event || doc.state !== 'c.notified') return;
    const standing = await deps.platform.readEvent(event);
    if (standing?.start === new Date(start).toISOString()) return;
    const input = standing ? { what: 'eventMoved', start: standing.start } : { what: 'event' };
    await deps.handle(system({ kind: 'meeting', id: doc.id, act: 'lost', input, cause: effect, matter: doc.matter }));
  },
});

/** Sends one opened piece of evidence to one person in his own chat, under a name that says nothing. */
export const sendMaterial = effectJob({
  name: 'send-material',
  payload: z.object({ id: z.string(), person: z.string() }),
  async run({ doc, effect, data }, deps) {
    const material = (doc as Document<Meeting>).data.materials.find((one) => one.id === data.id);
    if (!material) return;
    const { bytes } = await deps.store.files.get(material.file);
    await send({ to: { openId: data.person }, content: { file: { name: neutralName(material.n, material), bytes } }, uuid: effect, about: { doc } }, deps);
  },
});

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
      return tasksOf(data).length ? `纪要已确认，${tasksOf(data).length} 项任务已派出。` : '纪要已确认，没有另派任务。';
  }
}
