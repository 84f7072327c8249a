/** Roles of domain table 2; REPORTER, VERIFIER, CO_HEAD, LEAD, OFFICER, RECUSED, SELF and DELEGATE arise from a document, `clock` and `system` are given by jobs only, `outside` by a receipt page. */
export const staffRoles = [
  'HEAD', 'DEPUTY', 'LIAISON', 'HANDLER', 'ACTING_HEAD', 'C_CLERK', 'C_HEAD', 'DUTY', 'WARN', 'SECRETARY', 'ADMIN', 'AUDITOR', 'VAULT',
] as const;
/** A role that the organisation file may give. */
export type StaffRole = (typeof staffRoles)[number];
/** A role on one document. */
export type Role = StaffRole | 'REPORTER' | 'VERIFIER' | 'CO_HEAD' | 'LEAD' | 'OFFICER' | 'RECUSED' | 'SELF' | 'DELEGATE' | 'ANYONE' | 'clock' | 'system' | 'outside';

/** What each role is called. */
export const staffRoleNames: Readonly<Record<StaffRole, string>> = {
  HEAD: '主要负责人', ACTING_HEAD: '主持工作的负责人', DEPUTY: '分管负责人', LIAISON: '联络员', HANDLER: '承办人', C_CLERK: '中心经办', C_HEAD: '中心负责人', DUTY: '值班人员',
  WARN: '预警岗', SECRETARY: '会商秘书', ADMIN: '管理员', AUDITOR: '审计员', VAULT: '举报人信息保管人',
};

/** A person of the organisation file, known by the platform's open_id. */
export interface Person {
  id: string;
  name: string;
  organ: string;
  roles: readonly StaffRole[];
  title: string;
  /** 执法证号, where he holds one. */
  licence?: string;
  /** Written appointment of an acting head (主持工作): the document and its ISO dates, inclusive. */
  acting?: { document: string; from: string; to: string };
  /** The same for all accounts of one person; without it every account is a person of its own. */
  identity?: string;
}

/** What an organ is called from a day (ISO) on. */
export interface OrganName { from: string; name: string; short: string; aliases: readonly string[]; docPrefix: string }

/** 值班: somebody who is on duty on these ISO days, both included; a later entry takes the place of an earlier one. */
export interface Watch { person: string; from: string; to: string }

/** An organ: one of the sixteen departments, the Center, or an outside organ. */
export interface Organ {
  code: string;
  name: string;
  short: string;
  aliases: readonly string[];
  docPrefix: string;
  kind: 'department' | 'center' | 'outside';
  /** Every name it had or will have, earliest first; absent where it never changed. */
  names?: readonly OrganName[];
  /** 牵头单位 (Article 1); one at a time. */
  coordinates?: boolean;
  /** Group chat, where the organisation file names one. */
  chat?: string;
}

/** 代办: who acts for whom, in which tasks (`delegable` in `delegation/delegation.ts`), on which ISO days, both included. */
export interface StandIn { person: string; delegate: string; from: string; to: string; tasks: readonly string[] }

/** Who works where, and who stands in for whom. */
export interface Directory {
  organs: ReadonlyMap<string, Organ>;
  people: ReadonlyMap<string, Person>;
  /** 代办 that is set and neither cancelled nor ended; each counts on its own days only. */
  standIns: readonly StandIn[];
  /** Who has left; what he did stays his. */
  former?: ReadonlyMap<string, Person>;
  /** The duty rosters of the organs that keep one. */
  watches?: ReadonlyMap<string, readonly Watch[]>;
}

/** The code of the Trading Center. */
export const center = 'GGZY';

/** Everyone of an organ who holds one of the roles, in the file's order. */
export function holders(directory: Directory, organ: string, ...roles: StaffRole[]): Person[] {
  return [...directory.people.values()].filter((p) => p.organ === organ && roles.some((r) => p.roles.includes(r)));
}

/** Whether an organ has a 分管负责人; where it has none, the 主要负责人 does his part. */
export function hasDeputy(directory: Directory, organ: string): boolean {
  return holders(directory, organ, 'DEPUTY').length > 0;
}

/** Everyone of an organ. */
export function staffOf(directory: Directory, organ: string): Person[] {
  return [...directory.people.values()].filter((p) => p.organ === organ);
}

/** The person who may decide under Article 11: 主要负责人, or the acting head within his written appointment. */
export function headOf(directory: Directory, organ: string, today: string): Person | undefined {
  const acting = holders(directory, organ, 'ACTING_HEAD').find((p) => p.acting?.document && p.acting.from <= today && today <= p.acting.to);
  return acting ?? holders(directory, organ, 'HEAD')[0];
}

/** Who stands behind an account: two accounts of one person have the same identity. */
export function identityOf(directory: Directory, id: string): string {
  return directory.people.get(id)?.identity ?? id;
}

/** Whether two accounts are the same person. */
export function isSamePerson(directory: Directory, one: string, other: string): boolean {
  return one !== '' && identityOf(directory, one) === identityOf(directory, other);
}

/** Who is on duty in an organ on a day: whom the roster names, else everybody who holds 值班. */
export function onDuty(directory: Directory, organ: string, today: string): Person[] {
  const watch = directory.watches?.get(organ)?.findLast((one) => one.from <= today && today <= one.to);
  const named = watch && directory.people.get(watch.person);
  return named ? [named] : holders(directory, organ, 'DUTY');
}

/** The organ's short name as cards show it, on a day (ISO) where one is given, else today's; the code itself where the organ is unknown. */
export function shortName(directory: Directory, code: string, day?: string): string {
  const organ = directory.organs.get(code);
  return organ ? ((day === undefined ? undefined : nameOn(organ, day)) ?? organ).short : code;
}

/** What an organ was called on a day; undefined where nothing is known of it. */
export function nameOn({ names = [] }: Pick<Organ, 'names'>, day: string): OrganName | undefined {
  return names.findLast(({ from }) => from <= day) ?? names[0];
}

/** The organ's full name as documents show it. */
export function fullName(directory: Directory, code: string): string {
  return directory.organs.get(code)?.name ?? code;
}

/** A person's name, with 「（已离任）」 where he has left. */
export function nameOf(directory: Directory, id: string): string {
  return directory.people.get(id)?.name ?? `${directory.former?.get(id)?.name ?? ''}（已离任）`;
}
