import { describe, expect, it } from 'vitest';
import { decide } from '../../src/domain/decide.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { toldToMatter } from '../../src/domain/standing.ts';
import { brief, report, transferOf } from './gate-story.ts';
import { after, as, blank, refusal, worldAt } from './town.ts';

const people = ['zjj-one', 'zjj-two'];

/** The Center's own verification, signed by two officers of 市住建局; without a partner under an exception of Q1. */
function signed(co: readonly string[], exception = ''): Document<Referral> {
  const input = { forward: '', matterNo: 'XS-20261123-0001', organ: 'GGZY', brief, co: co.map((organ) => ({ organ })), exception };
  const open = after(blank('referral', 'm-j-y', 'm'), { act: 'open', by: as('system'), input });
  const staffed = after(open, { act: 'assign', by: as('center-deputy'), input: { people: co.length ? people : ['staff', 'staff-two'] } });
  const who = co.length ? people : ['staff', 'staff-two'];
  const known = who.reduce<Document>((doc, id) => after(doc, { act: 'declare', by: as(id), input: { tied: 'none' } }), staffed);
  return who.reduce<Document>((doc, id) => after(doc, { act: 'signReport', by: as(id) }), after(known, { act: 'write', by: as(who[0] ?? ''), input: report })) as Document<Referral>;
}
const approve = { act: 'approve', by: as('chief'), input: { proposal: 'p1' } };

describe('Article 11 item 7: the Center with departments', () => {
  it('AC-11.6 the Center alone cannot send: a supervising department has to be co-transferor', () => {
    expect(refusal(signed(['ZJJ']), approve)).toBe('not-alone');
    const joined = after(signed(['ZJJ']), { act: 'join', by: as('zjj-head') });
    const approved = after(joined, approve) as Document<Referral>;
    expect(approved.state).toBe('v.decided');
    expect(transferOf(approved).data.co).toEqual(['ZJJ']);
  });
  it('only the head of that department consents, once, and never one who verified', () => {
    expect(refusal(signed(['ZJJ']), { act: 'join', by: as('slj-head') })).toBe('E-901');
    expect(refusal(signed(['ZJJ']), { act: 'join', by: as('zjj-deputy') })).toBe('E-901');
    expect(refusal(after(signed(['ZJJ']), { act: 'join', by: as('zjj-head') }), { act: 'join', by: as('zjj-head') })).toBe('stale');
    expect(refusal(signed(['ZJJ']), { ...approve, by: as('zjj-head') })).toBe('E-406');
  });
  it('a report that is sent back voids the consent with the signatures', () => {
    const back = after(after(signed(['ZJJ']), { act: 'join', by: as('zjj-head') }), { act: 'back', by: as('chief'), input: { proposal: 'p1', reason: '请补充核实资金往来情况' } }) as Document<Referral>;
    expect(back.data.co).toEqual([{ organ: 'ZJJ', by: '', at: '' }]);
  });
});

describe('Q1: the Center without a department', () => {
  const registered = (): Document => ({ ...blank('matter', 'm'), state: 'registered', no: 'XS-20261123-0001' });
  const verify = (input: object, directTransfer: boolean): string => {
    const world = worldAt('2026-11-24T10:00:00+08:00');
    const command = { kind: 'matter' as const, id: 'm', act: 'verify', by: as('chief'), input, cause: 'c' };
    const decision = decide(flows.matter, { doc: registered(), command, world: { ...world, settings: { ...world.settings, directTransfer } } });
    return decision.kind === 'refused' ? decision.refusal.code : decision.kind;
  };
  const alone = { exception: 'threat', why: '举报人和核实人员受到人身威胁' };

  it('is closed by default, and open only for a named exception with a reason where the city allows it', () => {
    expect(verify(alone, false)).toBe('not-alone');
    expect(verify(alone, true)).toBe('done');
    expect(verify({ why: alone.why }, true)).toBe('not-alone');
    expect(verify({ ...alone, why: '紧急' }, true)).toBe('reason');
    expect(verify({ ...alone, exception: 'reported' }, true)).toBe('input');
  });
  it('with a department needs no exception; an outside organ is none', () => {
    expect(verify({ co: ['ZJJ'] }, false)).toBe('done');
    expect(verify({ co: ['GGZY'] }, false)).toBe('not-found');
  });
});

describe('a matter that only the Center verified', () => {
  const registered = (): Document => ({ ...blank('matter', 'm'), state: 'registered', no: 'XS-20261123-0001', data: { ...(blank('matter', 'm').data as Matter), clerk: 'clerk', cityLevel: 'yes' } });
  const verifying = () => after(registered(), { act: 'verify', by: as('chief'), input: { co: ['ZJJ'] } });
  const told = (doc: Document, part: Document) => after(doc, { act: 'progress', by: as('system'), input: toldToMatter(part).input });
  const joined = () => after(signed(['ZJJ']), { act: 'join', by: as('zjj-head') }) as Document<Referral>;

  it('is not waited for under the limit of 转办 any more, and stays open while it is verified', () => {
    expect([verifying().state, verifying().clocks.filter((clock) => !clock.stoppedAt)]).toEqual(['verifying', []]);
    expect(told(verifying(), joined()).state).toBe('verifying');
  });
  it('ends by itself when the head decided not to transfer, and the reporter hears that it was verified', () => {
    const refused = after(joined(), { act: 'refuse', by: as('chief'), input: { proposal: 'p1', reason: '证据不足以支持移送，请继续收集' } });
    const ended = told(verifying(), refused) as Document<Matter>;
    expect([ended.state, ended.data.told]).toEqual(['closed', '已会同有关部门依法核实处理']);
    expect(ended.effects.map((effect) => effect.data['card'])).toContain('result');
  });
  it('with a transfer ends only when that has arrived, in whatever order the two tell of it', () => {
    const approved = after(joined(), approve) as Document<Referral>;
    const transfer = { ...transferOf(approved), id: 'm-j-y-t-p1', state: 't.sent' };
    const received = { ...transfer, state: 't.received' };
    expect(told(verifying(), approved).state).toBe('verifying');
    expect(told(told(verifying(), approved), transfer).state).toBe('verifying');
    expect(told(told(verifying(), approved), received).state).toBe('closed');
    expect(told(told(verifying(), received), approved).state).toBe('closed');
  });
  it('that a department has as well waits for both', () => {
    const both = { ...registered(), state: 'forwarded', data: { ...(registered().data as Matter), forwards: [{ id: 'm-f-zjj', organ: 'ZJJ', state: 'accepted', docNo: '', dueDate: '' }] } };
    const answered = after(told(both, joined()), { act: 'progress', by: as('system'), input: { part: 'forward', id: 'm-f-zjj', organ: 'ZJJ', state: 'closed' } });
    expect(answered.state).toBe('forwarded');
    const refused = after(joined(), { act: 'refuse', by: as('chief'), input: { proposal: 'p1', reason: '证据不足以支持移送，请继续收集' } });
    expect(told(answered, refused).state).toBe('closed');
  });
});
