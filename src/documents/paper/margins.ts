import { AlignmentType, BorderStyle, Footer, Header, ImportedXmlComponent, LineRuleType, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import { fontOf, faces } from './fonts.ts';
import { grey, mm, one, red, run, textWidth } from './text.ts';

/** What stands in the corner opposite to the page number, and across the page. */
export interface Corner { no: string; check: string; /** The words across each page; empty for none. */ across: string }

/** The words across each page of a draft. */
export const draftMark = '草稿，未经审核签发';

/** The frame of a section: heads and feet of first, odd and even pages. */
export interface Frame { headers: { default: Header; even: Header; first?: Header }; footers: { default: Footer; even: Footer; first?: Footer } }

/** Heads and feet of 普通格式 and 纪要格式: the page number outside, the corner inside. */
export function plainFrame(corner: Corner): Frame {
  return {
    headers: { default: head(corner), even: head(corner) },
    footers: { default: new Footer({ children: [odd(corner, 0)] }), even: new Footer({ children: [even(corner, 0)] }) },
  };
}

/** Heads and feet of 信函格式: the organ in red over a double line, another 20 mm from the foot, no number on page 1. */
export function letterFrame(issuer: string, corner: Corner): Frame {
  const size = Math.min(36, Math.floor((mm(160) / 20 / [...issuer].length) * 2) / 2);
  const wide = { indent: { left: -mm(8), right: -mm(6) } };
  const name = new Paragraph({
    alignment: AlignmentType.CENTER, spacing: { line: size * 22, lineRule: LineRuleType.EXACT, after: 0 }, ...wide,
    border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, space: 8, color: red } },
    children: [run(issuer, { face: 'title', size, color: red }), ...mark(corner)],
  });
  // A border under an empty line, because programs disagree on which of two unequal lines of an upper border is the outer one.
  const foot = [
    new Paragraph({ ...wide, spacing: { line: 40, lineRule: LineRuleType.EXACT }, border: { bottom: { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 24, space: 0, color: red } } }),
    new Paragraph({ ...wide, spacing: { line: 260, lineRule: LineRuleType.EXACT, before: 60 }, children: [cornerRun(corner)] }),
  ];
  return {
    headers: { first: new Header({ children: [name] }), default: head(corner), even: head(corner) },
    footers: {
      first: new Footer({ children: foot }), default: new Footer({ children: [odd(corner, mm(8))] }), even: new Footer({ children: [even(corner, mm(8))] }),
    },
  };
}

function head(corner: Corner): Header {
  return new Header({ children: [new Paragraph({ spacing: { line: 240, lineRule: LineRuleType.EXACT }, children: mark(corner) })] });
}

function cornerRun({ no, check }: Corner): TextRun {
  return run(`编号 ${no}　内部资料　校验码 ${check}`, { size: 9, color: grey });
}

function pageNumber(): TextRun {
  return new TextRun({ font: fontOf('page'), size: 28, children: ['— ', PageNumber.CURRENT, ' —'] });
}

function odd(corner: Corner, after: number): Paragraph {
  return footLine(after, [cornerRun(corner), run('\t', { size: 9 }), pageNumber()], { right: one });
}

function even(corner: Corner, after: number): Paragraph {
  return footLine(after, [pageNumber(), run('\t', { size: 9 }), cornerRun(corner)], { left: one });
}

function footLine(after: number, children: TextRun[], indent: { left?: number; right?: number }): Paragraph {
  return new Paragraph({
    spacing: { line: 300, lineRule: LineRuleType.EXACT, after }, indent, children,
    tabStops: [{ type: TabStopType.RIGHT, position: indent.right ? textWidth - indent.right : textWidth }],
  });
}

function mark({ across: words }: Corner): TextRun[] {
  return words ? [new TextRun({ font: fontOf('head'), children: [ImportedXmlComponent.fromXmlString(across(words.replace(/[<>&"]/g, '')))] })] : [];
}

/** Word art as Word's own watermark has it, but with an id of our own: the library's is different each time. */
function across(text: string): string {
  const path = 'm@7,l@8,m@5,21600l@6,21600e';
  const place = 'position:absolute;margin-left:0;margin-top:0;width:430pt;height:48pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;'
    + 'mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin';
  return `<w:pict xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="${path}"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="custom"/><v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s1025" type="#_x0000_t136" style="${place}" o:allowincell="f" fillcolor="#bfbfbf" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:'${faces.head}';font-size:1pt" string="${text}"/></v:shape></w:pict>`.replaceAll('\n', '');
}
