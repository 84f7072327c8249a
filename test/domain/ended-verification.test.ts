import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import { dutiesOf } from '../../src/domain/duties.ts';
import { openingOf, type Forward } from '../../src/domain/forward/forward.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { openingOfReferral, type Referral } from '../../src/domain/referral/referral.ts';
import { toldToForward, toldToReferral } from '../../src/domain/standing.ts';
import { assigned, brief, decides, declared, opened, report, signed, written } from './gate-story.ts';
import { after, as, blank, directory, refusal, run, worldAt } from './town.ts';

const input = { verb: '撤回转办', by: '李娜', at: '2026-11-25T07:20:00.000Z', why: '转错单位，应为交通局' };
const ends = (doc: Document): Document<Referral> => after(doc, { act: 'end', by: as('system'), input }, '2026-11-25T15:20:00+08:00') as Document<Referral>;
const also = [{ item: 'D6', receiver: 'SCJG', reason: '依法对资质作出处理' }];
const everybody = [...directory.people.keys()];
const waiting = (doc: Document) => everybody.flatMap((id) => dutiesOf(doc, id, worldAt('2026-11-26T10:00:00+08:00')));
const sentBack = () => decides(signed(), 'back', { reason: '证据尚不完整，请补充提取笔录' });

describe('a verification whose department loses the matter', () => {
  it.each([
    ['nobody was named for', () => opened()], ['was just assigned', () => assigned()], ['is being written', () => written()],
    ['has one of two signatures', () => after(written(), { act: 'signReport', by: as('zjj-one') })], ['lies before the head', () => signed()], ['was sent back by the head', sentBack],
    ['of which one destination was refused', () => decides(signed({}, also), 'refuse', { reason: '证据不足以移送公安机关' })],
  ])('that %s is 已终止核实: no limit runs, nobody is reminded, nothing waits for anybody, and all that was found is kept', (_what, begun) => {
    const before = begun() as Document<Referral>;
    expect(waiting(before).length).toBeGreaterThan(0);
    const doc = ends(before);
    expect([doc.state, doc.clocks.filter((clock) => !clock.stoppedAt), doc.alarms, waiting(doc)]).toEqual(['v.ended', [], [], []]);
    const kept = ({ data }: Document<Referral>) => ({ ...data, ended: null, collecting: [] });
    expect(kept(doc)).toEqual(kept(before));
    expect(doc.data.ended).toEqual(input);
  });
  it('nobody can go on with it, and an old button says who took the 转办 back', () => {
    const doc = ends(signed());
    for (const [act, who] of [['assign', 'zjj-deputy'], ['write', 'zjj-one'], ['signReport', 'zjj-two'], ['approve', 'zjj-head']] as const) {
      const decision = run(doc, { act, by: as(who), input: { ...report, proposal: 'p1', people: [] } });
      expect(decision.kind === 'refused' && decision.refusal, act).toMatchObject({ code: 'stale', with: { who: '李娜', what: '撤回转办' } });
    }
  });
  it('what the head has approved stands and goes on; only the destinations that he has not decided on lapse', () => {
    const doc = ends(decides(signed({}, also), 'approve'));
    expect([doc.state, doc.data.decisions.map(({ what }) => what), doc.clocks.filter((clock) => !clock.stoppedAt), doc.alarms]).toEqual(['v.decided', ['approve', ''], [], []]);
    expect(refusal(doc, { act: 'approve', by: as('zjj-head'), input: { proposal: 'p2' } })).toBe('E-900');
  });
  it.each([
    ['approved', () => decides(signed(), 'approve')], ['refused', () => decides(signed(), 'refuse', { reason: '证据不足以移送公安机关' })],
  ])('one that was %s already stays as it was decided', (_what, begun) => expect(refusal(begun(), { act: 'end', by: as('system'), input })).toBe('E-900'));
  it('is ended by the system alone', () => expect(refusal(declared(), { act: 'end', by: as('chief'), input })).toBe('E-901'));
});

const opening = { matterNo: 'XS-20261123-0001', organ: 'ZJJ', docNo: '鄂公资转〔2026〕1号', dueDate: '2026-12-15', requirement: '核实', brief, clerk: 'clerk', returns: 0 };
const accepted = (): Document => after(after(blank('forward', 'm-f-zjj', 'm'), { act: 'open', by: as('system'), input: opening }), { act: 'sign', by: as('zjj-liaison') });
const asked = (): Document => after(accepted(), { act: 'askReturn', by: as('zjj-liaison'), input: { reason: '属于水利工程', suggest: 'SLJ' } });
const told = ({ effects }: Document): number => effects.filter(({ job }) => job === 'tell-referral').length;
const settled = (organ: string): Document => after(asked(), { act: 'settle', by: as('system'), input: { organ, dueDate: '2026-12-20', minutesNo: '鄂公资纪〔2026〕1号' } });

