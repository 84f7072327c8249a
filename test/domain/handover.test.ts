import { describe, expect, it } from 'vitest';
import { draw } from '../../cards/index.ts';
import { kinds, type Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Handover } from '../../src/domain/handover/handover.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { assigned, brief } from './gate-story.ts';
import { after, as, blank, directory, refusal, run, worldAt } from './town.ts';
import { begun } from './walk/begun.ts';

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

describe('a hand-over of what reports one of the organ', () => {
  const kept = () => after(blank('handover', 'w5'), { act: 'open', by: as('system'), input: { person: 'zjj-two', name: '其其格', organ: 'ZJJ', items: [item('1'), { ...item('2'), no: 'XS-20261123-0009', kept: ['zjj-deputy', 'zjj-three'] }] } });
  const give = (doc: Document, by: string, input: object) => run(doc, { act: 'give', by: as(by), input });

  it('does not exist for him: he neither reads of it nor gives it on, the administrator does', () => {
    const all = after(kept(), { act: 'give', by: as('zjj-deputy'), input: { to: 'zjj-one' } });
    expect(items(all)).toEqual(['given zjj-one', '']);
    expect(give(kept(), 'zjj-deputy', { to: 'zjj-one', only: '2' }).kind).toBe('refused');
    expect(items(after(all, { act: 'give', by: as('admin'), input: { to: 'zjj-new' } }))).toEqual(['given zjj-one', 'given zjj-new']);
    const seen = (who: string) => JSON.stringify(draw('handover', { doc: kept(), viewer: { id: who, reporter: false, group: false }, world: worldAt('2026-11-24T10:00:00+08:00'), face: '' }));
    expect([seen('zjj-deputy').includes('XS-20261123-0009'), seen('zjj-deputy').includes('1 件还没有人接办'), seen('admin').includes('XS-20261123-0009')]).toEqual([false, true, true]);
  });
  it('is never given to him', () => expect([give(kept(), 'admin', { to: 'zjj-three', only: '2' }).kind, give(kept(), 'admin', { to: 'zjj-three' }).kind, give(kept(), 'admin', { to: 'zjj-three', only: '1' }).kind]).toEqual(['refused', 'refused', 'done']));
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

describe('what somebody holds', () => {
  const people = [...directory.people.values()];
  const claimed = () => after(begun.matter?.()[0] as Document, { act: 'claim', by: as('clerk') });
  const sent = () => after(blank('forward', 'm-f-zjj', 'm'), { act: 'open', by: as('system'), input: { matterNo: 'XS-20261123-0001', organ: 'ZJJ', docNo: '鄂公资转〔2026〕1号', dueDate: '2027-01-15', requirement: '核实', brief, clerk: 'clerk', returns: 0 } });
  const open = [claimed(), sent(), ...kinds.flatMap((kind) => begun[kind]?.() ?? [])].filter(({ kind, state }) => !flows[kind].final.includes(state));
  const held = open.flatMap((doc) => people.flatMap(({ id, organ }) => (flows[doc.kind].holds(doc, id) ? [{ doc, id, organ }] : [])));
  const passed = ({ doc, id, organ }: (typeof held)[number]) => people.filter((other) => other.organ === organ && other.id !== id)
    .map((other) => ({ to: other.id, decision: run(doc, { act: 'takeOver', by: as('system'), input: { from: id, to: other.id } }) }));

  it('a kind that says what somebody holds in it says how that is passed on, and no other kind does', () => {
    const holding = kinds.filter((kind) => held.some(({ doc }) => doc.kind === kind));
    const passing = kinds.filter((kind) => flows[kind].rows.some(({ act }) => act === 'takeOver'));
    expect(holding).toEqual(passing);
    expect(passing).toEqual(expect.arrayContaining(['matter', 'forward', 'referral', 'transfer', 'meeting', 'joint', 'complaint']));
  });
  it('whoever takes something over holds it then, the leaver holds nothing, and every limit stands', () => {
    const tried = held.flatMap((one) => passed(one).map((at) => ({ ...one, ...at })));
    const wrong = tried.filter(({ doc, id, to, decision }) => decision.kind === 'done'
      && (flows[doc.kind].holds(decision.doc, id) !== undefined || !flows[doc.kind].holds(decision.doc, to) || JSON.stringify(decision.doc.clocks) !== JSON.stringify(doc.clocks)));
    expect(wrong.map(({ doc, id, to }) => `${doc.kind} ${doc.state} ${id} ${to}`)).toEqual([]);
    expect(tried.filter(({ decision }) => decision.kind === 'refused' && ['E-900', 'E-901', 'E-902'].includes(decision.refusal.code)).map(({ doc, id }) => `${doc.kind} ${doc.state} ${id}`)).toEqual([]);
    expect([...new Set(tried.filter(({ decision }) => decision.kind === 'done').map(({ doc }) => doc.kind))]).toEqual([...new Set(held.map(({ doc }) => doc.kind))]);
  });
  it('of a joint enforcement an officer\'s place goes to a licensed colleague alone, who states his own relations', () => {
    const acting = begun.joint?.()[0] as Document;
    const to = (id: string) => refusal(acting, { act: 'takeOver', by: as('system'), input: { from: 'zjj-two', to: id } });
    expect([to('zjj-new'), to('zjj-one-phone'), to('slj-head'), to('zjj-head')]).toEqual(['input', 'few-officers', 'input', 'input']);
    const passedOn = after(acting, { act: 'takeOver', by: as('system'), input: { from: 'zjj-two', to: 'zjj-three' } });
    expect(passedOn.effects.slice(acting.effects.length).map(({ data }) => `${data['card']} ${data['person']}`)).toContain('enforcement-officer zjj-three');
    expect(flows.joint.roles(passedOn, 'zjj-two', { directory, now: new Date() })).not.toContain('OFFICER');
  });
});
