import { minute } from '../../src/domain/time/deadlines.ts';
import { isComing } from '../../src/domain/meeting/guests.ts';
import { meetingStates, numberOfResolution, standing, tasksOf, type Meeting, type Resolution } from '../../src/domain/meeting/meeting.ts';
import { shortName } from '../../src/domain/people.ts';
import { lettersLine } from './secretary-letters.ts';
import { cut, stamp } from '../kit/branch-lines.ts';
import { back, choicesOf } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedList, typedText, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, form, help, input, multiSelect, panel, plain, submit, type Card, type Child } from '../kit/kit.ts';
import { resolutionFields } from './board-holding.ts';
import { confirmedOf, dutyLine, meetingTitle } from './meeting-lines.ts';

type At = DrawInput<Meeting>;

/** The face on which those present are ticked and the meeting begins. */
export function starting(at: At): Card {
  const coming = at.doc.data.guests.filter(isComing).map((guest) => guest.organ);
  return card({ title: meetingTitle(at), subtitle: at.doc.data.noticeNo, tint: 'purple', tag: '签到', summary: `${at.doc.no} 开始会商` }, [
    refusalLine(at), focus('请核对到会单位'),
    form('start', [
      multiSelect('organs', '到会单位 *', { options: at.doc.data.guests.map((guest) => ({ value: guest.organ, text: shortName(at.world.directory, guest.organ) })), values: typedList(at, 'organs', coming) }),
      help('已按参会回复预选；到会不足 2 家不能开始'),
      submit('send', '开始', { tap: act(at, 'start', { card: 'secretary' }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'secretary'),
  ]);
}

/** The secretary's card while the meeting is held: record and end. */
export function held(at: At): Card {
  const { doc, world } = at;
  const present = doc.data.guests.filter((guest) => guest.present).map((guest) => shortName(world.directory, guest.organ));
  const some = standing(doc.data).length > 0;
  return card({ title: `会商进行中　${doc.no}`, tint: 'purple', tag: `已议定 ${standing(doc.data).length} 项`, summary: `${doc.no} 会商进行中` }, [
    refusalLine(at), focus(some ? `已议定 ${standing(doc.data).length} 项` : '尚未记录议定事项'), facts([['到会', present.join('、')], ['开始', minute(doc.data.heldAt)]]),
    ...standing(doc.data).slice(0, 8).map((task, index) => plain(`${dutyLine(at, task, index + 1)}　${cut(task.what, 60)}`, 2)),
    !some && help('每条议定写明责任单位和完成日期，才能结束'), groupless(at),
    choicesOf([
      may(at, 'resolve') && { text: '记一条议定', tap: show(at, 'secretary', 'resolve') },
      some && may(at, 'finish') && { text: '结束会商', tap: act(at, 'finish', { card: 'secretary' }), confirm: { title: '结束会商？', text: '结束后生成纪要，送到会单位确认。' } },
    ], standing(doc.data).slice(0, 10).map(({ id }, index) => may(at, 'correct') && { text: `改第 ${index + 1} 项`, tap: show(at, 'secretary', `fix-${id}`) })),
    struckPanel(at),
  ]);
}

// Somebody ended the group, or sent the bot away: everything is in the chats with the bot anyway.
function groupless({ doc }: At): Child {
  return doc.data.chat === '' && doc.data.setUp.done.includes('group') && help('会商群已不在，以后只在单聊办理');
}

// What was struck or corrected stays readable until and after the end.
function struckPanel({ doc, world }: At): Child {
  const struck = doc.data.resolutions.filter((task) => task.struck);
  return struck.length > 0 && panel(`已划去或改正 ${struck.length} 项`, struck.slice(0, 8).map((task) => plain(`${shortName(world.directory, task.organ)}　${cut(task.what, 60)}（${task.struck?.by ?? ''} ${stamp(task.struck?.at ?? '')}：${cut(task.struck?.reason ?? '', 60)}）`, 3)));
}

/** The face on which a decision is corrected or struck before the end, with its trace. */
export function fixing(at: At, was: Resolution): Card {
  const { doc } = at;
  const tapOf = (name: string) => act(at, name, { card: 'secretary', input: { id: was.id } });
  return card({ title: `会商进行中　${doc.no}`, tint: 'purple', tag: '改正', summary: `${doc.no} 会商进行中` }, [
    refusalLine(at), focus(`第 ${numberOfResolution(doc.data, was.id)} 项议定`),
    form('fix', [
      ...resolutionFields(at, { was, clear: false }),
      input('reason', '理由', { value: typedText(at, 'reason', ''), placeholder: '划去的必填' }), help('原来的一条保留在记录中，写明谁、何时、为什么'),
      submit('send', '改正', { tap: tapOf('correct'), look: 'primary_filled' }), submit('strike', '划去', { tap: tapOf('strike') }),
    ]),
    back(at, 'secretary'),
  ]);
}

/** The secretary's card after the meeting: minutes and tasks. */
export function after(at: At): Card {
  const { doc, world } = at;
  const state = meetingStates[doc.state as keyof typeof meetingStates] ?? doc.state;
  const open = doc.data.guests.filter((guest) => guest.present && !guest.confirmed).map((guest) => shortName(world.directory, guest.organ));
  const left = tasksOf(doc.data).filter((task) => !task.doneAt).length;
  const off = doc.state === 'c.cancelled';
  const words = off ? '会商已取消' : doc.state === 'c.minutes' ? `纪要确认 ${confirmedOf(at)}` : left ? `任务还有 ${left} 项未办结` : '任务已全部办结';
  return card({ title: meetingTitle(at), subtitle: doc.data.minutesNo || doc.data.noticeNo, tint: off ? 'grey' : 'green', tag: state, summary: `${doc.no} ${state}` }, [
    focus(words), facts([['时间', minute(doc.data.start)], ['未确认', doc.state === 'c.minutes' && open.join('、')], ['状态', state]]),
    !off && groupless(at), lettersLine(at), off && plain(`理由：${cut(doc.data.cancelReason, 200)}`),
    !off && panel('议定事项', standing(doc.data).slice(0, 8).map((task, index) => plain(`${dutyLine(at, task, index + 1)}　${cut(task.what, 60)}`, 2))),
  ]);
}
