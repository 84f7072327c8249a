import { Document, DocumentGridType, LineRuleType, Packer, Paragraph, AlignmentType, type ISectionOptions, type Table } from 'docx';
import { digest } from '../../domain/audit.ts';
import { checkCode } from '../../domain/referral/referral.ts';
import { fontTable } from './fonts.ts';
import { draftMark, letterFrame, plainFrame, type Corner } from './margins.ts';
import { scanned } from './scanned.ts';
import type { Block, Sheet } from './sheet.ts';
import { styles } from './styles.ts';
import { formTable, gridTable } from './table.ts';
import { attached, body, copies, cutLine, first, heads, label, mm, pitch, red, remark, run, signed, toWhom, twoEnds } from './text.ts';
import { withFixedDates } from './zip-dates.ts';

/** Draws a sheet as a docx (GB/T 9704—2012); the same sheet always gives the same bytes. `watermark` stands across each page of what is no draft, and is no part of the check code. */
export async function drawn(sheet: Sheet, watermark = ''): Promise<Buffer> {
  const hash = digest(sheet);
  const check = checkCode(hash);
  const file = new Document({
    creator: sheet.issuer, title: sheet.no, evenAndOddHeaderAndFooters: true, sections: [section(sheet, { no: sheet.no, check, across: sheet.draft ? draftMark : watermark })],
    customProperties: [{ name: 'template', value: sheet.template }, { name: 'sha256', value: hash }],
  });
  const overrides = [{ path: 'word/styles.xml', data: styles(pitch) }, { path: 'word/fontTable.xml', data: fontTable() }, { path: 'docProps/core.xml', data: coreProperties(sheet) }];
  return withFixedDates(await Packer.pack(file, 'nodebuffer', undefined, overrides));
}

function section(sheet: Sheet, corner: Corner): ISectionOptions {
  const letter = sheet.format === 'letter';
  return {
    properties: {
      titlePage: letter,
      page: {
        size: { width: mm(210), height: mm(297) },
        margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(letter ? 29 : 15), footer: mm(letter ? 14.5 : 22.5) },
      },
      grid: { type: DocumentGridType.LINES, linePitch: pitch },
    },
    ...(letter ? letterFrame(sheet.issuer, corner) : plainFrame(corner)),
    children: [...opening(sheet), ...sheet.blocks.flatMap((block, index) => piece(block, sheet, sheet.blocks[index + 1]?.kind === 'signature'))],
  };
}

function opening(sheet: Sheet): Paragraph[] {
  if (sheet.format === 'letter') {
    return [new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { line: pitch, lineRule: LineRuleType.EXACT, before: 60 }, children: [run(sheet.no)] })];
  }
  if (sheet.format === 'common') return [];
  const line = { line: pitch, lineRule: LineRuleType.EXACT };
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER, spacing: { line: 900, lineRule: LineRuleType.EXACT, before: mm(28) }, indent: { left: -200, right: -200 },
      children: [run('公共资源交易协同监督会商纪要', { face: 'title', size: 31, color: red })],
    }),
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { ...line, before: 240 }, children: [run(sheet.no)] }),
  ];
}

/** `keep`: what stands before a signature goes with it to the next page, which is never without text. */
function piece(block: Block, sheet: Sheet, keep: boolean): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'para': return [body(block.text, keep)];
    case 'heading': return [first(block.text)];
    case 'addressee': return [toWhom(block.text)];
    case 'small': return [remark(block.text)];
    case 'cut': return cutLine(block.text);
    case 'cc': return [copies(block.text)];
    case 'title': return heads(block.lines, sheet.format === 'common' ? 0 : pitch);
    case 'labelled': return [label(block.label, block.text)];
    case 'ends': return [twoEnds(block, sheet.format === 'minutes')];
    case 'form': return [formTable(block.rows)];
    case 'grid': return [gridTable(block, keep)];
    case 'qr': return scanned(block);
    case 'attachments': return attached(block.names);
    case 'signature': return signed(block);
  }
}

/** `docProps/core.xml` dated by the paper itself, not by the moment it was drawn. */
function coreProperties({ issuer, no, date }: Sheet): string {
  const at = `<dcterms:created xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:modified>`;
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    + 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    + `<dc:title>${no}</dc:title><dc:creator>${issuer}</dc:creator>${at}</cp:coreProperties>`;
}
