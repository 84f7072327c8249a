import { AlignmentType, BorderStyle, HeightRule, LineRuleType, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlign, WidthType } from 'docx';
import type { FormCell } from './sheet.ts';
import type { Face } from './fonts.ts';
import { mm, run, textWidth } from './text.ts';

const outer = { style: BorderStyle.SINGLE, size: 8, color: '000000' };
const inner = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const lines = { top: outer, bottom: outer, left: outer, right: outer, insideHorizontal: inner, insideVertical: inner };
const labelWidth = mm(29);

interface Slot { text: readonly string[]; width: number; span?: number; face?: Face; align?: (typeof AlignmentType)[keyof typeof AlignmentType]; size: number; high?: boolean; keep?: boolean }

function paragraph(text: string, slot: Slot): Paragraph {
  return new Paragraph({
    alignment: slot.align ?? AlignmentType.LEFT, keepNext: slot.keep ?? false, spacing: { line: slot.size * 20 + 100, lineRule: LineRuleType.EXACT },
    children: [run(text, { size: slot.size, ...(slot.face ? { face: slot.face } : {}) })],
  });
}

function box(slot: Slot): TableCell {
  return new TableCell({
    width: { size: slot.width, type: WidthType.DXA }, margins: { top: 50, bottom: 50, left: 90, right: 90 },
    verticalAlign: slot.high ? VerticalAlign.BOTTOM : VerticalAlign.CENTER, ...(slot.span ? { columnSpan: slot.span } : {}),
    children: (slot.text.length ? slot.text : ['']).flatMap((text) => text.split('\n')).map((text) => paragraph(text, slot)),
  });
}

function table(widths: readonly number[], rows: TableRow[]): Table {
  return new Table({ width: { size: textWidth, type: WidthType.DXA }, columnWidths: [...widths], layout: TableLayoutType.FIXED, borders: lines, alignment: AlignmentType.CENTER, rows });
}

/** A form: label and value, one or two pairs a row; rows are never split, places to sign are at least 18 mm high. */
export function formTable(rows: readonly (readonly FormCell[])[]): Table {
  const left = Math.floor((textWidth - 2 * labelWidth) * 0.53);
  const right = textWidth - 2 * labelWidth - left;
  const widths = [labelWidth, left, labelWidth, right];
  return table(widths, rows.map((cells) => {
    const signs = cells.some((one) => one.sign);
    return new TableRow({
      cantSplit: true, height: { value: signs ? mm(20) : mm(9), rule: HeightRule.ATLEAST },
      children: cells.flatMap((one, index) => [
        box({ text: [one.label], width: labelWidth, align: AlignmentType.CENTER, size: 14 }),
        box({ text: one.lines, size: 14, high: one.sign, ...(cells.length === 1 ? { width: textWidth - labelWidth, span: 3 } : { width: index === 0 ? left : right }) }),
      ]),
    });
  }));
}

/** A table whose head stands again on each page and whose rows are never split; a short one stays on one page, and with what follows where `keep` says so. */
export function gridTable({ head, widths, rows }: { head: readonly string[]; widths: readonly number[]; rows: readonly (readonly string[])[] }, keep: boolean): Table {
  const short = rows.length <= 6;
  const sum = widths.reduce((total, share) => total + share, 0);
  const sizes = widths.map((share) => Math.floor((textWidth * share) / sum));
  const cells = (texts: readonly string[], look: Pick<Slot, 'face' | 'align' | 'keep'>): TableCell[] => texts.map((text, index) =>
    box({ text: [text], width: sizes[index] ?? 0, size: 12, ...look, ...(index === 0 ? { align: AlignmentType.CENTER } : {}) }));
  return table(sizes, [
    new TableRow({ cantSplit: true, tableHeader: true, children: cells(head, { face: 'head', align: AlignmentType.CENTER, keep: true }) }),
    ...rows.map((row, index) => new TableRow({ cantSplit: true, height: { value: mm(8), rule: HeightRule.ATLEAST }, children: cells(row, { keep: short && (keep || index < rows.length - 1) }) })),
  ]);
}
