import { describe, expect, it } from 'vitest';
import organs from '../../src/domain/data/organs.json' with { type: 'json' };
import { staffRoles } from '../../src/domain/people.ts';
import { demoCity } from '../../scripts/city.ts';

const keys = { appId: 'cli_0123456789abcdef', appSecret: 's', encryptKey: 'e', verificationToken: 'v' };
const { plan, orgFile } = demoCity(keys);
const everyone = orgFile.organs.flatMap((organ) => organ.people.map((one) => ({ ...one, organ: organ.code })));
const holding = (organ: string, role: string) => everyone.filter((one) => one.organ === organ && one.roles.some((held) => held === role));

describe('the demo city', () => {
  it('gives everyone a name and an id of his own', () => {
    expect(new Set(everyone.map((one) => one.name)).size).toBe(everyone.length);
    expect(new Set(everyone.map((one) => one.id)).size).toBe(everyone.length);
    expect(everyone.every((one) => one.name.length >= 2 && one.title !== '')).toBe(true);
  });

  it('staffs each of the sixteen departments so that Article 11 can be followed', () => {
    const departments = organs.filter((organ) => 'docPrefix' in organ).map((organ) => organ.code);
    expect(departments).toHaveLength(16);
    const short = departments.filter((code) => holding(code, 'HEAD').length !== 1 || holding(code, 'DEPUTY').length !== 1
      || holding(code, 'LIAISON').length !== 2 || holding(code, 'DUTY').length !== 1 || holding(code, 'HANDLER').length < 4
      || holding(code, 'HANDLER').filter((one) => one.licence).length !== 3);
    expect(short).toEqual([]);
  });

  it('keeps administrator, auditor and keepers of reporters’ names apart', () => {
    const apart = ['ADMIN', 'AUDITOR', 'VAULT'].flatMap((role) => holding('GGZY', role).map((one) => one.id));
    expect(apart).toHaveLength(4);
    expect(new Set(apart).size).toBe(4);
  });

  it('uses only organs and roles that the domain knows', () => {
    expect(orgFile.organs.filter((organ) => !organs.some((known) => known.code === organ.code))).toEqual([]);
    expect(everyone.flatMap((one) => one.roles).filter((role) => !staffRoles.includes(role))).toEqual([]);
  });

  it('puts the same people into the platform as into the organisation file', () => {
    const platform = plan.departments.flatMap((department) => department.people.map((one) => `${department.code} ${one.userId} ${one.name}`));
    expect(platform).toEqual(everyone.map((one) => `${one.organ} ${one.id} ${one.name}`));
  });

  it('is the same city each time', () => {
    expect(demoCity(keys)).toEqual({ plan, orgFile });
  });

  it('registers the bot with a menu the platform can show: three entries, five children each at most', () => {
    const menu = plan.apps[0]?.menu ?? [];
    expect(menu.map((entry) => entry.name)).toEqual(['报线索', '我的', '更多']);
    expect(menu.every((entry) => (entry.children?.length ?? 0) <= 5)).toBe(true);
    const names = menu.flatMap((entry) => entry.children ?? [entry]).map((entry) => entry.key);
    expect(names).toEqual(['report', 'todo', 'mine', 'meetings', 'progress', 'basis', 'delegate', 'help']);
  });

  it('knows the days off and the worked weekends of 2024 to 2026', () => {
    expect(plan.calendar?.off).toContain('2026-10-07');
    expect(plan.calendar?.work).toEqual(expect.arrayContaining(['2024-02-04', '2025-10-11', '2026-10-10']));
    expect(plan.calendar?.work).toHaveLength(19);
  });
});
