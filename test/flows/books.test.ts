import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OrgFile } from '../../scripts/city.ts';
import type { StaffRole } from '../../src/domain/people.ts';
import { passes, quiet, registered, forwarded, saidIn, stageFor } from './stage.ts';

describe('an administrator keeps organs and people', () => {
  const { stage, on } = stageFor('books', { startAt: '2026-11-24T09:00:00+08:00' });
  const admin = () => on('ggzy-admin');
  const idOf = (who: string) => stage().person(who).id;
  const directory = () => stage().app.deps.directory;
  const opens = async (organ: string) => {
    await admin().says(`单位名册 ${organ}`);
    return admin().sees(new RegExp(`单位名册　${organ}`));
  };
  const edited = (change: (file: OrgFile) => void) => {
    const path = stage().env['ORG_FILE'] ?? '';
    const file = JSON.parse(readFileSync(path, 'utf8')) as OrgFile;
    change(file);
    writeFileSync(path, JSON.stringify(file, undefined, 1));
  };
  const rolesIn = (file: OrgFile, id: string): StaffRole[] => file.organs.flatMap(({ people }) => people).find((person) => person.id === id)?.roles ?? [];

  it('AC-1.2 a tap that names a second coordinating organ is refused with E-105', async () => {
    const card = await opens('市发改委');
    const menu = JSON.stringify(card.content).match(/"value":"(\{[^}]*coordinate.*?\})"/)?.[1]?.replaceAll('\\"', '"') ?? '';
    expect(menu).toContain('coordinate');
    const place = placeOf(card.content, 'overflow');
    expect(await admin().isRefused(place, { on: /单位名册　市发改委/, option: menu })).toBe('E-105 牵头单位只能有一个');
  });

  it('an edit that puts two of the three offices on one person is refused, and says what to do', async () => {
    await opens('市交易中心');
    await admin().taps('任免人员', { on: /单位名册　市交易中心/ });
    expect(await admin().isRefused('确认任免', { on: /任免人员/, form: { person: idOf('ggzy-auditor'), roles: ['AUDITOR', 'VAULT'] } })).toContain('韩雪梅 同时是审计员、举报人信息保管人');
    expect(directory().people.get(idOf('ggzy-auditor'))?.roles).toEqual(['AUDITOR']);
  });

  it('a new name is shown from its day on', async () => {
    await opens('市住建局');
    const place = placeOf((await admin().sees(/单位名册　市住建局/)).content, 'overflow');
    const card = await admin().sees(/单位名册　市住建局/);
    const option = JSON.stringify(card.content).match(/"value":"(\{[^}]*rename.*?\})"/)?.[1]?.replaceAll('\\"', '"') ?? '';
    await admin().taps(place, { on: /单位名册　市住建局/, option });
    await admin().taps('确认更名', { on: /更名/, form: { name: '鄂尔多斯市住房城乡建设和交通局', short: '市住建交通局', from: '2026-12-01 +0800' } });
    expect(directory().organs.get('ZJJ')?.short).toBe('市住建局');
    await passes(stage(), '2026-12-01T09:00:00+08:00');
    expect(directory().organs.get('ZJJ')?.short).toBe('市住建交通局');
  });

  it('a file with faults changes nothing, and every fault is told with its line', async () => {
    edited((file) => rolesIn(file, 'ggzy-admin').push('AUDITOR'));
    await admin().says('核对组织文件');
    expect(saidIn(await admin().hears('组织文件有 1 处要改'))).toMatch(/第 \d+ 行：田野 同时是管理员、审计员/);
    edited((file) => rolesIn(file, 'ggzy-admin').pop());
  });

  it('what the file would change is shown first, written only after 采用, and nobody is removed by it', async () => {
    edited((file) => {
      rolesIn(file, 'slj-officer4').push('LIAISON');
      for (const organ of file.organs) organ.people = organ.people.filter(({ id }) => id !== 'slj-officer3');
    });
    await admin().says('核对组织文件');
    const card = await admin().sees(/组织文件有变更/);
    expect(saidIn(card)).toContain('新增 0　变更 1　不在文件中 1');
    expect(directory().people.get(idOf('slj-officer4'))?.roles).not.toContain('LIAISON');
    await admin().taps('采用', { on: /组织文件有变更/ });
    await quiet(stage());
    expect([directory().people.get(idOf('slj-officer4'))?.roles, directory().people.has(idOf('slj-officer3'))]).toEqual([['HANDLER', 'LIAISON'], true]);
  });

  it('the roster is kept by the liaison', async () => {
    await on('jtj-liaison').says('排班');
    await on('jtj-liaison').taps('排班', { on: /单位名册　市交通局/ });
    await on('jtj-liaison').taps('确认排班', { on: /排班/, form: { person: idOf('jtj-officer4'), from: '2026-12-01 +0800', to: '2026-12-01 +0800' } });
    expect(saidIn(await on('jtj-liaison').sees(/单位名册　市交通局[^]*今天值班/))).toContain('乌日娜');
  });

  it('whoever is on duty gets and signs what comes in the evening', async () => {
    await passes(stage(), '2026-12-01T19:00:00+08:00');
    const matter = await registered(stage(), on('ggzy-staff1'), '沙梁线公路养护工程');
    await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['JTJ'] });
    await on('jtj-officer4').taps('签收', { on: /举报件转办单[^]*沙梁线/ });
    await quiet(stage());
    expect((await stage().app.store.load('forward', `${matter.id}-f-jtj`))?.audit.find((entry) => entry.act === 'sign')?.by).toMatchObject({ role: 'DUTY', name: '乌日娜' });
  });
});

/** The place of the first component of a kind in a card. */
function placeOf(card: unknown, tag: string): (string | number)[] {
  const walk = (node: unknown, path: (string | number)[]): (string | number)[] | undefined => {
    if (Array.isArray(node)) return node.map((each, at) => walk(each, [...path, at])).find(Boolean);
    if (typeof node !== 'object' || node === null) return undefined;
    if ('tag' in node && node.tag === tag) return path;
    return Object.entries(node).map(([key, each]) => walk(each, [...path, key])).find(Boolean);
  };
  return walk(card, []) ?? [];
}
