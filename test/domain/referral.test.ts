import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { running } from '../../src/domain/clocks.ts';
import { after, as, blank, refusal, run } from './town.ts';

const brief = {
  kind: 'report', title: '青格勒学校综合楼', category: 'GC-FJ', stage: 'DB', violations: ['CT'], subjects: ['TBR'], named: [], amounts: [], flags: ['criminalThreshold'], files: [],
  rules: ['B01', 'V01', 'O02'], dest: ['D3', 'D6'], urgent: false, reported: [],
};
const report = { conclusion: 'partly', facts: '查明三家投标文件由同一人编制', law: '招标投标法实施条例40条', item: 'D3', receiver: 'GAJ', reason: '涉嫌串通投标' };

const opened = (): Document => after(blank('referral', 'y', 'm'), { act: 'open', by: as('system'), input: { forward: 'f', matterNo: 'XS-20261123-0001', organ: 'ZJJ', brief } });
const assigned = (people = ['zjj-one', 'zjj-two']) => after(opened(), { act: 'assign', by: as('zjj-deputy'), input: { people } });
const declared = () => ['zjj-one', 'zjj-two'].reduce((doc, id) => after(doc, { act: 'declare', by: as(id), input: { relation: 'none' } }), assigned());
const written = (more: object = {}) => after(declared(), { act: 'write', by: as('zjj-one'), input: { ...report, ...more } });
const signed = () => ['zjj-one', 'zjj-two'].reduce((doc, id) => after(doc, { act: 'signReport', by: as(id) }), written());
const approved = (now?: string) => after(signed(), { act: 'approve', by: as('zjj-head') }, now);
const hashOf = (doc: Document) => (doc.data as Referral).report.hash;

