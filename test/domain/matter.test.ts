import { describe, expect, it } from 'vitest';
import { actsOpenTo } from '../../src/domain/decide.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { after, as, blank, refusal, worldAt } from './town.ts';

const facts = {
  kind: 'report', project: '青格勒学校综合楼', cityLevel: 'yes', category: 'GC-FJ', stage: 'DB', violations: ['CT'], subjects: ['TBR'], named: [], reported: [], amountYuan: null,
  amounts: [], source: 'phone', anonymous: true, happened: '', flags: [],
};
const reporter = as('staff', true);
const reading = (more: object = {}) => ({ facts: { ...facts, ...more }, words: '原话', guessed: [], traces: [], urgent: false });
const draft = (more: object = {}): Document => after(blank('matter', 'm'), { act: 'draft', by: as('staff'), input: reading(more) });
const registered = (more: object = {}): Document<Matter> => after(draft(more), { act: 'register', by: reporter }) as Document<Matter>;
const dataOf = (doc: Document): Matter => doc.data as Matter;
const file = { id: 'f', name: '来信.pdf', size: 9, sha256: 'a'.repeat(64), at: '2026-11-23T02:00:00.000Z' };

describe('a draft', () => {
  it('takes in what is said later (更新), and buttons drawn before are void', () => {
    const before = draft();
    const doc = after(before, { act: 'reread', by: reporter, input: reading({ project: '青格勒学校食堂' }) });
    expect([doc.state, dataOf(doc).project, doc.round > before.round]).toEqual(['draft', '青格勒学校食堂', true]);
  });
  it('keeps a file that was taken out (移出附件), so that it can be put back (恢复附件)', () => {
    const out = after(after(draft(), { act: 'attach', by: reporter, input: file }), { act: 'detach', by: reporter, input: { file: 'f' } });
    expect(dataOf(out).files[0]?.removed).toBe(true);
    expect(dataOf(after(out, { act: 'restore', by: reporter, input: { file: 'f' } })).files[0]?.removed).toBe(false);
  });
  it('that is put away (不是线索) is not deleted, and only its reporter brings it back (恢复)', () => {
    const away = after(draft(), { act: 'discard', by: reporter });
    expect(refusal(away, { act: 'revive', by: as('clerk') })).toBe('E-901');
    expect(after(away, { act: 'revive', by: reporter }).state).toBe('draft');
  });
});

describe('a registered matter at the Center', () => {
  it('belongs to one clerk, and after 放回 to whoever takes it next', () => {
    const taken = after(registered(), { act: 'claim', by: as('clerk') });
    expect(refusal(taken, { act: 'claim', by: as('chief') })).toBe('stale');
    expect(dataOf(after(after(taken, { act: 'release', by: as('clerk') }), { act: 'claim', by: as('chief') })).clerk).toBe('chief');
  });
  it('AC-1.1 of a 投诉 is sent on or consulted on, and never accepted, refused or decided by the Center', () => {
    const open = actsOpenTo(flows.matter, { doc: registered({ kind: 'complaint' }), by: as('clerk'), world: worldAt('2026-11-24T10:00:00+08:00') });
    expect(open.map(({ verb }) => verb)).toEqual(expect.arrayContaining(['转办', '会商']));
    expect(open.filter(({ verb }) => /受理|处理决定|处罚|列入/.test(verb))).toEqual([]);
  });
  it('AC-2.1 of a banner gets 告知不适用 with its paper once somebody did 确认市本级, and no limit of Article 9 is left', () => {
    const unclear = registered({ cityLevel: 'unknown' });
    expect(refusal(unclear, { act: 'notApplicable', by: as('clerk') })).toBe('E-104');
    const told = after(after(unclear, { act: 'setScope', by: as('clerk'), input: { cityLevel: 'no', basis: '达拉特旗交易目录' } }), { act: 'notApplicable', by: as('clerk') });
    expect([told.state, told.clocks.filter((clock) => !clock.stoppedAt), told.effects.some(({ data }) => data['paper'] === 'not-applicable')]).toEqual(['notApplicable', [], true]);
  });
  it('on an officer is referred (转送纪检监察) by the keeper of identities alone, once', () => {
    const doc = registered({ violations: ['XHG'], subjects: ['GZRY'] });
    expect(refusal(doc, { act: 'refer', by: as('clerk') })).toBe('E-901');
    const referred = after(doc, { act: 'refer', by: as('keeper') });
    expect(dataOf(referred)).toMatchObject({ referred: 'JWJW', told: '已按管理权限转送有关机关' });
    expect(refusal(referred, { act: 'refer', by: as('keeper') })).toBe('E-900');
  });
  it('gives evidence out (提供材料) only where there is some, with a line on the trail of who got it', () => {
    expect(refusal(registered(), { act: 'handOut', by: as('clerk'), input: { as: 'copies' } })).toBe('not-found');
    const given = after(after(registered(), { act: 'attach', by: reporter, input: file }), { act: 'handOut', by: as('clerk'), input: { as: 'copies' } });
    expect(given.audit.at(-1)).toMatchObject({ code: 'EVIDENCE_OUT', article: '第五条', by: { id: 'clerk' } });
  });
});
