import codes from '../data/codes.json' with { type: 'json' };
import type { Reading } from '../intake/reading.ts';
import { limits, type LimitId } from '../time/limits.ts';
import { spanText } from '../time/time.ts';
import { destinations, limitsFor, type DestinationId } from './destinations.ts';
import { published, type RulesTable } from './routing-rules.ts';
import { route, type Routing } from './routing.ts';

/** What a question is about: codes of a problem and of a kind of project, empty where none was named. */
export interface Asked { violation: string; category: string }

/** What is answered: who is competent and why, where it may be transferred, in which papers, by when. */
export interface Answer {
  routing: Routing;
  articles: readonly string[];
  /** Items of Article 11 that come into question. */
  onward: readonly DestinationId[];
  papers: readonly string[];
  limits: readonly string[];
  /** Where no kind of project was named: organs, each with the kinds that are theirs. */
  byOrgan: readonly { depts: readonly string[]; categories: readonly string[] }[];
}

/** Where no kind of project was named, the rules for building works stand as the example. */
const example = 'GC-FJ';
const others: Readonly<Record<string, string>> = { 串通投标: 'CT', 陪标: 'CT', 围标: 'CT', 串标: 'CT', 应招未招: 'GB', 分解发包: 'HZWL', 欠薪: 'TQZ', 行贿: 'XHF', 受贿: 'XHG', 公益诉讼: 'GY', 恶意投诉: 'EYTS' };

/** What a question asks about: by codes (`CT|GC-FJ`), by the names of the tables, else as it is read. */
export function askedOf(question: string, reading: Pick<Reading, 'violations' | 'category'>): Asked {
  const [first = '', second = ''] = question.trim().split('|');
  if ((first === '' || first in codes.violation) && (second === '' || second in codes.category) && `${first}${second}`) return { violation: first, category: second };
  return {
    violation: others[question.trim()] ?? reading.violations[0]?.value ?? named(codes.violation, question),
    category: reading.category?.value ?? named(codes.category, question),
  };
}

/** By what a question is answered: the competence table in force, and the spans that the city set for limits of its own. */
export interface Ground { table: RulesTable; limits: Readonly<Record<string, number>> }

const shipped: Ground = { table: published[0], limits: {} };

/** The answer to a question by the city's own table and limits; never empty for codes of the tables. */
export function answerTo({ violation, category }: Asked, ground: Ground = shipped): Answer {
  const routing = routeOf({ violation, category: category || example }, ground);
  const onward = routing.dest.filter((id): id is DestinationId => id in destinations && id !== 'D0' && id !== 'D7');
  return {
    routing, onward,
    articles: [...new Set([...routing.rules.filter((rule) => category || !rule.id.startsWith('B')).flatMap((rule) => rule.basis), `本办法${onward.length ? '9条、11条' : '9条'}`])],
    papers: ['转办单', ...(onward.length ? ['核实情况报告', '移送审批表', '案件线索移送函、回执'] : []), '办理结果反馈表'],
    limits: limitsOf(onward, ground),
    byOrgan: category ? [] : grouped(violation, ground),
  };
}

function limitsOf(onward: readonly DestinationId[], ground: Ground): string[] {
  const span = (id: LimitId) => spanText(ground.limits[id] ?? limits[id].amount ?? 0, limits[id].unit);
  return [
    `中心 ${span('T01')}内转办，承办单位 ${span('T04')}内签收`,
    `反馈时限逐件设定，一般 ${limitsFor('report').suggested} 个工作日`,
    ...(onward.length ? [`核实 ${span('T07')}`] : []),
    ...(onward.includes('D3') ? [`移送公安：主要负责人 ${span('T37')}内决定，批准后 ${span('T38')}内送达`] : []),
    ...(onward.some((id) => id !== 'D3') ? [`移送其他机关：${span('T08')}内决定，批准后 ${span('T09')}内发出`] : []),
  ];
}

function routeOf({ violation, category }: Asked, { table }: Ground): Routing {
  return route({ category, violations: violation ? [violation] : [], subjects: [], flags: [], reported: [] }, table);
}

function grouped(violation: string, ground: Ground): Answer['byOrgan'] {
  const groups = new Map<string, string[]>();
  for (const category of Object.keys(codes.category)) {
    const key = routeOf({ violation, category }, ground).depts.join(',');
    groups.set(key, [...(groups.get(key) ?? []), category]);
  }
  return [...groups].map(([key, categories]) => ({ depts: key.split(','), categories }));
}

// The longest piece of a name that the question holds: 转包 of 转包、违法分包.
function named(table: Readonly<Record<string, string>>, question: string): string {
  const hits = Object.entries(table).flatMap(([code, name]) => name.split(/[、，（）/]/).map((piece) => piece.trim()).filter((piece) => piece.length >= 2 && !['其他', '未识别'].includes(piece) && question.includes(piece)).map((piece) => ({ code, length: piece.length })));
  return hits.sort((a, b) => b.length - a.length)[0]?.code ?? '';
}
