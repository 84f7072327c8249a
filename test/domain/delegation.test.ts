import { describe, expect, it } from 'vitest';
import { actorName, brokenAt } from '../../src/domain/audit.ts';
import { decide } from '../../src/domain/decide.ts';
import { covers, delegable } from '../../src/domain/delegation/delegation.ts';
import { leaveSaid } from '../../src/domain/delegation/said.ts';
import type { Document } from '../../src/domain/document.ts';
import { dutiesOf } from '../../src/domain/duties.ts';
import { flows } from '../../src/domain/flows.ts';
import type { StandIn } from '../../src/domain/people.ts';
import { brief } from './gate-story.ts';
import { after, as, blank, directory, run, worldAt } from './town.ts';

const day = '2026-12-22T10:00:00+08:00';
const leave: StandIn = { person: 'zjj-liaison', delegate: 'zjj-new', from: '2026-12-21', to: '2026-12-25', tasks: ['sign', 'feedback'] };
const while_ = (standIns: readonly StandIn[], now: string) => ({ ...worldAt(now), directory: { ...directory, standIns } });
const openForward = (): Document => after(blank('forward', 'm-f-zjj', 'm'), { act: 'open', by: as('system'), input: { matterNo: 'XS-20261123-0001', organ: 'ZJJ', docNo: '鄂公资转〔2026〕1号', dueDate: '2027-01-15', requirement: '核实', brief, clerk: 'clerk', returns: 0 } });
const draft = (): Document => after(blank('delegation', 'g1'), { act: 'ask', by: as('zjj-liaison') });
const wish = { delegate: 'zjj-new', from: '2026-12-21', to: '2026-12-25', tasks: ['sign'] };
const said = (input: object, standIns: readonly StandIn[] = []): string => {
  const command = { kind: 'delegation' as const, id: 'g1', act: 'set', by: as('zjj-liaison'), input: { ...wish, ...input }, cause: 'c' };
  const decision = decide(flows.delegation, { doc: draft(), command, world: while_(standIns, '2026-11-24T10:00:00+08:00') });
  return decision.kind === 'refused' ? (decision.refusal.with['fields'] ?? decision.refusal.code) : decision.kind;
};
const signs = (doc: Document, by: string, standIns: readonly StandIn[], now = day) =>
  decide(flows[doc.kind], { doc, command: { kind: doc.kind, id: doc.id, act: 'sign', by: as(by), input: {}, cause: `sign-${by}` }, world: while_(standIns, now) });

describe('请假代办: who may stand in, and when', () => {
  it('a delegation needs another person of the same organ who approves nothing', () => {
    expect(said({})).toBe('done');
    expect(said({ delegate: 'zjj-liaison' })).toBe('不能由本人代办，请另选一人');
    expect(said({ delegate: 'slj-one' })).toBe('代办人须为本单位人员，请另选一人');
    expect(said({ delegate: 'zjj-head' })).toMatch('zjj-head 担任审批');
  });
  it('its days lie ahead, in order, and are at most sixty', () => {
    expect(said({ from: '2026-11-20' })).toBe('开始日期已过，请选今天或以后');
    expect(said({ to: '2026-12-20' })).toBe('结束日期早于开始日期，请改选');
    expect(said({ to: '2027-02-19' })).toMatch('最长 60 天');
    expect(said({ to: '2027-02-18' })).toBe('done');
  });
  it('two delegations of one person do not overlap, and nobody who is away himself stands in', () => {
    expect(said({ from: '2026-12-25', to: '2026-12-26' }, [leave])).toMatch('已由 zjj-new 代办，请先提前结束');
    expect(said({ from: '2026-12-26', to: '2026-12-27' }, [leave])).toBe('done');
    expect(said({}, [{ ...leave, person: 'zjj-new', delegate: 'zjj-one' }])).toMatch('zjj-new 12月21日（周一）至12月25日（周五）也不在岗');
    expect(said({}, [{ ...leave, person: 'zjj-two', delegate: 'zjj-liaison' }])).toMatch('正代 zjj-two 办理');
  });
  it('whoever has nothing that can be delegated is told so: 核实、审批 stay with the person', () => {
    expect(['zjj-head', 'zjj-one', 'auditor'].map((id) => run(blank('delegation', 'g2'), { act: 'ask', by: as(id) }).kind)).toEqual(['refused', 'refused', 'refused']);
  });
  it('no act of Article 11 can be delegated, and every act that can is one of a flow', () => {
    const listed = Object.values(delegable).flatMap((task) => task.acts as readonly string[]);
    const known = Object.values(flows).flatMap((flow) => flow.rows.map((row) => `${flow.kind}.${row.act}`));
    expect(listed.filter((act) => !known.includes(act))).toEqual([]);
    expect(listed.filter((act) => /^(referral|transfer)\./.test(act))).toEqual([]);
    expect(covers(Object.keys(delegable), 'referral', 'approve')).toBe(false);
  });
});

