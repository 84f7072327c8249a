import codes from '../domain/data/codes.json' with { type: 'json' };
import type { Document } from '../domain/document.ts';
import type { Settings } from '../domain/settings.ts';
import { doubtfulBasis } from '../domain/matter/applicability.ts';
import { matterKinds, type Mandate, type MatterKind, type Party, type Source } from '../domain/matter/matter.ts';
import { partyText } from '../domain/matter/drafting/party-rows.ts';
import { fullName, nameOf, type Directory } from '../domain/people.ts';
import { published, type RulesTable } from '../domain/competence/routing-rules.ts';
import { dateOf } from '../domain/time/time.ts';
import type { Item } from '../domain/referral/referral.ts';

/** The regulation by its full title. */
export const regulation = '《鄂尔多斯市公共资源交易协同监督管理办法（试行）》';

/** The words of Article 11 for each item, as the regulation has them. */
export const itemWords: Readonly<Record<Item, string>> = {
  D1: '发现损害国家利益或者社会公共利益行为的线索作为公益诉讼线索向检察机关移送',
  D2: '发现党员和国家监察对象涉嫌职务违法和职务犯罪，需要追究纪律、法律责任的，移送纪检监察机关处理',
  D3: '依法需要追究刑事责任的，移送公安机关',
  D4: '涉嫌违法违规行为的，移送各行政监督部门调查处理',
  D4F: '应当停止拨付资金的，移送财政等资金拨付部门处理',
  D5: '存在转包、违法分包、违反质量安全规定等涉嫌违法违规行为的，移送各行政监督部门调查处理',
  D6: '依法应当对资质等级、资质证书、营业执照予以相关行政处罚的，移送各行政监督部门调查处理',
  D0: '由本部门依法在职责范围内处理',
};

