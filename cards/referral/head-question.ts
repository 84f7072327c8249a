import { nameOf } from '../../src/domain/people.ts';
import type { HeadQuestion } from '../../src/domain/referral/head-question.ts';
import { activeVerifiers } from '../../src/domain/referral/verifiers.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { cut, stamp } from '../kit/branch-lines.ts';
import { sentenceFace } from '../kit/controls.ts';
import { act, may, refusalLine, typedText, type DrawInput } from '../kit/draw.ts';
import { card, focus, form, help, input, panel, plain, submit, type Card, type Child } from '../kit/kit.ts';

type At = DrawInput<Referral>;

/** The head's question to those who verified; the limit runs on. */
export function askingVerifiers(at: At, head: { title: string; summary: string }): Card {
  const names = activeVerifiers(at.doc.data).map(({ id }) => nameOf(at.world.directory, id)).join('、');
  return card({ ...head, tint: 'red', tag: '填写提问' }, sentenceFace(at, {
    card: 'approval', field: 'words', focus: '向核实人员提问', label: '想了解什么 *', note: `发给 ${names}；答复显示在审批卡片上，决定期限照常计算`, verb: '提问', tap: act(at, 'ask', { card: 'approval' }),
  }));
}

/** What the head wants to know, with the field for the answer. */
export function answering(at: At, asked: HeadQuestion): Card {
  const { doc, world } = at;
  return card({ title: `提问　${doc.data.matterNo}`, tint: 'blue', tag: '待答复', summary: `${doc.data.matterNo} 审批人的提问待答复` }, [
    refusalLine(at), focus(`${nameOf(world.directory, asked.by)} 想了解`), plain(cut(asked.words, 500), 12),
    form('answer', [
      input('words', '答复 *', { value: typedText(at, 'words', ''), rows: 3 }),
      submit('send', '答复', { tap: act(at, 'answer', { card: 'verify', input: { id: asked.id } }), look: 'primary_filled', wide: true }),
    ]),
    help('核实人员都可以答复；报告和签名不变'),
  ]);
}

/** What was asked and answered: the last of it open, the former ones folded. */
export function askedLines(at: At): Child[] {
  const { questions } = at.doc.data;
  const last = questions.at(-1);
  if (!last) return [];
  return [...linesOf(at, last), questions.length > 1 && panel(`此前提问 ${questions.length - 1} 个`, questions.slice(0, -1).reverse().slice(0, 5).flatMap((one) => linesOf(at, one)))];
}

function linesOf(input: At, { words, by, at, answers }: HeadQuestion): Child[] {
  return [
    plain(`问　${nameOf(input.world.directory, by)}（${stamp(at)}）：${cut(words, 120)}`, 2),
    ...(answers.length ? answers.slice(0, 2).map((one) => plain(`答　${nameOf(input.world.directory, one.by)}（${stamp(one.at)}）：${cut(one.words, 300)}`, 3)) : [help(may(input, 'approve') ? '等待核实人员答复；您可以随时决定' : '未答复')]),
  ];
}
