/** The faces of GB/T 9704 by their names; none is shipped. */
export const faces = { body: '仿宋_GB2312', head: '黑体', sub: '楷体_GB2312', title: '方正小标宋简体', page: '宋体' } as const;
/** A face of the standard. */
export type Face = keyof typeof faces;

interface Fallback { name: string; others: readonly string[]; family: 'roman' | 'modern' | 'script'; panose: string }

const fallbacks: Readonly<Record<Face, Fallback>> = {
  body: { name: faces.body, others: ['仿宋', 'FangSong', '方正仿宋_GBK', '华文仿宋', 'Noto Serif CJK SC'], family: 'modern', panose: '02010609030101010101' },
  head: { name: faces.head, others: ['SimHei', '方正黑体_GBK', 'Noto Sans CJK SC'], family: 'modern', panose: '02010609060101010101' },
  sub: { name: faces.sub, others: ['楷体', 'KaiTi', '方正楷体_GBK', '霞鹜文楷'], family: 'modern', panose: '02010609060101010101' },
  title: { name: faces.title, others: ['方正小标宋_GBK', '华文中宋', 'Noto Serif CJK SC Black'], family: 'script', panose: '02010601030101010101' },
  page: { name: faces.page, others: ['SimSun', '方正书宋_GBK', 'Noto Serif CJK SC'], family: 'roman', panose: '02010600030101010101' },
};

/** The part `word/fontTable.xml`: each face with the order in which others may stand in for it. */
export function fontTable(): string {
  const fonts = Object.values(fallbacks).map(({ name, others, family, panose }) =>
    `<w:font w:name="${name}"><w:altName w:val="${others.join(',')}"/><w:panose1 w:val="${panose}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="auto"/></w:font>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${fonts.join('')}</w:fonts>`;
}

/** Named on every run, so that no program chooses a Latin face for what stands between Chinese words. */
export function fontOf(face: Face): { ascii: string; hAnsi: string; eastAsia: string; cs: string; hint: string } {
  const name = faces[face];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
}