/** 2026年12月9日, Beijing time, as 成文日期 is written. */
export function dateWords(day: string): string {
  if (!day) return '';
  const [year, month, date] = (day.length === 10 ? day : dateOf(new Date(day))).split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The Beijing date of the last act of a name on a document; of `otherwise` where it has not happened. */
export function dayOf(doc: Document, act: string, otherwise: Date): string {
  const entry = doc.audit.findLast((line) => line.act === act && line.code !== 'DENIED');
  return dateOf(entry ? new Date(entry.at) : otherwise);
}

/** Exact yuan with separators, each named by what it is: 中标价 23,860,000元. */
export function moneyWords(amounts: readonly { yuan: number; what: string }[]): string {
  return amounts.map(({ yuan, what }) => `${what ? `${what} ` : ''}${String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')}元`).join('；');
}

const named = (table: Readonly<Record<string, string>>, keys: readonly string[]): string => keys.map((key) => table[key] ?? key).join('、');
/** 类别 in words. */
export const categoryWords = (code: string): string => named(codes.category, code ? [code] : []);
/** 环节 in words. */
export const stageWords = (code: string): string => named(codes.stage, code ? [code] : []);
/** 违规情形 in words. */
export const violationWords = (list: readonly string[]): string => named(codes.violation, list);
/** 主体类型 in words. */
export const subjectWords = (list: readonly string[]): string => named(codes.subject, list);

const channels: Readonly<Partial<Record<Source, string>>> = { phone: '来电', letter: '来信', visit: '来访', system: '系统提示', assignedBy: '上级交办', forwarded: '有关单位转来' };

/** 来件渠道: only the way it came, never how the reporter knows of it. */
export const channelWords = (source: Source | ''): string => (source ? channels[source] : undefined) ?? '线上登记';

/** 来件类型 in words. */
export const kindWords = (kind: MatterKind | ''): string => (kind ? matterKinds[kind] : '未分类');

/** Those named in a matter; in a 投诉 the one who complains may be among them, so names stay in the complaint itself. */
export function entityWords({ kind, named: names, subjects }: { kind: MatterKind | ''; named: readonly string[]; subjects: readonly string[] }): string {
  const types = subjectWords(subjects);
  if (kind === 'complaint') return `${types ? `${types}；` : ''}名称以投诉书为准`;
  return [names.join('、'), types ? `（${types}）` : ''].join('') || '未写明';
}

/** What is reported, without the reporter's own words; what a system noticed is never a finding (AC-8.1). */
export function problemWords(facts: { kind: MatterKind | ''; violations: readonly string[]; amounts: readonly { yuan: number; what: string }[]; stage: string; signal?: string }): string[] {
  return [
    `${facts.kind === 'warning' ? '系统提示疑似' : '反映疑似存在'}：${violationWords(facts.violations) || '有关情形待核实'}。`,
    facts.stage ? `涉及环节：${stageWords(facts.stage)}。` : '',
    facts.amounts.length ? `涉及金额：${moneyWords(facts.amounts)}。` : '',
    facts.kind === 'warning' && facts.signal ? `特征：${facts.signal}。` : '',
    facts.kind === 'warning' ? '以上为系统提示，不作认定。' : '以上为反映内容，尚未核实，不作认定。',
  ].filter(Boolean);
}

/** SHA-256 in groups of four, on two lines. */
export function hashWords(sha256: string): string {
  const groups = sha256.match(/.{1,4}/g) ?? [];
  return [groups.slice(0, 8).join(' '), groups.slice(8).join(' ')].filter(Boolean).join('\n');
}

/** How an organ is addressed: 贵院, 贵委, 贵局, 贵单位. */
export function yours(directory: Directory, organ: string): string {
  return `贵${lastWord(directory, organ)}`;
}

/** How an organ speaks of itself: 我局, 我委, 我中心, 我单位. */
export function ours(directory: Directory, organ: string): string {
  return `我${lastWord(directory, organ)}`;
}

function lastWord(directory: Directory, organ: string): string {
  const name = fullName(directory, organ);
  if (name.endsWith('检察院')) return '院';
  if (/委员会|纪委|监委$/.test(name)) return '委';
  return name.endsWith('局') ? '局' : name.endsWith('中心') ? '中心' : '单位';
}

/** Name with office: 乌日娜（监督科科长）. */
export function personWords(directory: Directory, id: string): string {
  const title = directory.people.get(id)?.title;
  return title ? `${nameOf(directory, id)}（${title}）` : nameOf(directory, id);
}

/** 条例60条2款 as papers write it: 条例第60条第2款. */
export function articles(basis: string): string {
  return basis.replace(/(?<!第)(\d+)条/g, '第$1条').replace(/(?<!第)(\d+)款/g, '第$1款');
}

/** 拟适用依据 of the competence rules that took part, each once; Article 9 always. */
export function basisWords(ruleIds: readonly string[], tables: readonly RulesTable[] = published): string {
  // The id of a rule means the same in every version; a matter's own may be an older or a newer one.
  const found = [...new Map(tables.flatMap((table) => table.rules).map((rule) => [rule.id, rule])).values()].filter((rule) => ruleIds.includes(rule.id)).flatMap((rule) => rule.basis);
  const written = found.map(articles);
  return [...new Set([`${regulation}第九条`, ...written])].join('；');
}

/** Rows that only some matters have: who assigned it and until when, who is suspected of what, and the doubt whether the measures hold (AC-12.1). */
export function ownRows(facts: { kind: MatterKind | ''; mandate: Mandate; parties: readonly Party[]; happened: string }, settings: Pick<Settings, 'effectiveFrom'>): [string, string | string[]][] {
  const { organ, no, dueDate } = facts.mandate;
  const doubt = doubtfulBasis(facts, settings);
  return [
    ...(facts.kind === 'assigned' ? [['交办机关', [`${organ}${no ? `（${no}）` : ''}`, dueDate ? `交办时限：${dateWords(dueDate)}前` : ''].filter(Boolean)] as [string, string[]]] : []),
    ...(facts.parties.length ? [['涉及对象', facts.parties.map((party) => `${partyText(party)}。`)] as [string, string[]]] : []),
    ...(doubt ? [['依据适用', doubt] as [string, string]] : []),
  ];
}
