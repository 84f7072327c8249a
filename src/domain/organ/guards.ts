import type { z } from 'zod';
import type { Situation } from '../document.ts';
import { shortName, type Directory, type Person, type StaffRole } from '../people.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { dateOf } from '../time/time.ts';
import type { appointInput, leaveInput, renameInput, watchInput } from './inputs.ts';
import { officeFaults, staffOn, type OrganBook } from './organ.ts';

type S<I> = Situation<OrganBook, I>;

/** Roles that an organ gives and takes itself; all others are the administrator's. */
export const ownRoles: readonly StaffRole[] = ['LIAISON', 'DUTY', 'HANDLER'];

/** The roles that a member has after 任免: an organ's own leader changes only those that are his to give. */
export function rolesAfter({ input, by }: Pick<S<z.output<typeof appointInput>>, 'input' | 'by'>, before: readonly StaffRole[]): readonly StaffRole[] {
  if (by.role === 'ADMIN' || by.role === 'system') return input.roles;
  return [...before.filter((role) => !ownRoles.includes(role)), ...input.roles.filter((role) => ownRoles.includes(role))];
}

/** 任免 is for somebody in the book; the three offices stay with different people, 主持工作 comes with its document. */
export function appointable(s: S<z.output<typeof appointInput>>): Refusal | undefined {
  const member = memberOf(s);
  if (!member) return refuse('not-found', { what: '该人员（须为本单位在册人员）' }, ['person']);
  const roles = rolesAfter(s, member.roles);
  if (roles.includes('ACTING_HEAD') && !member.acting) return refuse('input', { fields: '主持工作须有任命文号和起止日期，请写入组织文件后导入' }, ['roles']);
  const { directory } = s.world;
  const fault = officeFaults(everybody(directory, { ...member, roles }), (code) => shortName(directory, code))[0];
  return fault ? refuse('input', { fields: fault.words }, ['roles']) : undefined;
}

/** 停用 is for somebody in the book, but not for the administrator himself, whose platform would be left alone. */
export function dismissable(s: S<z.output<typeof leaveInput>>): Refusal | undefined {
  if (!memberOf(s)) return refuse('not-found', { what: '该人员（须为本单位在册人员）' }, ['person']);
  return 'id' in s.by && s.by.id === s.input.person ? refuse('input', { fields: '不能停用本人，请由其他管理员办理' }, ['person']) : undefined;
}

/** A new name holds from today or later: what was sent under the old one keeps it. */
export function renameable({ input, world }: S<z.output<typeof renameInput>>): Refusal | undefined {
  return input.from < dateOf(world.now) ? refuse('input', { fields: '生效日期已过，请选今天或以后' }, ['from']) : undefined;
}

/** Who is on duty works in the organ, on days that lie ahead. */
export function watchable(s: S<z.output<typeof watchInput>>): Refusal | undefined {
  const { input, world } = s;
  if (!memberOf(s)) return refuse('not-found', { what: '该人员（须为本单位在册人员）' }, ['person']);
  if (input.to < input.from) return refuse('input', { fields: '结束日期早于开始日期，请改选' }, ['to']);
  return input.to < dateOf(world.now) ? refuse('input', { fields: '日期已过，请选今天或以后' }, ['to']) : undefined;
}

/** One organ coordinates; a second one is refused (AC-1.2). */
export function soleCoordinator({ doc, world }: S<unknown>): Refusal | undefined {
  return [...world.directory.organs.values()].some(({ code, coordinates }) => coordinates && code !== doc.data.organ) ? refuse('E-105') : undefined;
}

/** Whether there is nobody left in the organ who signs for what comes. */
export function isMute({ members, organ }: Pick<OrganBook, 'members' | 'organ'>, today: string): boolean {
  return !staffOn({ members, organ }, today).some(({ roles }) => roles.includes('LIAISON'));
}

function memberOf({ doc, input, world }: S<{ person: string }>): Person | undefined {
  return staffOn(doc.data, dateOf(world.now)).find(({ id }) => id === input.person);
}

function everybody(directory: Directory, changed: Person): Person[] {
  return [...directory.people.values()].map((person) => (person.id === changed.id ? changed : person));
}
