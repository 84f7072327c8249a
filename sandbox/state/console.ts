import type { State } from './model.ts';
import type { Person } from './tenant.ts';

/** What a list of the developer console lets through; `all` stands for a console nobody has narrowed. */
export type Allowed = 'all' | string[];

/** What takes effect only with a published version (contract 12). Ranges hold open_ids and open_department_ids. */
export interface ConsoleSettings {
  scopes: Allowed;
  events: Allowed;
  callbacks: Allowed;
  /** 可用范围: who may use the app. */
  availability: Allowed;
  /** 通讯录权限范围: whose data the app may read. */
  contactRange: Allowed;
}

/** The console of one app: what is being edited, what is in force, and what holds at once without a version. */
export interface AppConsole {
  draft: ConsoleSettings;
  /** null: no version in force; the app then has no scope, event, callback or user. */
  published: ConsoleSettings | null;
  version: number;
  /** Switched off by the tenant's administrator when false. */
  enabled?: boolean;
  /** The app has no bot ability when false. */
  bot?: boolean;
  redirectUris: Allowed;
  /** H5 可信域名, hosts without scheme. */
  trustedDomains: Allowed;
  /** Where callbacks go when it is not the events' request URL. */
  callbackUrl?: string;
}

const open: ConsoleSettings = { scopes: 'all', events: 'all', callbacks: 'all', availability: 'all', contactRange: 'all' };
const shut: ConsoleSettings = { scopes: [], events: [], callbacks: [], availability: [], contactRange: [] };

/** The console of an app; one that nobody has touched allows everything. */
export function consoleOf(state: State, appId: string): AppConsole {
  return state.consoles[appId] ?? { draft: { ...open }, published: { ...open }, version: 1, redirectUris: 'all', trustedDomains: 'all' };
}

/** What is in force for an app; nothing at all while no version is published. */
export function inForce(state: State, appId: string): ConsoleSettings {
  return consoleOf(state, appId).published ?? shut;
}

/** Whether a list lets a name through. */
export function allows(list: Allowed, name: string): boolean {
  return list === 'all' || list.includes(name);
}

/** Whether a list names something itself; a console nobody has narrowed names nothing. */
export function names(list: Allowed, name: string): boolean {
  return list !== 'all' && list.includes(name);
}

/** Whether a range holds a department or one above it. */
export function coversDepartment(state: State, range: Allowed, id: string): boolean {
  if (allows(range, id) || allows(range, '0')) return true;
  const parent = state.departments.find((department) => department.id === id)?.parent;
  return parent !== undefined && coversDepartment(state, range, parent);
}

/** Whether a range holds a person, by himself or by one of his departments. */
export function coversPerson(state: State, range: Allowed, person: Person): boolean {
  return allows(range, person.openId) || person.departments.some((id) => coversDepartment(state, range, id));
}
