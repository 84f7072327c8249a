import { openingOfComplaint, type Complaint } from '../../src/domain/complaint/complaint.ts';
import type { Document } from '../../src/domain/document.ts';
import { blank } from '../../src/handle.ts';
import { flows } from '../../src/domain/flows.ts';
import { acted, registered } from './stories.ts';

/** The complaint as the Center passed it on, and the department's own of it, received on 24 November 2026. */
export function passed(): { matter: Document; complaint: Document<Complaint> } {
  const claimed = acted(registered({ kind: 'complaint', violations: ['NXZJ'] }), 'claim', 'clerk', { at: '2026-11-24 09:00' });
  const matter = acted(claimed, 'pass', 'clerk', { at: '2026-11-24 10:00', input: { organ: 'ZJJ' } });
  const empty = blank(flows.complaint, { kind: 'complaint', id: 'm1-s-zjj', matter: 'm1' }, new Date('2026-11-24T02:00:00Z')) as Document<Complaint>;
  const received = acted(empty, 'open', 'system', { at: '2026-11-24 10:00', input: openingOfComplaint(matter, 'ZJJ') });
  const complaint = ['liaison', 'deputy'].reduce((doc, who) => acted(doc, 'declare', who, { at: '2026-11-24 10:05', input: { tied: 'none' } }), received);
  return { matter, complaint };
}

/** After 受理 on 26 November. */
export function accepted(): Document<Complaint> {
  return acted(passed().complaint, 'accept', 'liaison', { at: '2026-11-26 10:00', input: { complainant: '朔砾路桥有限公司', respondent: '青格勒学校', checks: ['standing', 'time', 'prior', 'signed'] } });
}

/** After 不予受理. */
export function rejected(): Document<Complaint> {
  return acted(passed().complaint, 'reject', 'liaison', { at: '2026-11-26 10:00', input: { ground: 'noObjection', words: '投诉人未就评标结果向招标人提出异议', complainant: '朔砾路桥有限公司' } });
}

/** After 告知向他部门投诉. */
export function redirected(): Document<Complaint> {
  return acted(passed().complaint, 'redirect', 'liaison', { at: '2026-11-26 10:00', input: { organ: 'SLJ', words: '项目为灌区配套工程，由水利部门监督' } });
}

/** After 暂停项目. */
export function paused(): Document<Complaint> {
  return acted(accepted(), 'pause', 'deputy', { at: '2026-11-27 10:00', input: { reason: '投诉反映的业绩真实性尚在核实', until: '2026-12-18' } });
}

/** After the decision; `more` changes what was decided. */
export function settled(more: object = {}): Document<Complaint> {
  return acted(accepted(), 'decide', 'liaison', {
    at: '2026-12-14 10:00', input: { result: 'upheld', facts: '经向业主核实，中标候选人所附业绩合同不存在。', basis: '招标投标法实施条例61条、68条', remedies: '不服本决定的，可自收到之日起 60 日内申请行政复议', ...more },
  });
}
