import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TabStopType, TextRun, type IParagraphOptions } from 'docx';
import { fontOf, type Face } from './fonts.ts';

/** Twips of a length in millimetres. */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4);
/** Width of the text area (版心) in twips: 156 mm. */
export const textWidth = mm(156);
/** Line pitch in twips: 22 lines on 225 mm. */
export const pitch = 579;
/** One character of 三号 in twips. */
export const one = 320;
/** 红头 and its lines. */
export const red = 'FF0000';
/** Marks that are not part of the text. */
export const grey = '7F7F7F';

/** How a run looks; `size` in points, 三号 (16) where nothing is said. */
export interface Look { face?: Face; size?: number; color?: string }

/** Characters that XML does not allow: one of them, and no program would open the paper. */
const unprintable = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** A run with its face named for every script; 三号 stands at a pitch of 15.8 pt, 28 characters a line. */
export function run(text: string, { face = 'body', size = 16, color }: Look = {}): TextRun {
  return new TextRun({ text: text.replace(unprintable, ''), font: fontOf(face), size: size * 2, sizeComplexScript: size * 2, ...(color ? { color } : {}), ...(size === 16 ? { characterSpacing: -4 } : {}) });
}

const exact = (line: number) => ({ line, lineRule: LineRuleType.EXACT });
const indented = { firstLine: one * 2, firstLineChars: 200 };

function line(text: string, look: Look, options: Omit<IParagraphOptions, 'children'> = {}): Paragraph {
  return new Paragraph({ spacing: exact(pitch), alignment: AlignmentType.BOTH, ...options, children: [run(text, look)] });
}

/** 正文; `keep` holds it on the page of what follows. */
export const body = (text: string, keep: boolean): Paragraph => line(text, {}, { indent: indented, keepNext: keep });
/** 一、 in 黑体; stays with what follows. */
export const first = (text: string): Paragraph => line(text, { face: 'head' }, { indent: indented, keepNext: true });
/** 主送, flush left. */
export const toWhom = (text: string): Paragraph => line(text, {});
/** A label in 黑体 with its text. */
export const label = (name: string, text: string): Paragraph => new Paragraph({
  spacing: exact(pitch), alignment: AlignmentType.BOTH, indent: indented, children: [run(`${name}：`, { face: 'head' }), run(text)],
});
/** A remark in 小四. */
export const remark = (text: string): Paragraph => line(text, { size: 12 }, { spacing: { ...exact(400), before: 80 } });

/** 标题 in 二号, one paragraph a line. */
export function heads(lines: readonly string[], before: number): Paragraph[] {
  return lines.map((text, index) => line(text, { face: 'title', size: 22 }, {
    alignment: AlignmentType.CENTER, keepNext: true,
    spacing: { ...exact(700), before: index === 0 ? before : 0, after: index === lines.length - 1 ? pitch / 2 : 0 },
  }));
}

/** A line with something at its left and its right end; `ruled` draws the red line of 纪要格式 under it. */
export function twoEnds({ left, right }: { left: string; right: string }, ruled: boolean): Paragraph {
  const size = ruled ? 16 : 14;
  return new Paragraph({
    spacing: { ...exact(pitch), after: 60 }, keepNext: true, tabStops: [{ type: TabStopType.RIGHT, position: textWidth }],
    ...(ruled ? { border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 6, color: red } } } : {}),
    children: [run(left, { size }), run('\t', { size }), run(right, { size })],
  });
}

/** 附件: one line below the text, two characters in, numbers aligned, no final punctuation. */
export function attached(names: readonly string[]): Paragraph[] {
  return names.map((name, index) => {
    const number = names.length > 1 ? `${index + 1}.` : '';
    const text = index === 0 ? `附件：${number}${name}` : `${number}${name}`;
    const hang = one * (names.length > 1 ? 4 : 3);
    const left = one * 2 + hang;
    return line(text, {}, {
      alignment: AlignmentType.LEFT, spacing: { ...exact(pitch), before: index === 0 ? pitch : 0 }, keepLines: true, keepNext: true,
      indent: index === 0 ? { left, hanging: hang } : { left, hanging: one },
    });
  });
}

/** Width of a text in full characters: what is ASCII counts half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x80 ? 0.5 : 1), 0);
}

/** 署名 centred over 成文日期, which ends four characters from the right; the seal's place is named, never filled. */
export function signed({ issuer, date, seal }: { issuer: string; date: string; seal: boolean }): Paragraph[] {
  const middle = 4 + widthOf(date) / 2;
  const end = (text: string, size = 16): number => Math.max(0, Math.round((middle - (widthOf(text) * size) / 32) * one));
  const right = (text: string, look: Look, before: number): Paragraph => line(text, look, {
    alignment: AlignmentType.RIGHT, keepNext: before > 0 || look.color !== undefined || text === issuer, keepLines: true,
    spacing: { ...exact(pitch), before }, indent: { right: end(text, look.size) },
  });
  const place = seal ? [right('（此处盖章）', { size: 12, color: grey }, pitch)] : [];
  return [...place, right(issuer, {}, seal ? 0 : pitch), right(date, {}, 0)];
}

/** The cut line above a 回执联, with its name. */
export function cutLine(text: string): Paragraph[] {
  return [
    new Paragraph({
      spacing: { ...exact(300), before: 280 }, alignment: AlignmentType.CENTER, keepNext: true,
      border: { bottom: { style: BorderStyle.DASHED, size: 6, space: 2, color: '000000' } }, children: [run('沿此线剪下', { size: 9, color: grey })],
    }),
    line(text, { face: 'title', size: 16 }, { alignment: AlignmentType.CENTER, keepNext: true, spacing: { ...exact(520), before: 120, after: 100 } }),
  ];
}

/** 抄送 of a 信函, whose 版记 has no lines. */
export const copies = (text: string): Paragraph => line(text, { size: 14 }, { spacing: { ...exact(pitch), before: pitch }, indent: { left: 280, right: 280 }, alignment: AlignmentType.LEFT });
