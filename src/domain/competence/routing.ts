import organRows from '../data/organs.json' with { type: 'json' };
import { alternativesTo, type Alternative } from './routing-alternatives.ts';
import { baseRule, overlays, published, violationRules, type Rule, type RulesTable } from './routing-rules.ts';

export { destinations, limitsFor } from './destinations.ts';
export { rulesVersion } from './routing-rules.ts';

/** What competence is decided by; an unknown stage is left out, unknown subjects are an empty list. */
export interface RoutingInput {
  category: string;
  stage?: string;
  violations: readonly string[];
  subjects: readonly string[];
  flags: readonly string[];
  reported: readonly string[];
}

/** A rule that took part, with its departments resolved. */
export interface AppliedRule { id: string; basis: string[]; explain: string; depts: string[]; dest: string[] }

/** Who receives a matter first, who assists, what of Article 11 is to be considered, and why. */
export interface Routing {
  depts: string[];
  co: string[];
  dest: string[];
  consult: boolean;
  needConfirm: boolean;
  urgent: boolean;
  stop: boolean;
  recused: string[];
  rules: AppliedRule[];
  alternatives: Alternative[];
  version: string;
}

/** The sixteen supervising departments of Article 3. */
export const departments: readonly string[] = organRows.slice(0, 16).map((organ) => organ.code);

const center = 'GGZY';
const unique = (values: readonly string[]): string[] => [...new Set(values)];
const countDepartments = (organs: readonly string[]): number => organs.filter((organ) => departments.includes(organ)).length;

interface Resolved { rule: Rule; depts: string[]; co: string[]; recuse: string[] }

function resolve(rule: Rule, base: Rule, reported: readonly string[]): Resolved {
  const put = (codes: readonly string[]): string[] =>
    unique(codes.flatMap((code) => (code === '$SECTOR' ? base.depts : code === '$REPORTED' ? reported : [code])));
  const depts = put(rule.depts);
  // Where a rule only says "the sector's department", that department's own assistants come along.
  const co = rule.kind === 'violation' && rule.depts.includes('$SECTOR') ? [...rule.co, ...base.co] : rule.co;
  return { rule, depts, co: put(co), recuse: put(rule.recuse ?? []) };
}

function impliedFlags(input: RoutingInput): string[] {
  return input.reported.includes(center) ? [...input.flags, 'centreInvolved'] : [...input.flags];
}

function applied(input: RoutingInput, rules: readonly Rule[]): Resolved[] {
  const flags = impliedFlags(input);
  const base = baseRule(input.category, rules);
  if (flags.includes('outOfScope')) return overlays(['outOfScope'], rules).map((rule) => resolve(rule, base, input.reported));
  const violations = input.violations.length ? unique(input.violations) : ['QT'];
  const chosen = violations.flatMap((violation) =>
    violationRules({ category: input.category, stage: input.stage, violation, subjects: input.subjects }, rules));
  const resolved = [...new Set([...chosen, ...overlays(flags, rules)])].map((rule) => resolve(rule, base, input.reported));
  const targets = resolved.flatMap(({ depts, co }) => [...depts, ...co]);
  const meetsItself = input.reported.some((organ) => targets.includes(organ)) && !flags.includes('reportedIsHandler');
  return meetsItself ? [...resolved, ...overlays(['reportedIsHandler'], rules).map((rule) => resolve(rule, base, input.reported))] : resolved;
}

// O12: never to the unit reported; then to discipline inspection, or above where that itself is reported.
function substitutes(input: RoutingInput): string[] {
  return input.reported.includes('JWJW') ? ['ZZQ'] : ['JWJW'];
}

function wantsMeeting(input: RoutingInput, found: { depts: string[]; co: string[]; dest: string[] }): boolean {
  return (
    countDepartments(found.depts) >= 2 ||
    input.flags.some((flag) => flag === 'multiDept' || flag === 'majorIssue') ||
    (found.dest.includes('D7') && countDepartments(unique([...found.depts, ...found.co])) >= 2)
  );
}

function explained({ rule, depts }: Resolved): AppliedRule {
  return { id: rule.id, basis: [...rule.basis], explain: rule.explain, depts, dest: [...rule.dest] };
}

/** Decides competence by a version of the table (domain section 3), the newest that comes with the product where none is given. It proposes: the destinations are items to consider after verification. */
export function route(input: RoutingInput, table: RulesTable = published[0]): Routing {
  const base = baseRule(input.category, table.rules);
  const chosen = applied(input, table.rules);
  const recused = unique(chosen.flatMap(({ recuse }) => recuse));
  const allowed = (organ: string): boolean => !recused.includes(organ);
  const first = unique(chosen.flatMap(({ depts }) => depts)).filter(allowed);
  const stop = chosen.some(({ rule }) => rule.stop === true);
  const orphan = first.length === 0 && !stop;
  const depts = orphan ? substitutes(input) : first;
  const co = unique(chosen.flatMap((one) => one.co)).filter((organ) => allowed(organ) && !depts.includes(organ));
  const dest = unique(chosen.flatMap(({ rule }) => rule.dest)).sort();
  const scoped = !input.flags.includes('outOfScope');
  const used = scoped ? [base, ...chosen.map(({ rule }) => rule)] : chosen.map(({ rule }) => rule);
  const consult = scoped && wantsMeeting(input, { depts, co, dest });
  return {
    depts,
    co,
    dest: dest.filter((item) => item !== 'D7' || consult),
    consult,
    needConfirm: orphan || used.some((rule) => rule.needConfirm === true),
    urgent: used.some((rule) => rule.urgent === true),
    stop,
    recused,
    rules: [...(scoped ? [explained({ rule: base, depts: base.depts, co: [], recuse: [] })] : []), ...chosen.map(explained)],
    alternatives: alternativesTo(input, { used: [...depts, ...co], recused }),
    version: table.version,
  };
}
