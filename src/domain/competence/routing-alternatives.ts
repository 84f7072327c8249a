/** An organ that one might have expected, and why it was not chosen. */
export interface Alternative { organ: string; why: string }

interface Row extends Alternative { category?: RegExp; violation?: string }

const rows: readonly Row[] = [
  { category: /^GC-(?!QT)/, organ: 'FGW', why: '只管跨行业、无归口工程' },
  { category: /^GC-HB$/, organ: 'ZJJ', why: '市政污水、环卫类工程才归住建' },
  { category: /^GC-(SL|NM)$/, organ: 'ZJJ', why: '只管房屋建筑和市政工程' },
  { category: /^GC-ZR$/, organ: 'STHJ', why: '只管生态环境保护工程' },
  { category: /^ZC-GF$/, organ: 'ZJJ', why: '采用招标方式的工程才归住建' },
  { category: /^ZC-HF$/, organ: 'FGW', why: '政府采购由财政部门监督' },
  { category: /^GQ-QY$/, organ: 'CZJ', why: '行政事业、金融企业资产才归财政' },
  { category: /^GQ-(XZ|JR)$/, organ: 'GZW', why: '只管市属企业国有产权' },
  { category: /^YY$/, organ: 'WJW', why: '医疗机构作为采购方时才牵头' },
  { category: /^(JD|GC-GX)$/, organ: 'GXJ', why: '机电产品国际招标由商务部门监督' },
  { category: /^GC-/, violation: 'CT', organ: 'SCJG', why: '只管拍卖串通和商业贿赂' },
  { category: /^GC-/, violation: 'ZL', organ: 'YJJ', why: '发生或可能发生事故时才加列' },
  { category: /^GC-/, violation: 'ZB', organ: 'RSJ', why: '只管拖欠工资' },
  { violation: 'CT', organ: 'GAJ', why: '核实并批准后才能移送' },
];

/** The organs not chosen that a reader may look for, at most three; organs recused stand first. */
export function alternativesTo(
  input: { category: string; violations: readonly string[] },
  found: { used: readonly string[]; recused: readonly string[] },
): Alternative[] {
  const fits = rows.filter(
    ({ category, violation, organ }) =>
      (category?.test(input.category) ?? true) &&
      (violation === undefined || input.violations.includes(violation)) &&
      !found.used.includes(organ) &&
      !found.recused.includes(organ),
  );
  const recused = found.recused.map((organ) => ({ organ, why: '即被反映单位，按规定回避' }));
  return [...recused, ...fits.map(({ organ, why }) => ({ organ, why }))].slice(0, 3);
}
