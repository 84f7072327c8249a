import { z } from 'zod';
import organRows from '../data/organs.json' with { type: 'json' };
import rows from '../data/routing-rules.json' with { type: 'json' };

/** Version of the competence table that comes with the product. */
export const rulesVersion = '2026-11-23';

const codes = z.union([z.string(), z.array(z.string())]).transform((value) => (typeof value === 'string' ? [value] : value));

const schema = z.object({
  id: z.string().regex(/^[BVO]\d\d$/),
  kind: z.enum(['base', 'violation', 'overlay']),
  when: z.object({ category: codes, stage: codes, violation: codes, subject: codes }).exactOptional(),
  flag: z.string().exactOptional(),
  depts: z.array(z.string()),
  co: z.array(z.string()),
  dest: z.array(z.string()),
  basis: z.array(z.string()).min(1),
  explain: z.string().min(1),
  needConfirm: z.boolean().exactOptional(),
  urgent: z.boolean().exactOptional(),
  stop: z.boolean().exactOptional(),
  recuse: z.array(z.string()).exactOptional(),
});

/** A row of the competence table (domain section 3); `$SECTOR` and `$REPORTED` are still names here. */
export type Rule = z.infer<typeof schema>;

/** The whole table: base rules by category, rules by violation, overlays by flag. */
export const rules: readonly Rule[] = rows.map((row) => schema.parse(row));

/** One version of the table: a matter keeps the one it was routed by for good (AC-4.1). */
export interface RulesTable { version: string; from: string; rules: readonly Rule[] }

/** The version that comes with the product; it holds for every day before a later one. */
export const published: readonly [RulesTable, ...RulesTable[]] = [{ version: rulesVersion, from: '', rules }];

const organ = z.string().refine((code) => organRows.some((row) => row.code === code), '不是单位表中的代码');

const change = z.object({
  version: z.string().min(1, '请写明版本'), from: z.iso.date('生效日期应写成 2027-01-01'), rules: z.array(schema).default([]), drop: z.array(z.string()).default([]),
  merged: z.record(organ, organ).default({}),
});

/** The versions of a city's own file after the published one, each given as what it changes in the one before; throws Error with every fault in Chinese. */
export function rulesTables(own?: string): readonly [RulesTable, ...RulesTable[]] {
  if (own === undefined) return published;
  const parsed = z.array(change).safeParse(jsonOf(own));
  if (!parsed.success) throw new Error(`权责规则文件有误：${parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`).join('；')}`);
  const later = parsed.data.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return later.reduce<readonly [RulesTable, ...RulesTable[]]>((tables, { version, from, rules: given, drop, merged }) => {
    const gone = new Set([...drop, ...given.map(({ id }) => id)]);
    const kept = (tables.at(-1)?.rules ?? []).filter(({ id }) => !gone.has(id)).map((rule) => succeeded(rule, merged));
    return [...tables, { version, from, rules: [...kept, ...given] }];
  }, published);
}

// 机构改革: from that version on, whatever was an organ's is its successor's.
function succeeded(rule: Rule, merged: Readonly<Record<string, string>>): Rule {
  const now = (codes: readonly string[]): string[] => [...new Set(codes.map((code) => merged[code] ?? code))];
  const depts = now(rule.depts);
  return { ...rule, depts, co: now(rule.co).filter((code) => !depts.includes(code)), ...(rule.recuse ? { recuse: now(rule.recuse) } : {}) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('权责规则文件不是 JSON');
  }
}

/** The version in force on an ISO day. */
export function tableOn(day: string, tables: readonly [RulesTable, ...RulesTable[]] = published): RulesTable {
  return tables.findLast(({ from }) => from <= day) ?? tables[0];
}

/** The version of that name; the one in force on the day where no such is known. */
export function tableNamed(version: string, day: string, tables: readonly [RulesTable, ...RulesTable[]] = published): RulesTable {
  return tables.find((table) => table.version === version) ?? tableOn(day, tables);
}

/** Where a lead stands, as far as it is known. */
export interface Place { category: string; stage: string | undefined; violation: string; subjects: readonly string[] }

function categoryRank(given: readonly string[], category: string): number {
  if (given.includes(category)) return 3;
  if (given.some((group) => category.startsWith(`${group}-`))) return 2;
  return given.includes('*') ? 0 : -1;
}

/** How closely a violation rule fits; undefined where a known field differs. An unknown one excludes nothing and adds nothing. */
export function score(rule: Rule, place: Place): number | undefined {
  if (!rule.when) return undefined;
  const { category, stage, violation, subject } = rule.when;
  const rank = categoryRank(category, place.category);
  const named = violation.includes(place.violation);
  if (rank < 0 || !(named || violation.includes('*'))) return undefined;
  const subjectHit = place.subjects.some((known) => subject.includes(known));
  const stageHit = place.stage !== undefined && stage.includes(place.stage);
  if (!subject.includes('*') && place.subjects.length > 0 && !subjectHit) return undefined;
  if (!stage.includes('*') && place.stage !== undefined && !stageHit) return undefined;
  return 100 * rank + (named ? 50 : 0) + (subjectHit ? 10 : 0) + (stageHit ? 1 : 0);
}

/** The base rule of a category; an unknown category is that of 其他/未识别. */
export function baseRule(category: string, among: readonly Rule[] = rules): Rule {
  const base = (code: string): Rule | undefined => among.find((rule) => rule.kind === 'base' && rule.when?.category.includes(code));
  const found = base(category) ?? base('QT');
  if (!found) throw new Error('the competence table lacks its base rule for QT');
  return found;
}

/** The rules with the top score for a violation, a tie giving all of them; V99 where none fits. */
export function violationRules(place: Place, among: readonly Rule[] = rules): Rule[] {
  const fits = among
    .filter((rule) => rule.kind === 'violation')
    .map((rule) => ({ rule, points: score(rule, place) ?? -1 }));
  const top = Math.max(...fits.map(({ points }) => points));
  if (top < 0) return among.filter((rule) => rule.id === 'V99');
  return fits.filter(({ points }) => points === top).map(({ rule }) => rule);
}

/** The overlays of some flags, in the order of the table. */
export function overlays(flags: readonly string[], among: readonly Rule[] = rules): Rule[] {
  return among.filter((rule) => rule.flag !== undefined && flags.includes(rule.flag));
}