describe('acting for a colleague', () => {
  it('on the days of the delegation the delegate signs, before and after them he may not', () => {
    const doc = openForward();
    expect(signs(doc, 'zjj-new', [leave]).kind).toBe('done');
    expect(['2026-12-20T23:59:00+08:00', '2026-12-26T00:00:00+08:00'].map((now) => signs(doc, 'zjj-new', [leave], now).kind)).toEqual(['refused', 'refused']);
    expect(signs(doc, 'zjj-new', []).kind).toBe('refused');
  });
  it('the trail keeps both people and binds them into its hash', () => {
    const signed = signs(openForward(), 'zjj-new', [leave]);
    if (signed.kind !== 'done') throw new Error(signed.kind);
    expect(actorName(signed.entry.by)).toBe('zjj-new 代 zjj-liaison');
    const { audit } = signed.doc;
    expect(brokenAt(audit)).toBeUndefined();
    expect(brokenAt(audit.map((entry) => ('for' in entry.by ? { ...entry, by: { ...entry.by, for: { id: 'x', name: 'x' } } } : entry)))).toBe(audit.length);
  });
  it('somebody who could sign himself signs for the colleague whom he replaces', () => {
    const backup = { ...leave, person: 'zjj-liaison', delegate: 'zjj-backup' };
    const people = new Map([...directory.people, ['zjj-backup', { id: 'zjj-backup', name: '萨仁', organ: 'ZJJ', roles: ['LIAISON' as const], title: '' }]]);
    const command = { kind: 'forward' as const, id: 'm-f-zjj', act: 'sign', by: as('zjj-backup'), input: {}, cause: 'c' };
    const by = (standIns: readonly StandIn[]) => {
      const decision = decide(flows.forward, { doc: openForward(), command, world: { ...worldAt(day), directory: { ...directory, people, standIns } } });
      return decision.kind === 'done' ? actorName(decision.entry.by) : decision.kind;
    };
    expect([by([backup]), by([])]).toEqual(['萨仁 代 zjj-liaison', '萨仁']);
  });
  it('only what was delegated: a task that was not is refused', () => {
    expect(signs(openForward(), 'zjj-new', [{ ...leave, tasks: ['feedback'] }]).kind).toBe('refused');
  });
  it('a delegate who is recused sees nothing, and nothing is lent of a colleague who is recused', () => {
    const doc = { ...openForward(), data: { ...(openForward().data as object), out: ['zjj-new'] } };
    const refused = signs(doc, 'zjj-new', [leave]);
    expect(refused.kind === 'refused' && refused.refusal.code).toBe('E-902');
    const other = { ...doc, data: { ...doc.data, out: ['zjj-liaison'] } };
    expect(signs(other, 'zjj-new', [leave]).kind).toBe('refused');
  });
  it('the delegate finds the duty in his list under the name of the colleague, and loses it at midnight', () => {
    const duties = (now: string) => dutiesOf(openForward(), 'zjj-new', while_([leave], now)).map((duty) => [duty.verb, duty.insteadOf]);
    expect([duties('2026-12-25T23:59:00+08:00'), duties('2026-12-26T00:00:00+08:00')]).toEqual([[['签收', 'zjj-liaison']], []]);
  });
});

describe('what is said of an absence', () => {
  it.each([
    ['12月21日到25日请假', ['2026-12-21', '2026-12-25', '']], ['我12月21日至12月25日出差，由萨仁代办', ['2026-12-21', '2026-12-25', '萨仁']], ['明天请假', ['2026-11-25', '2026-11-25', '']],
    ['请假 1月4日到6日', ['2027-01-04', '2027-01-06', '']], ['请假', ['', '', '']], ['2月30日请假', ['', '', '']],
  ])('%s', (text, expected) => {
    const { from, to, name } = leaveSaid(text, '2026-11-24');
    expect([from, to, name]).toEqual(expected);
  });
});
