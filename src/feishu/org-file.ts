import { z } from 'zod';
import organData from '../domain/data/organs.json' with { type: 'json' };
import { officeFaults } from '../domain/organ/organ.ts';
import { limitRule } from '../domain/time/limits.ts';
import { center, staffRoles, type Organ, type Person, type StaffRole } from '../domain/people.ts';

/** Somebody as the organisation file names him; `id` may be an open_id, a user_id or an e-mail. */
export interface OrgPerson { id: string; name: string; organ: string; roles: readonly StaffRole[]; title: string; licence?: string; identity?: string; acting?: NonNullable<Person['acting']>; line: number }

/** What the organisation file says. */
export interface OrgFile { effectiveFrom: string; directTransfer: boolean; vaultConsent: boolean; urgentMeetings: boolean; limits: Readonly<Record<string, number>>; people: readonly OrgPerson[]; chats: Readonly<Record<string, string>>; warnings: readonly string[] }

/** The faults of an organisation file, one sentence each, with line numbers. */
export class OrgFileFault extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'OrgFileFault';
    this.faults = faults;
  }
}

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '日期要写成 2026-11-23 的样子');
const personShape = z.object({
  id: z.string().regex(/^[A-Za-z0-9_@.+-]{1,100}$/, 'id 要填 open_id、user_id 或邮箱'),
  name: z.string().min(1, '没有姓名').max(50),
  roles: z.array(z.string()),
  licence: z.string().optional(), title: z.string().default(''),
  identity: z.string().min(1).max(100).optional(),
  acting: z.object({ document: z.string({ error: '主持工作须填任命文号（acting.document）' }).min(2, '主持工作须填任命文号（acting.document）'), from: date, to: date }).optional(),
});
const fileShape = z.object({
  measures: z.object({ effectiveFrom: date.default('2024-01-01'), directTransfer: z.boolean().default(false), vaultConsent: z.boolean().default(true), urgentMeetings: z.boolean().default(false), limits: z.record(z.string(), z.unknown()).default({}) })
    .default({ effectiveFrom: '2024-01-01', directTransfer: false, vaultConsent: true, urgentMeetings: false, limits: {} }),
  organs: z.array(z.object({ code: z.string(), chat: z.string().regex(/^oc_\w+$/, '群编号以 oc_ 开头').optional(), people: z.array(z.unknown()).default([]) })),
});

/** The sixteen departments, the Center and the outside organs of the domain data. */
export const knownOrgans: ReadonlyMap<string, Organ> = new Map(organData.map((organ) => [organ.code, {
  code: organ.code, name: organ.name, short: organ.short, aliases: organ.aliases, docPrefix: organ.docPrefix ?? '',
  kind: organ.code === center ? 'center' : organ.docPrefix ? 'department' : 'outside',
}]));

/** Reads the text of an organisation file; throws OrgFileFault with every fault at once. */
export function readOrgFile(text: string): OrgFile {
  const parsed = fileShape.safeParse(jsonOf(text));
  if (!parsed.success) throw new OrgFileFault(parsed.error.issues.map((issue) => `组织文件：${issue.path.join('.')} ${issue.message}`));
  const lines = linesOf(text);
  const { limits: own, ...measures } = parsed.data.measures;
  const faults: string[] = limitFaults(own);
  const people: OrgPerson[] = [];
  parsed.data.organs.forEach((organ, at) => {
    if (!knownOrgans.has(organ.code)) faults.push(`第 ${lines.get(`organs.${at}`) ?? 0} 行：没有代码为 ${organ.code} 的单位`);
    organ.people.forEach((given, index) => {
      const line = lines.get(`organs.${at}.people.${index}`) ?? 0;
      const one = personShape.safeParse(given);
      if (!one.success) faults.push(...one.error.issues.map((issue) => `第 ${line} 行：${issue.path.join('.')} ${issue.message}`));
      else people.push(personOf(one.data, { organ: organ.code, line }));
    });
  });
  faults.push(...roleFaults(people), ...twice(people));
  if (faults.length) throw new OrgFileFault(faults);
  const chats = Object.fromEntries(parsed.data.organs.flatMap((organ) => (organ.chat ? [[organ.code, organ.chat]] : [])));
  return { ...measures, limits: own as Record<string, number>, people, chats, warnings: warningsOf(people, parsed.data.organs.map((organ) => organ.code)) };
}

