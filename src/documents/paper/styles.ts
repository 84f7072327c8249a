import { faces } from './fonts.ts';

const font = `<w:rFonts w:ascii="${faces.body}" w:hAnsi="${faces.body}" w:eastAsia="${faces.body}" w:cs="${faces.body}"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/>`;

/**
 * The part `word/styles.xml`: 三号 仿宋 on 28.95 pt lines. No paragraph snaps to a grid of characters:
 * programs differ in what they do with a 16 pt character on a 15.8 pt pitch, so runs carry the pitch of 28 characters themselves.
 */
export function styles(pitch: number): string {
  const paragraph = `<w:snapToGrid w:val="0"/><w:spacing w:before="0" w:after="0" w:line="${pitch}" w:lineRule="exact"/>`;
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    + `<w:docDefaults><w:rPrDefault><w:rPr>${font}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${paragraph}</w:pPr></w:pPrDefault></w:docDefaults>`
    + `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${font}</w:rPr></w:style></w:styles>`;
}
