import { dateOf, minute, time } from '../../src/domain/time/deadlines.ts';
import { meetingStates, type Meeting } from '../../src/domain/meeting/meeting.ts';
import { shortName } from '../../src/domain/people.ts';
import { cut } from '../kit/branch-lines.ts';
import { back, choicesOf, linkButton, sentenceFace } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedList, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, form, help, input, line, moment, multiSelect, panel, plain, submit, type Card } from '../kit/kit.ts';
import { answeredOf, confirmedOf, dutyLine, guestLine, movedLine, placeOf, whenOf } from './meeting-lines.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Meeting>;

/** The secretary's card of a meeting: who answered, and what he may do next: begin, move, cancel, record, end. */
export const secretary: DocCard<Meeting> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  if (at.doc.state !== 'c.notified') return at.doc.state === 'c.held' ? held(at) : after(at);
  if (at.face === 'move' && may(at, 'move')) return moving(at);
  if (at.face === 'cancel' && may(at, 'cancel')) return cancelling(at);
  return at.face === 'start' && may(at, 'start') ? starting(at) : open(at);
};

function titleOf({ doc }: At): string {
  return `会商　${doc.no}`;
}

function guests(at: At) {
  const { guests: all } = at.doc.data;
  return panel(`参会单位 ${all.length} 家`, [...all.slice(0, 16).map((guest) => line(guestLine(at, guest))), ...all.filter((guest) => guest.note).slice(0, 8).map((guest) => plain(`${shortName(at.world.directory, guest.organ)}：${cut(guest.note, 80)}`, 2))]);
}

function open(at: At): Card {
  const { doc } = at;
  const waiting = doc.data.guests.filter((guest) => !guest.reply).map((guest) => shortName(at.world.directory, guest.organ));
  const done = [doc.data.chat && '已建群', doc.data.event && '已建日程', doc.data.board && '已置顶'].filter(Boolean).join('、');
  return card(
    { title: titleOf(at), subtitle: doc.data.noticeNo, tint: 'purple', tag: `已回复 ${answeredOf(at)}`, summary: `${doc.no} 已回复 ${answeredOf(at)}，${minute(doc.data.start)}` },
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

function starting(at: At): Card {
  const coming = at.doc.data.guests.filter((guest) => guest.reply !== '').map((guest) => guest.organ);
  return card({ title: titleOf(at), subtitle: at.doc.data.noticeNo, tint: 'purple', tag: '签到', summary: `${at.doc.no} 开始会商` }, [
    refusalLine(at), focus('请核对到会单位'),
    form('start', [
      multiSelect('organs', '到会单位 *', { options: at.doc.data.guests.map((guest) => ({ value: guest.organ, text: shortName(at.world.directory, guest.organ) })), values: typedList(at, 'organs', coming) }),
      help('已按参会回复预选；到会不足 2 家不能开始'),
      submit('send', '开始', { tap: act(at, 'start', { card: 'secretary' }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'secretary'),
  ]);
}

function moving(at: At): Card {
  const { doc } = at;
  const now = `${dateOf(new Date(doc.data.start))} ${time.clock(doc.data.start)}`;
  return card({ title: titleOf(at), subtitle: doc.data.noticeNo, tint: 'purple', tag: '改期', summary: `${doc.no} 会商改期` }, [
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

function cancelling(at: At): Card {
  return card({ title: titleOf(at), subtitle: at.doc.data.noticeNo, tint: 'orange', tag: '填写理由', summary: `${at.doc.no} 取消会商` }, sentenceFace(at, {
    card: 'secretary', focus: `取消 ${minute(at.doc.data.start)} 的会商`, label: '取消理由 *', note: '取消后告知各单位，日程一并取消', verb: '取消会商', tap: act(at, 'cancel', { card: 'secretary' }),
  }));
}

function held(at: At): Card {
  const { doc, world } = at;
  const present = doc.data.guests.filter((guest) => guest.present).map((guest) => shortName(world.directory, guest.organ));
  const some = doc.data.resolutions.length > 0;
  const goTo = (face: string) => ({ do: 'show', kind: doc.kind, id: doc.id, card: 'board', face }) as const;
  return card({ title: `会商进行中　${doc.no}`, tint: 'purple', tag: `已议定 ${doc.data.resolutions.length} 项`, summary: `${doc.no} 会商进行中` }, [
    refusalLine(at), focus(some ? `已议定 ${doc.data.resolutions.length} 项` : '尚未记录议定事项'), facts([['到会', present.join('、')], ['开始', minute(doc.data.heldAt)]]),
    ...doc.data.resolutions.slice(0, 8).map((task, index) => plain(`${dutyLine(at, task, index + 1)}　${cut(task.what, 60)}`, 2)),
    !some && help('每条议定写明责任单位和完成日期，才能结束'),
    choicesOf([
      may(at, 'resolve') && { text: '记一条议定', tap: goTo('resolve') },
      some && may(at, 'finish') && { text: '结束会商', tap: act(at, 'finish', { card: 'secretary' }), confirm: { title: '结束会商？', text: '结束后生成纪要，送到会单位确认。' } },
    ]),
  ]);
}

function after(at: At): Card {
  const { doc, world } = at;
  const state = meetingStates[doc.state as keyof typeof meetingStates] ?? doc.state;
  const open = doc.data.guests.filter((guest) => guest.present && !guest.confirmed).map((guest) => shortName(world.directory, guest.organ));
  const left = doc.data.resolutions.filter((task) => !task.doneAt).length;
  const off = doc.state === 'c.cancelled';
  const words = off ? '会商已取消' : doc.state === 'c.minutes' ? `纪要确认 ${confirmedOf(at)}` : left ? `任务还有 ${left} 项未办结` : '任务已全部办结';
  return card({ title: titleOf(at), subtitle: doc.data.minutesNo || doc.data.noticeNo, tint: off ? 'grey' : 'green', tag: state, summary: `${doc.no} ${state}` }, [
    focus(words), facts([['时间', minute(doc.data.start)], ['未确认', doc.state === 'c.minutes' && open.join('、')], ['状态', state]]),
    off && plain(`理由：${cut(doc.data.cancelReason, 200)}`),
    !off && panel('议定事项', doc.data.resolutions.slice(0, 8).map((task, index) => plain(`${dutyLine(at, task, index + 1)}　${cut(task.what, 60)}`, 2))),
  ]);
}
