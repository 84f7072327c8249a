import { dateOf, minute, time } from '../../src/domain/time/deadlines.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { shortName } from '../../src/domain/people.ts';
import { cut } from '../kit/branch-lines.ts';
import { back, choicesOf, linkButton, sentenceFace } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedText, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, form, help, input, line, moment, panel, plain, submit, type Card } from '../kit/kit.ts';
import { answeredOf, guestLine, meetingTitle, movedLine, placeOf, whenOf } from './meeting-lines.ts';

type At = DrawInput<Meeting>;

/** The secretary's card before the meeting: who answered, how far it is arranged; begin, move, cancel. */
export function open(at: At): Card {
  const { doc } = at;
  const waiting = doc.data.guests.filter((guest) => !guest.reply).map((guest) => shortName(at.world.directory, guest.organ));
  const done = [doc.data.chat && '已建群', doc.data.event && '已建日程', doc.data.board && '已置顶'].filter(Boolean).join('、');
  return card(
    { title: meetingTitle(at), subtitle: doc.data.noticeNo, tint: 'purple', tag: `已回复 ${answeredOf(at)}`, summary: `${doc.no} 已回复 ${answeredOf(at)}，${minute(doc.data.start)}` },
    [
      refusalLine(at), focus(whenOf(at)), movedLine(at) !== '' && line(movedLine(at)),
      facts([['地点', placeOf(at)], ['事项', doc.data.matterNos.join('、')], ['未回复', waiting.join('、')], ['安排', done || '正在建群和日程']]), linkButton('打开日程', doc.data.link), guests(at),
      choicesOf([
        may(at, 'start') && { text: '开始', tap: show(at, 'secretary', 'start') },
        may(at, 'move') && { text: '改期', tap: show(at, 'secretary', 'move') },
      ], [may(at, 'cancel') && { text: '取消会商', tap: show(at, 'secretary', 'cancel') }]),
    ],
  );
}

function guests(at: At) {
  const { guests: all } = at.doc.data;
  return panel(`参会单位 ${all.length} 家`, [...all.slice(0, 16).map((guest) => line(guestLine(at, guest))), ...all.filter((guest) => guest.note).slice(0, 8).map((guest) => plain(`${shortName(at.world.directory, guest.organ)}：${cut(guest.note, 80)}`, 2))]);
}

/** The face on which another time and place are set. */
export function moving(at: At): Card {
  const { doc } = at;
  const now = `${dateOf(new Date(doc.data.start))} ${time.clock(doc.data.start)}`;
  return card({ title: meetingTitle(at), subtitle: doc.data.noticeNo, tint: 'purple', tag: '改期', summary: `${doc.no} 会商改期` }, [
    refusalLine(at), focus(`原定 ${minute(doc.data.start)}`),
    form('move', [
      moment('start', '改到 *', { value: typedText(at, 'start', now).slice(0, 16).replace('T', ' ') }), input('place', '地点', { value: typedText(at, 'place', doc.data.place) }),
      input('reason', '理由', { value: typedText(at, 'reason', ''), placeholder: '提前不足时必填' }),
      help(`应提前 ${at.world.settings.noticeDays} 个工作日通知（系统默认）；改期后请各单位重新回复`),
      submit('send', '改期', { tap: act(at, 'move', { card: 'secretary' }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'secretary'),
  ]);
}

/** The face on which the reason of a cancellation is written. */
export function cancelling(at: At): Card {
  return card({ title: meetingTitle(at), subtitle: at.doc.data.noticeNo, tint: 'orange', tag: '填写理由', summary: `${at.doc.no} 取消会商` }, sentenceFace(at, {
    card: 'secretary', focus: `取消 ${minute(at.doc.data.start)} 的会商`, label: '取消理由 *', note: '取消后告知各单位，日程一并取消', verb: '取消会商', tap: act(at, 'cancel', { card: 'secretary' }),
  }));
}