describe("a department's part that leaves it", () => {
  it.each([
    ['撤回转办', () => after(accepted(), { act: 'cancel', by: as('clerk'), input: { reason: '与前件重复' } }), { by: 'clerk', why: '与前件重复' }],
    ['同意改派', () => after(asked(), { act: 'agreeReturn', by: as('clerk') }), { by: 'clerk', why: '改派 市水利局' }],
    ['按会商确定', () => settled('SLJ'), { by: '', why: '鄂公资纪〔2026〕1号，由 市水利局 承办' }],
  ])('by %s tells its verification so once, with who, when and why', (verb, left, rest) => {
    const doc = left() as Document<Forward>;
    expect(told(doc)).toBe(1);
    expect(toldToReferral(doc)).toEqual({ kind: 'referral', id: 'm-f-zjj-y', matter: 'm', act: 'end', input: { verb, at: doc.audit.at(-1)?.at, ...rest } });
  });
  it('that a meeting leaves with it goes on with its verification', () => expect(told(settled('ZJJ'))).toBe(0));
  it('keeps hearing how what was approved is transferred', () => {
    const cancelled = after(accepted(), { act: 'cancel', by: as('clerk'), input: { reason: '与前件重复' } });
    const sent = { id: 'y-t-p1', no: 'YS-20261124-0001', receiver: 'GAJ', state: 't.sent', ended: false };
    const doc = after(cancelled, { act: 'transfer', by: as('system'), input: sent }) as Document<Forward>;
    expect([doc.state, doc.data.transfers]).toEqual(['cancelled', [sent]]);
  });
  it('gets no findings of what was never finished', () => {
    expect(toldToForward(ends(written())).input).toMatchObject({ state: 'v.ended', ended: true, decided: false });
    expect(toldToForward(ends(written())).input).not.toHaveProperty('facts');
  });
});

describe('a department that gets the matter again', () => {
  const recused = (): Document<Referral> => ends(after(written(), { act: 'raise', by: as('zjj-deputy'), input: { person: 'zjj-three', source: 'found', relation: 'R2', why: '曾在该公司任职' } }));
  const again = { ...blank('forward', 'm-f-zjj2', 'm'), data: { ...opening, brief } } as unknown as Document<Forward>;
  const next = (): Document<Referral> => after(blank('referral', 'm-f-zjj2-y', 'm'), { act: 'open', by: as('system'), input: openingOfReferral(again, [recused()]) }) as Document<Referral>;

  it('verifies it afresh, with the former report to be read beside', () => {
    expect([next().state, next().data.report.version, next().data.verifiers]).toEqual(['v.none', 0, []]);
    expect(next().data.former).toMatchObject({ version: 1, signed: false, facts: report.facts, law: report.law });
    const both = after(next(), { act: 'assign', by: as('zjj-deputy'), input: { people: ['zjj-one', 'zjj-two'] } });
    expect(refusal(both, { act: 'signReport', by: as('zjj-one') })).toBe('E-101');
  });
  it('has nothing to read where it never verified the matter, or another department did', () => {
    expect(openingOfReferral(again, [])).not.toHaveProperty('former');
    expect(openingOfReferral({ ...again, data: { ...again.data, organ: 'SLJ' } }, [recused()])).not.toHaveProperty('former');
  });
  it('keeps out whoever was out, of the verification and of the matter', () => {
    expect(refusal(next(), { act: 'assign', by: as('zjj-deputy'), input: { people: ['zjj-one', 'zjj-three'] } })).toBe('E-402');
    const matter = { ...blank('matter', 'm'), data: { ...blank('matter', 'm').data as object, referrals: [{ id: 'm-f-zjj-y', organ: 'ZJJ', state: 'v.ended', out: ['zjj-three'], verifiers: [] }] } } as unknown as Document<Matter>;
    expect(openingOf(matter, 'ZJJ')).toMatchObject({ out: ['zjj-three'] });
    expect(openingOf(matter, 'SLJ')).toMatchObject({ out: [] });
  });
});
