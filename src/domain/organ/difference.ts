import { staffRoleNames, type Directory, type Person, type StaffRole } from '../people.ts';
import { dayText } from '../time/time.ts';

/** What the organisation file would change, a line each, in the order of the organs; nobody is ever removed by it. */
export function differences(now: Directory, file: Directory): readonly string[] {
  const organName = (code: string): string => now.organs.get(code)?.short ?? code;
  const added = [...file.people.values()].filter(({ id }) => !now.people.has(id)).map((person) => `新增　${person.name}（${organName(person.organ)}）　${rolesText(person.roles)}`);
  const changed = [...file.people.values()].flatMap((person) => {
    const before = now.people.get(person.id);
    const what = before ? changesOf(before, person, organName) : [];
    return what.length ? [`变更　${person.name}（${organName(person.organ)}）　${what.join('；')}`] : [];
  });
  const missing = [...now.people.values()].filter(({ id }) => !file.people.has(id)).map((person) => `不在文件中　${person.name}（${organName(person.organ)}）　不自动停用，请先交接`);
  return [...added, ...changed, ...missing];
}

/** Whether anything would be written: people who are only missing from the file stay. */
export function changesSomething(lines: readonly string[]): boolean {
  return lines.some((line) => !line.startsWith('不在文件中'));
}

function changesOf(before: Person, after: Person, organName: (code: string) => string): string[] {
  const pairs: readonly (readonly [what: string, from: string, to: string])[] = [
    ['单位', organName(before.organ), organName(after.organ)], ['姓名', before.name, after.name], ['职务', before.title, after.title], ['角色', rolesText(before.roles), rolesText(after.roles)],
    ['执法证', before.licence ?? '无', after.licence ?? '无'], ['主持工作', actingText(before), actingText(after)], ['本人', before.identity ?? '', after.identity ?? ''],
  ];
  return pairs.filter(([, from, to]) => from !== to).map(([what, from, to]) => (what === '本人' ? '与其他账号为同一人' : `${what} ${from || '无'} 改为 ${to || '无'}`));
}

function rolesText(roles: readonly StaffRole[]): string {
  return roles.map((role) => staffRoleNames[role]).join('、') || '无角色';
}

function actingText({ acting }: Person): string {
  return acting ? `${acting.document}，${dayText(acting.from, { year: true })}至${dayText(acting.to, { year: true })}` : '无';
}
