import { describe, expect, it } from 'vitest';
import { OrgFileFault, readOrgFile } from '../../src/feishu/org-file.ts';

const good = `{
  "measures": { "effectiveFrom": "2024-03-01" },
  "organs": [
    { "code": "GGZY", "chat": "oc_abc", "people": [
      { "id": "zhang", "name": "张主任", "roles": ["C_HEAD"] }
    ] },
    { "code": "ZJJ", "people": [
      { "id": "ou_1", "name": "甲", "roles": ["HEAD"], "licence": "150602" },
      { "id": "a@b.cn", "name": "乙", "roles": ["ACTING_HEAD"], "acting": { "document": "鄂组任〔2026〕8号", "from": "2026-01-01", "to": "2026-06-30" } }
    ] }
  ]
}`;

function faultsOf(text: string): readonly string[] {
  try {
    readOrgFile(text);
    return [];
  } catch (fault) {
    if (fault instanceof OrgFileFault) return fault.faults;
    throw fault;
  }
}

describe('the organisation file', () => {
  it('is read with people, groups and the day the measures take effect, and warns of a department without liaison', () => {
    const file = readOrgFile(good);
    expect(file.effectiveFrom).toBe('2024-03-01');
    expect(file.chats).toEqual({ GGZY: 'oc_abc' });
    expect(file.people.map((person) => [person.name, person.organ, person.line])).toEqual([['张主任', 'GGZY', 5], ['甲', 'ZJJ', 8], ['乙', 'ZJJ', 9]]);
    expect(file.warnings).toEqual(['市住建局 没有联络员（LIAISON），转来的件要等指定']);
  });

  it('the last reminder of a meeting is marked urgent only where the city asks for it', () => {
    const measures = (set: object) => readOrgFile(JSON.stringify({ measures: set, organs: [] })).urgentMeetings;
    expect([measures({}), measures({ urgentMeetings: true })]).toEqual([false, true]);
  });
  it('lists every fault with the line of the person, all at once', () => {
    const bad = good.replace('"roles": ["C_HEAD"]', '"roles": ["ADMIN", "AUDITOR", "KING"]').replace('"code": "ZJJ"', '"code": "NONE"')
      .replace('"a@b.cn"', '"OU_1"').replace(', "acting": { "document": "鄂组任〔2026〕8号", "from": "2026-01-01", "to": "2026-06-30" }', '').replace('"name": "甲"', '"name": ""');
    const faults = faultsOf(bad);
    expect(faults).toHaveLength(5);
    for (const start of ['第 5 行：张主任 的角色 KING', '第 5 行：张主任 同时是管理员、审计员，三者须为不同的人，请改由他人担任其中 1 项', '第 7 行：没有代码为 NONE', '第 8 行：name 没有姓名', '第 9 行：乙 主持工作']) {
      expect(faults.some((fault) => fault.startsWith(start)), start).toBe(true);
    }
    expect(faultsOf(good.replace('"a@b.cn"', '"zhang"'))).toEqual(['第 9 行：乙 的 id zhang 已在第 5 行出现']);
    expect(faultsOf(good.replace('"document": "鄂组任〔2026〕8号", ', ''))).toEqual([expect.stringContaining('主持工作须填任命文号')]);
    expect(faultsOf('{')).toEqual(['组织文件不是有效的 JSON']);
  });

  it('keeps ADMIN, AUDITOR and VAULT apart over all accounts of one person, and allows two keepers an organ', () => {
    const two = good.replace('"roles": ["C_HEAD"]', '"roles": ["ADMIN"], "identity": "x"').replace('"roles": ["HEAD"]', '"roles": ["HEAD", "AUDITOR"], "identity": "x"');
    expect(faultsOf(two)).toEqual(['第 5 行：张主任 同时是管理员、审计员，三者须为不同的人，请改由他人担任其中 1 项']);
    const keepers = (count: number) => good.replace('"people": [\n      { "id": "zhang"', `"people": [\n${Array.from({ length: count }, (_, at) => `{ "id": "k${at}", "name": "保管${at}", "roles": ["VAULT"] },`).join('\n')}\n      { "id": "zhang"`);
    expect([faultsOf(keepers(2)), faultsOf(keepers(3))]).toEqual([[], ['第 7 行：市交易中心有 3 名举报人信息保管人，最多 2 名，请减少 1 名']]);
  });
});
