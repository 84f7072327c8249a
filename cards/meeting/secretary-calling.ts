import { dateOf, minute, time } from '../../src/domain/time/deadlines.ts';
import { stances } from '../../src/domain/meeting/calling/opinions.ts';
import { steps, type Step } from '../../src/domain/meeting/calling/set-up.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { nameOf, shortName } from '../../src/domain/people.ts';
import { cut } from '../kit/branch-lines.ts';
import { back, choicesOf, linkButton, sentenceFace, withLink } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedText, type DrawInput } from '../kit/draw.ts';
import { lostWords, putRight } from '../kit/lost.ts';
import { button, card, facts, focus, form, help, input, line, moment, panel, plain, submit, type Card, type Child } from '../kit/kit.ts';
import { lettersLine } from './secretary-letters.ts';
import { answeredOf, guestLine, meetingTitle, movedLine, placeOf, whenOf } from './meeting-lines.ts';

type At = DrawInput<Meeting>;

/** The secretary's card before the meeting: what was lost, who answered, how far it is arranged; begin, move, cancel. */
export function open(at: At): Card {
  const { doc } = at;
  const lost = doc.data.lost === null ? '' : lostWords(at, { group: '会商群', still: `会议仍按 ${minute(doc.data.start)} 进行？` });
  return card(
    { title: meetingTitle(at), subtitle: doc.data.noticeNo, tint: lost ? 'orange' : 'purple', tag: `已回复 ${answeredOf(at)}`, summary: `${doc.no} ${lost || `已回复 ${answeredOf(at)}`}，${minute(doc.data.start)}` },
    [
      refusalLine(at), focus(whenOf(at)), movedLine(at) !== '' && line(movedLine(at)), lost !== '' && line(lost),
      facts([['地点', placeOf(at)], ['事项', doc.data.matterNos.join('、')], ['未回复', waitingOf(at).join('、')], ['安排', progressOf(at)]]), ...failures(at),
      doc.data.leftOut.length > 0 && help(`需回避人员已自动移除：${doc.data.leftOut.join('、')}`), linkButton('打开日程', doc.data.link), lettersLine(at), guests(at), opinions(at),
      lost ? putRight(at, { card: 'secretary', giveUp: { act: 'cancel', face: 'cancel', text: '取消会议' } }) : choicesOf([
        may(at, 'start') && { text: '开始', tap: show(at, 'secretary', 'start') },
        may(at, 'move') && { text: '改期', tap: show(at, 'secretary', 'move') },
        waitingOf(at).length > 0 && may(at, 'replace') && { text: '换人', tap: show(at, 'secretary', 'proxy') },
      ], [
        may(at, 'ask') && { text: '改议题', tap: show(at, 'secretary', 'topics') }, doc.data.materials.length > 0 && may(at, 'openMaterial') && { text: '开放材料', tap: show(at, 'secretary', 'materials') },
        may(at, 'cancel') && { text: '取消会商', tap: show(at, 'secretary', 'cancel') },
      ]),
    ],
  );
}

/** Organs that have not answered, by their short names. */
export function waitingOf({ doc, world }: At): string[] {
  return doc.data.guests.filter((guest) => !guest.reply).map((guest) => shortName(world.directory, guest.organ));
}

/** 建群 · 拉人 16/17 · 日程 · 通知 · 邀请: the steps that are done. */
function progressOf({ doc: { data } }: At): string {
  const { done, joined, wanted, failed } = data.setUp;
  const shown = (Object.keys(steps) as Step[]).filter((step) => step !== 'board' && done.includes(step)).map((step) => (step === 'members' ? `${steps.members} ${joined}/${wanted}` : steps[step]));
  const left = (Object.keys(steps) as Step[]).some((step) => !done.includes(step) && !failed.some((one) => one.step === step));
  return [...shown, ...(left && data.setUp.failed.length === 0 ? ['进行中'] : [])].join(' · ');
}

function failures(at: At): Child[] {
  const { setUp } = at.doc.data;
  const retry = (step: Step): Child => may(at, 'retry') && button('重试', act(at, 'retry', { card: 'secretary', input: { step } }), { look: 'text' });
  const missing = setUp.missing.map((id) => nameOf(at.world.directory, id));
  return [
    ...setUp.failed.map((one) => withLink(line(`${steps[one.step]}未成（平台答复 ${one.code}）`), retry(one.step))),
    missing.length > 0 && withLink(line(`未进群：${missing.slice(0, 5).join('、')}${missing.length > 5 ? `等 ${missing.length} 人` : ''}`), retry('members')),
  ];
}

// What the organs think beforehand, with their reasons: for the secretary alone.
function opinions({ doc: { data }, world }: At): Child {
  if (!data.positions.length) return undefined;
  return panel(`会前意见 ${data.positions.length} 条`, data.questions.flatMap((question, index) => {
    const own = data.positions.filter((one) => one.question === question.id);
    return own.length ? [line(`${index + 1}　${question.text}`), ...own.slice(0, 17).map((one) => plain(`${shortName(world.directory, one.organ)}　${stances[one.stance]}：${cut(one.reason, 60)}`, 2))] : [];
  }).slice(0, 40));
}

function guests(at: At) {
  const { guests: all } = at.doc.data;
  return panel(`参会单位 ${all.length} 家`, [...all.slice(0, 16).map((guest) => plain(guestLine(at, guest), 2)), ...all.filter((guest) => guest.note).slice(0, 8).map((guest) => plain(`${shortName(at.world.directory, guest.organ)}：${cut(guest.note, 80)}`, 2))]);
}

/** The face on which another time and place are set. */
export function moving(at: At): Card {
  const { doc } = at;
  const now = `${dateOf(new Date(doc.data.start))} ${time.clock(doc.data.start)}`;
  return card({ title: meetingTitle(at), subtitle: doc.data.noticeNo, tint: 'purple', tag: '改期', summary: `${doc.no} 会商改期` }, [
    refusalLine(at), focus(`原定 ${minute(doc.data.start)}`),
    form('move', [
      moment('start', '改到 *', { value: typedText(at, 'start', now).slice(0, 16).replace('T', ' ') }), input('place', '地点', { value: typedText(at, 'place', doc.data.place) }),
      input('reason', '紧急理由', { value: typedText(at, 'reason', ''), placeholder: '提前不足时必填' }),
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
