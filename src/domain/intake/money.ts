import type { Amount } from './reading.ts';
import { clauseAt } from './scan.ts';

const digits: Readonly<Record<string, number>> = {
  零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const scales: Readonly<Record<string, number>> = { 亿: 1e8, 千万: 1e7, 百万: 1e6, 十万: 1e5, 万: 1e4, w: 1e4, W: 1e4, 千: 1e3, 百: 1e2 };

// 「3万5」「九万六」: one more digit after the scale is its tenth; a digit that counts something else (「3万5个」「8万2024年」) is not.
const tenth = '(?:(?<=[亿万])([1-9一二两三四五六七八九])(?![\\d一二两三四五六七八九十百千万亿年月日号个分份张家人名次笔套台间栋处亩吨条辆方天.:：]))?';
const arabic = new RegExp(`(\\d[\\d,，]*(?:\\.\\d+)?)\\s*([多余来几]?)\\s*(亿|千万|百万|十万|万|w|W|千|百)?${tenth}\\s*([多余来]?)\\s*(元|块钱|块|人民币)?`, 'g');
const chinese = new RegExp(`([零〇一二两三四五六七八九十百千]+)([多余来几]?)(亿|万)?(?:([零〇一二两三四五六七八九十百千]+万)|${tenth})([多余来]?)(元|块钱|块)?`, 'g');

// 「几百万」「一千多万」「上百万」 name no sum.
const vague = /[几数上好]$/;

// What a sum is, by the words around it; the first that fits. `rank` says how much it matters for the case.
const meanings: readonly { what: string; rank: number; find: RegExp; after?: RegExp }[] = [
  { what: '合计', rank: 10, find: /(合计|总共|一共|共计|加起来|总计).{0,6}$/ },
  { what: '报价差', rank: 1, find: /(一个比一个|相差|只差|都差|依次|每家).{0,6}$/, after: /^.{0,3}(差额|的差)/ },
  { what: '单份金额', rank: 1, find: /每(份|个|单|次|笔|张|标).{0,10}$|单个.{0,6}$/ },
  { what: '欠薪', rank: 6, find: /(工资|欠薪|工钱|血汗钱|人工费).{0,14}$/, after: /^.{0,4}(工资|工钱|血汗钱|人工费)/ },
  { what: '好处费', rank: 4, find: /(好处费?|红包|回扣|送了?|塞了?|行贿|受贿|收了?.{0,6}|索要|礼金|陪标费|中介费).{0,6}$/, after: /^.{0,4}(好处|红包|回扣|礼金|现金|陪标费|中介费)/ },
  { what: '保证金', rank: 3, find: /保证金.{0,6}$/, after: /^.{0,3}(的)?(投标|履约)?保证金/ },
  { what: '中标价', rank: 10, find: /(中标(?!的|后|以后|单位|人|公司|候选)(价|金额|额|总价)?|中了|成交(价|金额|额)?).{0,8}$/, after: /^.{0,3}(中标|成交|中的标)/ },
  { what: '控制价', rank: 9, find: /(控制价|限价|拦标价|标底).{0,6}$/, after: /^.{0,3}的?(控制价|最高限价)/ },
  { what: '预算', rank: 9, find: /(预算|采购金额).{0,6}$/, after: /^.{0,3}的?预算/ },
  { what: '欠款', rank: 6, find: /(欠|尾款|货款|工程款|材料款|进度款|质保金).{0,12}$/, after: /^.{0,4}(货款|工程款|材料款|尾款|设备款|没给|没付|没到账)/ },
  { what: '已付', rank: 2, find: /(已经?(支)?付|付了|拨了|支付了|拨付了?|已拨).{0,6}$/ },
  { what: '合同额', rank: 9, find: /(合同(价|额|总额|金额|总价)?|总价|总额|总造价).{0,8}$/, after: /^.{0,3}的?(合同|总价)/ },
  { what: '投资', rank: 8, find: /(投资|概算|造价|规模).{0,6}$/, after: /^.{0,3}的?投资/ },
  { what: '评估价', rank: 7, find: /(评估|估价|起拍价|挂牌价|底价|卖了?|转让).{0,8}$/ },
  { what: '罚款', rank: 2, find: /罚(款|了).{0,6}$/ },
  { what: '项目金额', rank: 7, find: /$^/, after: /^的(?!中标)[\u4e00-\u9fa5]{2,}/ },
];

function chineseNumber(text: string): number {
  let total = 0;
  let current = 0;
  for (const mark of text) {
    const unit = tens[mark];
    if (unit === undefined) current = digits[mark] ?? 0;
    else {
      total += (current || 1) * unit;
      current = 0;
    }
  }
  return total + current;
}

function meaning(text: string, at: number, length: number): { what: string; rank: number } {
  const clause = clauseAt(text, at);
  const start = text.lastIndexOf(clause, at);
  const before = text.slice(start, at);
  const after = text.slice(at + length, start + clause.length);
  const wider = text.slice(Math.max(0, at - 14), at);
  const found =
    meanings.find(({ find, after: next }) => find.test(before) || next?.test(after)) ??
    meanings.find(({ find }) => find.test(wider));
  return found ?? { what: '金额', rank: 5 };
}

function tenthOf(mark: string | undefined): number {
  return mark === undefined ? 0 : (digits[mark] ?? Number(mark)) / 10;
}

interface Found { yuan: number; words: string; at: number }

function arabicSums(text: string): Found[] {
  return [...text.matchAll(arabic)].flatMap((match) => {
    const [words, number = '', more, scale, tenths, evenMore, unit] = match;
    if ((scale === undefined && unit === undefined) || more || evenMore) return [];
    if ((scale === '百' || scale === '千') && unit === undefined) return [];
    const yuan = Math.round((Number(number.replace(/[,，]/g, '')) + tenthOf(tenths)) * (scale === undefined ? 1 : (scales[scale] ?? 1)));
    return Number.isFinite(yuan) && yuan > 0 ? [{ yuan, words: words.trim(), at: match.index }] : [];
  });
}

function chineseSums(text: string): Found[] {
  return [...text.matchAll(chinese)].flatMap((match) => {
    const [words, head = '', more, scale, tail, tenths, evenMore, unit] = match;
    if (scale === undefined && (unit === undefined || chineseNumber(head) < 100)) return [];
    if (more || evenMore || vague.test(text.charAt(match.index - 1))) return [];
    if (/\d/.test(text[match.index - 1] ?? '')) return [];
    const rest = tail === undefined ? 0 : chineseNumber(tail.slice(0, -1)) * 1e4;
    const yuan = Math.round((chineseNumber(head) + tenthOf(tenths)) * (scale === '亿' ? 1e8 : scale === '万' ? 1e4 : 1) + rest);
    return yuan > 0 ? [{ yuan, words, at: match.index }] : [];
  });
}

/** Every sum of money in a text with what it is, in the order of the text; `rank` orders them by weight for the case. */
export function readAmounts(text: string): (Amount & { rank: number; at: number })[] {
  return [...arabicSums(text), ...chineseSums(text)]
    .sort((a, b) => a.at - b.at)
    .map(({ yuan, words, at }) => ({ yuan, words, at, ...meaning(text, at, words.length) }));
}

/** The sum that matters: by its meaning, then the larger. */
export function mainAmount<T extends { rank: number; yuan: number }>(amounts: readonly T[]): T | undefined {
  return [...amounts].sort((a, b) => b.rank - a.rank || b.yuan - a.yuan)[0];
}

/** Money as cards write it: 2386万元, 1.26亿元, 8600元; at most two decimals, no trailing zeros (experience 8.4). */
export function moneyText(yuan: number): string {
  const short = (value: number): string => String(Math.round(value * 100) / 100);
  if (yuan >= 1e8) return `${short(yuan / 1e8)}亿元`;
  return yuan >= 1e4 ? `${short(yuan / 1e4)}万元` : `${yuan}元`;
}

/** Exact yuan with separators, for documents and exports: 23,860,000元. */
export function exactMoney(yuan: number): string {
  return `${String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')}元`;
}