describe('Article 11, the gate', () => {
  it('one verifier is not enough (AC-11.1)', () => expect(refusal(opened(), { act: 'assign', by: as('zjj-deputy'), input: { people: ['zjj-one'] } })).toBe('E-401'));
  it('the same person named twice is one (AC-11.2)', () => expect(refusal(opened(), { act: 'assign', by: as('zjj-deputy'), input: { people: ['zjj-one', 'zjj-one'] } })).toBe('E-401'));
  it('the one who approves cannot verify', () => expect(refusal(opened(), { act: 'assign', by: as('zjj-deputy'), input: { people: ['zjj-one', 'zjj-head'] } })).toBe('E-403'));
  it('a verifier who declared a recusal cannot be assigned again', () => {
    const recused = after(assigned(), { act: 'declare', by: as('zjj-one'), input: { relation: 'recuse', why: '近三年任职于被反映单位' } });
    expect(refusal(recused, { act: 'assign', by: as('zjj-deputy'), input: { people: ['zjj-one', 'zjj-two'] } })).toBe('E-402');
  });
  it('a suspected crime needs licensed officers', () => expect(refusal(opened(), { act: 'assign', by: as('zjj-deputy'), input: { people: ['zjj-one', 'zjj-new'] } })).toBe('input'));
  it('only the deputy of the same department assigns', () => expect(refusal(opened(), { act: 'assign', by: as('slj-deputy'), input: { people: ['zjj-one', 'zjj-two'] } })).toBe('E-901'));
  it('where a department has no deputy, its head assigns in his place and gets the card; elsewhere he does not', () => {
    const own = after(blank('referral', 'y', 'm'), { act: 'open', by: as('system'), input: { forward: 'f', matterNo: 'XS-20261123-0001', organ: 'NMJ', brief } });
    expect(own.effects.filter((effect) => effect.job === 'send-card').map((effect) => effect.data['person'])).toEqual(['nmj-head']);
    expect(after(own, { act: 'assign', by: as('nmj-head'), input: { people: ['nmj-one', 'nmj-two'] } }).state).toBe('v.working');
    expect(refusal(opened(), { act: 'assign', by: as('zjj-head'), input: { people: ['zjj-one', 'zjj-two'] } })).toBe('E-901');
  });
  it('a recused verifier no longer finds the case', () => {
    const recused = after(assigned(), { act: 'declare', by: as('zjj-one'), input: { relation: 'recuse', why: '亲属在该单位' } });
    expect(refusal(recused, { act: 'write', by: as('zjj-one'), input: report })).toBe('E-902');
  });
  it('an incomplete report cannot be signed', () => expect(refusal(written({ law: '' }), { act: 'signReport', by: as('zjj-one') })).toBe('E-101'));
  it('a change after a signature voids it', () => {
    const one = after(written(), { act: 'signReport', by: as('zjj-one') });
    const changed = after(one, { act: 'write', by: as('zjj-two'), input: { ...report, reason: '另有理由' } });
    expect(hashOf(changed)).not.toBe(hashOf(one));
    expect(after(changed, { act: 'signReport', by: as('zjj-two') }).state).toBe('v.working');
  });
  it('the report goes to the head when the last verifier has signed, not before', () => {
    expect(after(written(), { act: 'signReport', by: as('zjj-one') }).state).toBe('v.working');
    expect(signed().state).toBe('v.done');
    expect(running(signed().clocks, 'T37')).toBeDefined();
  });
  it('a deputy cannot approve, and the attempt stays on the trail (AC-11.3)', () => {
    const decision = run(signed(), { act: 'approve', by: as('zjj-deputy') });
    expect(decision.kind === 'refused' && [decision.refusal.code, decision.denied?.code]).toEqual(['E-406', 'DENIED']);
  });
  it('the head of another department cannot approve', () => expect(refusal(signed(), { act: 'approve', by: as('slj-head') })).toBe('E-406'));
  it('an approval given on an older version of the report is refused', () => expect(refusal(signed(), { act: 'approve', by: as('zjj-head'), input: { hash: 'older' } })).toBe('stale'));
  it('a refusal needs a reason of ten characters (AC-11.4)', () => {
    expect(refusal(signed(), { act: 'refuse', by: as('zjj-head'), input: { reason: '证据不足' } })).toBe('E-407');
    expect(after(signed(), { act: 'refuse', by: as('zjj-head'), input: { reason: '现有证据不足以证明串通投标' } }).state).toBe('t.refused');
  });
  it('sending back voids the signatures and starts the limit anew', () => {
    const back = after(signed(), { act: 'back', by: as('zjj-head'), input: { reason: '请补充核实资金往来情况' } });
    expect((back.data as Referral).verifiers.every((verifier) => verifier.signedHash === '')).toBe(true);
    expect(running(back.clocks, 'T07')).toBeDefined();
  });
  it('24 hours run from the minute of approval over a holiday, with reminders at 12, 20 and 23 hours (AC-11.5)', () => {
    const doc = approved('2026-09-30T16:20:00+08:00');
    expect(running(doc.clocks, 'T38')?.due.dueAt && Date.parse(running(doc.clocks, 'T38')?.due.dueAt ?? '')).toBe(Date.parse('2026-10-01T16:20:00+08:00'));
    expect(doc.alarms.map((alarm) => alarm.stage)).toEqual(expect.arrayContaining(['hour20', 'hour23', 'end']));
  });
  it('nothing is transferred before the approval', () => expect(refusal(signed(), { act: 'transfer', by: as('zjj-one'), input: { have: [] } })).toBe('E-900'));
  it('a transfer to the police lists its five attachments or says why one is missing', () => {
    expect(refusal(approved(), { act: 'transfer', by: as('zjj-one'), input: { have: ['letter', 'report'] } })).toBe('E-409');
    expect(after(approved(), { act: 'transfer', by: as('zjj-one'), input: { have: ['letter', 'report'], absent: '其余材料正在鉴定，出具后补送' } }).state).toBe('t.sent');
  });
  it('a receipt needs an image or a signer', () => {
    const sent = after(approved(), { act: 'transfer', by: as('zjj-one'), input: { have: [], absent: '材料随后补送' } });
    expect(refusal(sent, { act: 'receipt', by: as('zjj-one'), input: { result: 'accepted' } })).toBe('E-410');
    expect(after(sent, { act: 'receipt', by: as('zjj-one'), input: { result: 'accepted', signer: '收件人' } }).state).toBe('t.received');
  });
  it('what may be a crime cannot be closed by the deputy alone (以罚代移)', () => {
    const own = ['zjj-one', 'zjj-two'].reduce((doc, id) => after(doc, { act: 'signReport', by: as(id) }), written({ item: 'D0', receiver: '' }));
    expect(refusal(own, { act: 'noTransfer', by: as('zjj-deputy') })).toBe('E-406');
    expect(after(own, { act: 'approve', by: as('zjj-head') }).state).toBe('v.closed');
  });
});
