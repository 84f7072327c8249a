import { countsOf, stances, type Stance } from '../../src/domain/meeting/calling/opinions.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { back, choicesOf, must } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, focus, form, help, input, line, select, submit, type Card } from '../kit/kit.ts';
import { invitation } from './invitation.ts';
import { organOf } from './meeting-lines.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Meeting>;
const name = 'position';

/** K43 会前意见: one question after the other; the face is the question's id. The reasons stay between the organ, the secretary and the minutes. */
export const position: DocCard<Meeting> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const { questions } = at.doc.data;
  const open = questions.findIndex((question) => !at.doc.data.positions.some((one) => one.question === question.id && one.organ === organOf(at)));
  const index = at.face ? questions.findIndex((question) => question.id === at.face) : open;
  return at.doc.state === 'c.notified' && questions[index] && may(at, 'position') ? asking(at, index) : invitation({ ...at, face: '' });
};

/** 同意 1　不同意 0　保留 1　需补证 0: how the organs stand on a question. */
export function countLine({ doc }: At, question: string): string {
  const counts = countsOf(doc.data.positions, question);
  return (Object.keys(stances) as Stance[]).map((stance) => `${stances[stance]} ${counts[stance].length}`).join('　');
}

function asking(at: At, index: number): Card {
  const { doc } = at;
  const { questions, positions, guests } = doc.data;
  const question = questions[index] ?? { id: '', text: '' };
  const own = positions.find((one) => one.question === question.id && one.organ === organOf(at));
  const filed = positions.filter((one) => one.question === question.id).length;
  const next = questions[index + 1];
  return card({ title: `会前意见　${doc.no}`, subtitle: `第 ${index + 1} 题，共 ${questions.length} 题`, tint: own ? 'green' : 'purple', tag: `${filed}/${guests.length}`, summary: `${doc.no} 会前意见` }, [
    refusalLine(at), focus(question.text), own ? line(`${own.by} 已提交：${stances[own.stance]}，会前可以修改`) : undefined,
    form('position', [
      must(select('stance', '本单位意见 *', { options: (Object.keys(stances) as Stance[]).map((value) => ({ value, text: stances[value] })), value: typedText(at, 'stance', own?.stance ?? '') })),
      must(input('reason', '理由 *', { value: typedText(at, 'reason', own?.reason ?? ''), rows: 3, placeholder: '将如实记入纪要' })),
      submit('send', own ? '修改意见' : '提交意见', { tap: act({ ...at, face: question.id }, 'position', { card: name, input: { question: question.id } }), look: 'primary_filled', wide: true }),
    ]),
    help(`各单位：${countLine(at, question.id)}`),
    next ? choicesOf([{ text: '下一题', tap: show(at, name, next.id), quiet: true }, { text: '返回', tap: show(at, 'invitation', ''), quiet: true }]) : back(at, 'invitation'),
  ]);
}
