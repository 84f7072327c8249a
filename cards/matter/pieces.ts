import type { Matter } from '../../src/domain/matter/matter.ts';
import { areTwoReports, piecesOf, type Piece } from '../../src/domain/matter/drafting/pieces.ts';
import { act, refusalLine, type DrawInput } from '../kit/draw.ts';
import { choicesOf } from '../kit/controls.ts';
import { card, focus, help, plain, type Card, type Child } from '../kit/kit.ts';
import { kindName, short, violationShort } from '../kit/labels.ts';
import { writtenAt } from './matter-parts.ts';

type Input = DrawInput<Matter>;

/** The two things that a draft's message tells, while its sender has not said whether they are one. */
export function pieces({ doc }: Input): readonly Piece[] | undefined {
  return doc.data.piece ? undefined : piecesOf(doc.data.words, new Date(doc.createdAt));
}

/** D5: a message that tells two things is divided, or left one, before anything else is asked. */
export function dividing(input: Input, two: readonly Piece[]): Card {
  return card({ title: '这段话里像是 2 件事', subtitle: writtenAt(input.doc), tint: 'blue', tag: '草稿', summary: '线索草稿待您核对' }, [
    refusalLine(input),
    focus(areTwoReports(two) ? '是两个项目的事，分开登记、分开办理' : '分开办理，投诉由有权部门受理'),
    ...two.map(({ facts, words }, at) => plain(`${['①', '②'][at]} ${areTwoReports(two) && facts.project ? short(facts.project, 24) : kindName(facts.kind)}（${facts.violations.slice(0, 3).map(violationShort).join('、')}）：${short(words, 80)}`, 3)),
    help('分成 2 件后逐件核对；合成 1 件的，整段按一件登记'),
    choicesOf([{ text: '分成 2 件', tap: act(input, 'split', { card: 'intake', input: {} }) }, { text: '合成 1 件', tap: act(input, 'oneMatter', { card: 'intake', input: {} }) }]),
  ]);
}

/** 第 1 件，共 2 件; empty for what was never divided. */
export function pieceText({ piece }: Pick<Matter, 'piece'>): string {
  return { first: '第 1 件，共 2 件', second: '第 2 件，共 2 件', whole: '', '': '' }[piece];
}

/** The other matter of the same message, by its number; only for cards of its sender and of the Center. */
export function linkedLine(data: Pick<Matter, 'piece' | 'linked'>): Child {
  const numbers = data.linked.map(({ no }) => no).filter(Boolean).join('、');
  return data.linked.length > 0 && help(`${pieceText(data)}。${numbers ? `关联来件 ${numbers}` : '另一件尚未登记'}`);
}
