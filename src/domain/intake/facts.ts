import type { Guess, SourceGuess } from './reading.ts';
import { scan, type Hit, type Row } from './scan.ts';

const banners: readonly Row<string>[] = [
  { value: '达拉特旗', find: /达拉特旗|达旗/, why: '提到达拉特旗' },
  { value: '准格尔旗', find: /准格尔旗?|准旗/, why: '提到准格尔旗' },
  { value: '伊金霍洛旗', find: /伊金霍洛旗?|伊旗/, why: '提到伊金霍洛旗' },
  { value: '乌审旗', find: /乌审旗?/, why: '提到乌审旗' },
  { value: '杭锦旗', find: /杭锦旗?/, why: '提到杭锦旗' },
  { value: '鄂托克前旗', find: /鄂托克前旗|鄂前旗|(?<!拉特)前旗/, why: '提到鄂托克前旗' },
  { value: '鄂托克旗', find: /鄂托克旗|鄂旗|鄂托克(?!前)/, why: '提到鄂托克旗' },
  { value: '东胜区', find: /东胜区?/, why: '提到东胜区' },
  { value: '康巴什区', find: /康巴什区?/, why: '提到康巴什区' },
  { value: '旗区', find: /旗里的?(项目|工程|标)|区里的?(项目|工程|标)|旗县|旗级|苏木镇的(项目|工程)/, why: '像是旗区的项目' },
];

/** The banner or district that the activity seems to belong to; companies called after a place do not count. */
export function readBanner(text: string): Guess<string> | undefined {
  const named = /(公司|建筑|建设|集团|商贸|科技|实业|路桥|市政|人|籍)/;
  const hit = scan(text, banners).find(({ at, words }) => !named.test(text.slice(at + words.length, at + words.length + 3)));
  return hit && { value: hit.value, words: hit.words, why: hit.why, sure: hit.value !== '旗区' };
}

/** 市本级, only where the text itself says so (AC-2.2). */
export function readCityLevel(text: string): Guess<'yes' | 'no'> | undefined {
  const no = /(?:不是|非|不属于?|不算)(?:鄂尔多斯)?市本级/.exec(text);
  if (no) return { value: 'no', words: no[0], why: '原文写明不是市本级', sure: true };
  const yes = /(?:鄂尔多斯)?市本级/.exec(text);
  return yes ? { value: 'yes', words: yes[0], why: '原文写明市本级', sure: true } : undefined;
}

const sources: readonly Row<SourceGuess>[] = [
  { value: 'assignedBy', find: /巡视|巡察|交办|专项行动|上级转来|批示|督查/, why: '上级交办', weight: 6 },
  { value: 'system', find: /系统(自动)?(提示|预警|告警)|监测(预警|发现)|预警/, why: '系统提示', weight: 5 },
  { value: 'letter', find: /举报信|来信|(收到|接到|寄来|有)(了)?一?封.{0,8}信|书面(举报|材料)|信件|信里/, why: '提到来信', weight: 4 },
  { value: 'phone', find: /(接|打)(了|到)?(个|一个)?.{0,3}电话(?!打招呼)|来电|热线|12345/, why: '提到来电', weight: 4, not: /给评委|打招呼|领导|局长/ },
  { value: 'visit', find: /来访|上门|来(中心|窗口|我们这|单位)(里)?(说|反映|找)|(工人|村民|牧民|群众|职工|师傅|家长).{0,3}来(说|找|反映)|当面/, why: '提到来人反映', weight: 4 },
  { value: 'heard', find: /听说|听人说|据说|有人说|听(朋友|同行|别人)|(朋友|同行|工人|邻居|村民)(跟我|告诉我|和我)?(说|讲)/, why: '听人说', weight: 2 },
  { value: 'seen', find: /亲眼|我(亲自)?(看到|看见|见到|拍到|在现场|路过)|我在现场|我拍了/, why: '亲眼所见', weight: 3 },
  { value: 'self', find: /我公司|我们公司|我司|我单位|我们参加|我投|我们投标|我厂|我们厂|欠(了)?我们|我本人/, why: '本人经历', weight: 3 },
];

/** 来源 by the words of the text; a forwarded message says so itself. */
export function readSource(text: string, forwarded: boolean): Guess<SourceGuess> | undefined {
  const hit = heaviest(scan(text, sources));
  if (hit) return { value: hit.value, words: hit.words, why: hit.why, sure: true };
  return forwarded ? { value: 'forwarded', words: '', why: '这是转发的消息', sure: true } : undefined;
}

const anonymity: readonly Row<boolean>[] = [
  { value: true, find: /匿名|(不愿|不想|不肯|没|没有|未|不)(意)?(留|透露|说|写|告诉|给|署)(下)?(自己)?(的)?(名字|姓名|名|身份)|无名信/, why: '来人未留名' },
  { value: false, find: /实名|署名(?!的?假)|署了?名|落款(是|为|有)/, why: '来件署名', not: /没署|未署|不署|没有署|无署/ },
];

/** Whether the reporter left no name; undefined where nothing is said. */
export function readAnonymous(text: string): Guess<boolean> | undefined {
  const hit = scan(text, anonymity)[0];
  return hit && { value: hit.value, words: hit.words, why: hit.why, sure: true };
}

const identities = [
  /(?:举报人|反映人|来电人|投诉人|写信人|爆料人|检举人)(?:就?是|叫|姓名(?:是|为)?|名叫|为|：|:)\s*(?!匿名|谁|不|要|没|实名|真|我)[\u4e00-\u9fa5]{2,4}/,
  /(?:我叫|本人叫?|我的名字是|我姓名)(?!是|在|不|要|实|匿)[\u4e00-\u9fa5]{2,3}(?=[，,。；\s]|$)/,
  /(?:电话|手机号?|联系方式|微信)(?:是|为|：|:)?\s*1[3-9]\d[\d*…\s-]{0,10}/,
  /(?<!\d)1[3-9]\d{9}(?!\d)/,
  /(?<!\d)\d{17}[\dXx](?!\d)/,
] as const;

/** A piece that seems to say who the reporter is (K23). */
export function readIdentity(text: string): Guess<string> | undefined {
  const words = identities.map((find) => find.exec(text)?.[0]).find((found) => found !== undefined);
  return words === undefined ? undefined : { value: words, words, why: '可能含举报人身份', sure: false };
}

/** The weightiest hit, the earlier of equals. */
export function heaviest<T>(hits: readonly Hit<T>[]): Hit<T> | undefined {
  return [...hits].sort((a, b) => b.weight - a.weight || a.at - b.at)[0];
}
