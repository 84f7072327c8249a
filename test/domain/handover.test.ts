import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import type { Handover } from '../../src/domain/handover/handover.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { assigned } from './gate-story.ts';
import { after, as, blank, refusal, run } from './town.ts';

const item = (id: string) => ({ id, kind: 'forward', doc: `f${id}`, no: 'XS-20261123-0001', what: '核实人员', dueDate: '', named: true, role: '' });
const opening = (items = [item('1'), item('2')], organ = 'ZJJ') => ({ act: 'open', by: as('zjj-deputy'), input: { person: 'zjj-two', name: '其其格', organ, items } });
const handover = (): Document => after(blank('handover', 'w1'), opening());
const items = (doc: Document) => (doc.data as Handover).items.map(({ state, to }) => `${state} ${to}`.trim());

describe('a hand-over (交接)', () => {
  it('is opened by the deputy of the organ, of no other one; with nothing to hand over it is done', () => {
    expect(handover().state).toBe('w.open');
    expect(refusal(blank('handover', 'w2'), opening([item('1')], 'SLJ'))).toBe('E-901');
    expect(after(blank('handover', 'w3'), opening([])).state).toBe('w.done');
  });
  it('ends only when everything has an owner; what was refused is open again', () => {
    const one = after(handover(), { act: 'give', by: as('zjj-deputy'), input: { to: 'zjj-three', only: '1' } });
    expect(items(one)).toEqual(['given zjj-three', '']);
    const all = after(one, { act: 'give', by: as('zjj-deputy'), input: { to: 'zjj-one' } });
    const refused = after(all, { act: 'settled', by: as('system'), input: { item: '1', refused: '需要回避' } });
    const half = after(refused, { act: 'settled', by: as('system'), input: { item: '2' } });
    expect([half.state, items(half)]).toEqual(['w.open', ['refused zjj-three', 'done zjj-one']]);
    const again = after(half, { act: 'give', by: as('zjj-deputy'), input: { to: 'zjj-new' } });
    expect(after(again, { act: 'settled', by: as('system'), input: { item: '1' } }).state).toBe('w.done');
  });
  it('gives nothing back to the leaver, nothing to whoever approves, and is no colleague\'s to give', () => {
    const give = (to: string, by = 'zjj-deputy') => run(handover(), { act: 'give', by: as(by), input: { to } }).kind;
    expect([give('zjj-two'), give('zjj-head'), give('slj-one'), give('zjj-three', 'zjj-liaison'), give('zjj-three')]).toEqual(['refused', 'refused', 'refused', 'refused', 'done']);
  });
});

describe('takeOver of a verification', () => {
  it('puts the colleague in the place of the leaver, without his declaration, and keeps the limit', () => {
    const before = assigned();
    const passed = after(before, { act: 'takeOver', by: as('system'), input: { from: 'zjj-two', to: 'zjj-three' } }) as Document<Referral>;
    expect(passed.data.verifiers.map(({ id, declared }) => `${id} ${declared}`.trim())).toEqual(['zjj-one', 'zjj-three']);
    expect(passed.clocks).toEqual(before.clocks);
  });
  it('is refused to one who approves (E-403), to the other verifier (E-401), and to everybody but the system', () => {
    const to = (id: string, by = 'system') => refusal(assigned(), { act: 'takeOver', by: as(by), input: { from: 'zjj-two', to: id } });
    expect([to('zjj-deputy'), to('zjj-one'), to('zjj-three', 'zjj-deputy')]).toEqual(['E-403', 'E-401', 'E-901']);
  });
});
