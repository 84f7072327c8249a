import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { minute } from '../../src/domain/time/deadlines.ts';
import { nameOf, shortName } from '../../src/domain/people.ts';
import { choicesOf } from '../kit/controls.ts';
import { act, may, show, type DrawInput } from '../kit/draw.ts';
import type { Child } from '../kit/kit.ts';

type At = DrawInput<Meeting>;

/** What was lost, in one sentence that says who did it where the platform says so. */
export function lostWords({ doc, world }: At): string {
  const { lost, start } = doc.data;
  const still = `会议仍按 ${minute(start)} 进行？`;
  const by = lost?.who[0] ? `操作人 ${nameOf(world.directory, lost.who[0])}` : '操作人不详';
  const gone = (lost?.who ?? []).map((id) => `${nameOf(world.directory, id)}（${shortName(world.directory, world.directory.people.get(id)?.organ ?? '')}）`).join('、');
  switch (lost?.what) {
    case 'event':
      return `日程被删除（${by}）。${still}`;
    case 'eventMoved':
      return `日程被改到 ${minute(lost.start)}（${by}）。${still}`;
    case 'group':
      return `会商群被解散（${by}）。${still}`;
    case 'bot':
      return `机器人被移出会商群（${by}），不能再提醒。${still}`;
    case 'member':
      return `${gone} 离开了会商群`;
    default:
      return '';
  }
}

/** What may be done about it: put right by one tap, leave it, or cancel the meeting. */
export function putRight(at: At): Child {
  const { lost } = at.doc.data;
  const verb = { event: '恢复日程', eventMoved: '恢复日程', group: '重新建群', bot: '重新建群', member: '请回群' }[lost?.what ?? 'event'];
  return choicesOf([
    may(at, 'restore') && { text: verb, tap: act(at, 'restore', { card: 'secretary' }) },
    may(at, 'accept') && { text: '知道了', tap: act(at, 'accept', { card: 'secretary' }) },
    may(at, 'cancel') && { text: '取消会议', tap: show(at, 'secretary', 'cancel') },
  ]);
}