// Only limits that the regulation leaves to the city may be set by it; the law's, another organ's and those of each case may not.
function limitFaults(own: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(own).flatMap(([id, amount]) => {
    const rule = limitRule(id);
    if (!rule) return [`measures.limits：没有编号为 ${id} 的期限`];
    if (rule.mode !== 'config') return [`measures.limits：${id} 不能由本市设定（${rule.what}，${rule.basis}）`];
    return Number.isInteger(amount) && Number(amount) >= 1 && Number(amount) <= longest ? [] : [`measures.limits：${id} 须为 1 至 ${longest} 的整数`];
  });
}

const longest = 120;

function personOf(one: z.output<typeof personShape>, at: { organ: string; line: number }): OrgPerson {
  const { licence, acting, identity, ...rest } = one;
  return { ...rest, roles: one.roles as StaffRole[], ...at, ...(licence ? { licence } : {}), ...(acting ? { acting } : {}), ...(identity ? { identity } : {}) };
}

function roleFaults(people: readonly OrgPerson[]): string[] {
  const lineOf = (id: string): number => people.find((person) => person.id === id)?.line ?? 0;
  const offices = officeFaults(people, (code) => knownOrgans.get(code)?.short ?? code).map(({ id, words }) => `第 ${lineOf(id)} 行：${words}`);
  return [...offices, ...people.flatMap((person) => {
    const unknown = person.roles.filter((role) => !staffRoles.includes(role));
    return [
      ...unknown.map((role) => `第 ${person.line} 行：${person.name} 的角色 ${role} 不存在，可用：${staffRoles.join('、')}`),
      ...(person.roles.includes('ACTING_HEAD') && !person.acting ? [`第 ${person.line} 行：${person.name} 主持工作，但没有写明起止日期 acting`] : []),
    ];
  })];
}

function twice(people: readonly OrgPerson[]): string[] {
  const first = new Map<string, OrgPerson>();
  return people.flatMap((person) => {
    const before = first.get(person.id.toLowerCase());
    if (before) return [`第 ${person.line} 行：${person.name} 的 id ${person.id} 已在第 ${before.line} 行出现`];
    first.set(person.id.toLowerCase(), person);
    return [];
  });
}

function warningsOf(people: readonly OrgPerson[], codes: readonly string[]): string[] {
  const has = (organ: string, ...roles: StaffRole[]): boolean => people.some((person) => person.organ === organ && roles.some((role) => person.roles.includes(role)));
  return codes.filter((code) => knownOrgans.get(code)?.kind === 'department').flatMap((code) => {
    const name = knownOrgans.get(code)?.short ?? code;
    return [
      ...(has(code, 'HEAD', 'ACTING_HEAD') ? [] : [`${name} 没有主要负责人（HEAD），第十一条的移送无人批准`]),
      ...(has(code, 'LIAISON') ? [] : [`${name} 没有联络员（LIAISON），转来的件要等指定`]),
    ];
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new OrgFileFault(['组织文件不是有效的 JSON']);
  }
}

/** The line on which each object of a JSON text begins, by its path (organs.3.people.2). */
function linesOf(text: string): Map<string, number> {
  const found = new Map<string, number>();
  const stack: { list: boolean; key: string; index: number }[] = [];
  let line = 1;
  let word = '';
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:\n]/g)) {
    const [sign] = token;
    const top = stack.at(-1);
    if (sign === '\n') line += 1;
    else if (sign === ':' && top) top.key = word;
    else if (sign === ',' && top?.list) top.index += 1;
    else if (sign === '}' || sign === ']') stack.pop();
    else if (sign === '{' || sign === '[') {
      if (sign === '{') found.set(stack.map((one) => (one.list ? String(one.index) : one.key)).join('.'), line);
      stack.push({ list: sign === '[', key: '', index: 0 });
    } else if (sign.startsWith('"')) word = sign.slice(1, -1);
  }
  return found;
}
