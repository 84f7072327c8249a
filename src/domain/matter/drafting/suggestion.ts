import { route, type Routing } from '../../competence/routing.ts';
import type { Directory } from '../../people.ts';
import { readReportedPeople, withRead } from '../../reporter/reported-people.ts';
import { published, tableNamed, tableOn, type RulesTable } from '../../competence/routing-rules.ts';
import type { World } from '../../document.ts';
import { dateOf } from '../../time/time.ts';
import type { Facts, Matter } from '../matter.ts';

/** Required fields of a registration, in the order of the form, with their names. */
const required = [
  { field: 'kind', name: '来件类型' },
  { field: 'project', name: '项目名称' },
  { field: 'cityLevel', name: '是否市本级' },
  { field: 'violations', name: '反映的问题' },
  { field: 'source', name: '怎么知道的' },
] as const;

/** What a registration still lacks (E-101, E-103). */
export function missingFields(facts: Pick<Facts, (typeof required)[number]['field'] | 'mandate'>): readonly { field: string; name: string }[] {
  const open = required.filter(({ field }) => facts[field].length === 0);
  return facts.kind === 'assigned' && !facts.mandate.organ ? [...open, { field: 'mandateOrgan', name: '交办机关' }] : open;
}

/** Competence by the rules for these facts (domain section 3); null while nothing is known to route by. */
export function suggest(facts: Facts, table: RulesTable = published[0]): Routing | null {
  if (!facts.category && !facts.violations.length) return null;
  return route({
    category: facts.category || 'QT',
    ...(facts.stage ? { stage: facts.stage } : {}),
    violations: facts.violations.length ? [...facts.violations] : ['QT'],
    subjects: [...facts.subjects],
    flags: [...facts.flags, ...(facts.cityLevel === 'no' ? ['outOfScope'] : [])],
    reported: [...facts.reported],
  }, table);
}

/** The same matter with the people of the directory whom its words and fields name; answers already given stay. */
export function withReportedPeople<T extends Pick<Matter, 'words' | 'project' | 'named' | 'parties' | 'reportedPeople'>>(matter: T, directory: Directory): T {
  const texts = [matter.words, matter.project, ...matter.named, ...matter.parties.map(({ employer, name }) => `${employer}${name}`)];
  return { ...matter, reportedPeople: withRead(matter.reportedPeople, readReportedPeople(texts.join('\n'), directory)) };
}

/** The same matter with its suggestion counted anew. */
export function withRouting<T extends Facts>(facts: T, table: RulesTable = published[0]): T & Pick<Matter, 'routing'> {
  return { ...facts, routing: suggest(facts, table) };
}

/** The matter with the fields of a form put in; absent ones stay. */
export function corrected(matter: Matter, form: { [K in keyof Facts]?: Facts[K] | undefined }, table: RulesTable = published[0]): Matter {
  const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined)) as Partial<Facts>;
  return withRouting({ ...matter, ...given, guessed: matter.guessed.filter((field) => !(field in given)) }, table);
}

/** The competence table in force now: by it drafts are routed, and a matter at its registration. */
export function tableNow({ now, settings }: Pick<World, 'now' | 'settings'>): RulesTable {
  return tableOn(dateOf(now), settings.rules);
}

/** The competence table that a registered matter was routed by and keeps (AC-4.1). */
export function tableKept({ routing }: Pick<Matter, 'routing'>, { now, settings }: Pick<World, 'now' | 'settings'>): RulesTable {
  return tableNamed(routing?.version ?? '', dateOf(now), settings.rules);
}
