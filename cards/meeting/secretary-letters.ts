import { byLetter } from '../../src/domain/meeting/guests.ts';
import { owesAnswer } from '../../src/domain/meeting/letters.ts';
import { replies, type Guest, type Meeting } from '../../src/domain/meeting/meeting.ts';
import { shortName } from '../../src/domain/people.ts';
import { cut } from '../kit/branch-lines.ts';
import { back, paperLink, withLink } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedText, type DrawInput } from '../kit/draw.ts';
import { button, card, focus, form, help, input, line, plain, select, submit, type Card, type Child } from '../kit/kit.ts';
import { guestLine, meetingTitle } from './meeting-lines.ts';

type At = DrawInput<Meeting>;

/** The organs without an account that still have something to answer: all of them before the meeting, those that were there after it. */
export function writtenTo({ doc, world }: At): readonly Guest[] {
  const organs = byLetter(doc.data, world.directory);
  return doc.data.guests.filter((guest) => organs.includes(guest.organ) && (doc.state === 'c.notified' || guest.present));
}

/** The way to the letters, where there are any and the secretary may write down what comes back. */
export function lettersLine(at: At): Child {
  const all = writtenTo(at);
  const answering = at.doc.state === 'c.notified' ? 'replyByLetter' : 'answerByLetter';
  if (!all.length || !may(at, answering)) return undefined;
  return withLink(line(`书面寄送：${cut(all.map(({ organ }) => shortName(at.world.directory, organ)).join('、'), 60)}`), button('办理', show(at, 'secretary', 'letters'), { look: 'text' }));
}

/** The face of the letters: each with its file to be printed, who comes and his telephone, and a form for what was told by telephone or came back on paper. */
export function letters(at: At): Card {
  const { doc, world } = at;
  const chosen = writtenTo(at).find(({ organ }) => at.face === `letters-${organ}`);
  const head = { title: meetingTitle(at), subtitle: doc.data.minutesNo || doc.data.noticeNo, tint: 'purple', tag: chosen ? '代录' : '书面寄送', summary: `${doc.no} 书面寄送` } as const;
  if (chosen) return card(head, [refusalLine(at), ...(doc.state === 'c.notified' ? replyForm(at, chosen) : minutesForm(at, chosen)), back(at, 'secretary')]);
  const paper = doc.state === 'c.notified' ? 'meeting-notice' : 'minutes';
  const rows = writtenTo(at).slice(0, 8).flatMap((guest): Child[] => [
    withLink(plain(doc.state === 'c.notified' ? guestLine(at, guest) : `${shortName(world.directory, guest.organ)}　${owesAnswer(guest) ? '待确认' : guest.confirmed === 'ok' ? '已确认' : '有不同意见'}`, 2), button('代录', show(at, 'secretary', `letters-${guest.organ}`), { look: 'text' })),
    withLink(plain(guest.visitor ? `电话 ${cut(guest.visitor.phone, 30)}` : `${doc.state === 'c.notified' ? '通知' : '纪要'}文件`), paperLink(doc, `${paper}:${guest.organ}`, '取文件')),
  ]);
  return card(head, [refusalLine(at), focus('以下单位没有飞书，请打印寄送'), ...rows, help('对方扫码即可回复；来电或寄回纸质回执的，请代录'), back(at, 'secretary')]);
}

function replyForm(at: At, { organ, reply, visitor, repliedBy }: Guest): Child[] {
  return [
    focus(`代录 ${shortName(at.world.directory, organ)} 的回复`),
    form('letter', [
      select('reply', '回复 *', { options: Object.entries(replies).map(([value, text]) => ({ value, text })), value: typedText(at, 'reply', reply || 'yes') }),
      input('name', '姓名 *', { value: typedText(at, 'name', visitor?.name ?? repliedBy), placeholder: '参会人；请假的写来电人' }), input('title', '职务', { value: typedText(at, 'title', visitor?.title ?? ''), placeholder: '参加的必填' }),
      input('phone', '电话', { value: typedText(at, 'phone', visitor?.phone ?? ''), placeholder: '参加的必填' }), input('note', '说明', { value: typedText(at, 'note', ''), placeholder: '可不填' }),
      submit('send', '书面回复', { tap: act(at, 'replyByLetter', { card: 'secretary', input: { organ } }), look: 'primary_filled', wide: true }),
    ]),
  ];
}

function minutesForm(at: At, { organ }: Guest): Child[] {
  return [
    focus(`代录 ${shortName(at.world.directory, organ)} 的意见`),
    form('letter', [
      select('answer', '意见 *', { options: [{ value: 'ok', text: '确认' }, { value: 'dissent', text: '有不同意见' }], value: typedText(at, 'answer', 'ok') }),
      input('dissent', '不同意见', { value: typedText(at, 'dissent', ''), rows: 3, placeholder: '有不同意见的必填，原文照记' }), input('name', '来电人 *', { value: typedText(at, 'name', '') }),
      submit('send', '书面确认', { tap: act(at, 'answerByLetter', { card: 'secretary', input: { organ } }), look: 'primary_filled', wide: true }),
    ]),
  ];
}
