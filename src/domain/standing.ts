import { latest } from './time/clocks.ts';
import type { Command, Document } from './document.ts';
import { complaintTold, type Complaint } from './complaint/complaint.ts';
import { dueDateOf } from './complaint/limits.ts';
import { actorName } from './audit.ts';
import { hasLeft, toldOf, verificationOf, type Forward } from './forward/forward.ts';
import type { Joint } from './joint/joint.ts';
import type { Meeting } from './meeting/meeting.ts';
import { transferId } from './referral/changes.ts';
import { decisionOn, finalStates, hasFindings, type Referral } from './referral/referral.ts';
import { hasArrived, type Transfer } from './transfer/transfer.ts';
import { activeVerifiers } from './referral/verifiers.ts';
import { outOf } from './recusal/recusal.ts';

type Told = Pick<Command, 'kind' | 'id' | 'act' | 'input' | 'matter'>;

/** What a part tells its matter: how it stands, nothing of its contents. */
export function toldToMatter(doc: Document): Told {
  return { kind: 'matter', id: doc.matter, act: 'progress', input: standing(doc), matter: doc.matter };
}

/** What a verification tells the department's part: how it stands, what is going to be transferred, who is out; the findings once it has ended. */
export function toldToForward({ id, state, data, matter }: Document<Referral>): Told {
  const ended = finalStates.some((final) => final === state);
  const approved = approvedOf({ id, data }).map((transfer) => ({ ...transfer, state: 't.approved', ended: false }));
  const decided = data.decisions.length > 0 && data.decisions.every((decision) => decision.what !== '');
  const findings = hasFindings(state) ? { facts: data.report.facts, conclusion: data.report.conclusion } : {};
  return { kind: 'forward', id: data.forward, act: 'referral', matter, input: { id, state, ended, decided, transfers: approved, out: outOf(data), ...findings } };
}

function approvedOf({ id, data }: Pick<Document<Referral>, 'id' | 'data'>): { id: string; no: string; receiver: string }[] {
  return data.report.proposals.flatMap((proposal) => {
    const decision = proposal.item === 'D0' ? undefined : decisionOn(data, proposal.id);
    return decision?.what === 'approve' ? [{ id: transferId(id, proposal.id), no: decision.no, receiver: proposal.receiver }] : [];
  });
}

/** What a department's part tells its verification: that it stands still, that it goes on, or that it has left the department, with who did that, when and why. */
export function toldToReferral(doc: Document<Forward>): Told {
  const to = { kind: 'referral', id: verificationOf(doc), matter: doc.matter } as const;
  if (!hasLeft(doc.state)) return { ...to, act: doc.state === 'suspended' ? 'pause' : 'resume', input: {} };
  const last = doc.audit.findLast(({ from, to: now }) => now === doc.state && from !== now);
  return { ...to, act: 'end', input: { verb: last?.verb ?? '', by: last ? actorName(last.by) : '', at: last?.at ?? doc.updatedAt, why: last?.note ?? '' } };
}

/** What a transfer tells the department's part. */
export function toldByTransfer({ id, no, state, data, matter }: Document<Transfer>): Told {
  return { kind: 'forward', id: data.forward, act: 'transfer', matter, input: { id, no, receiver: data.receiver, state, ended: hasArrived(state) } };
}

/** What a verification tells each of its transfers: who is out. */
export function toldToTransfers({ id, data, matter }: Document<Referral>): Told[] {
  const approved = data.decisions.filter((decision) => decision.what === 'approve' && decision.letterNo !== '');
  return approved.map((decision) => ({ kind: 'transfer', id: transferId(id, decision.proposal), act: 'recused', matter, input: { out: outOf(data) } }));
}

function standing(doc: Document): object {
  switch (doc.kind) {
    case 'forward': {
      const { data, clocks } = doc as Document<Forward>;
      return { part: 'forward', id: doc.id, no: data.docNo, organ: data.organ, state: doc.state, dueDate: latest(clocks, 'T03')?.due.dueDate ?? '', told: doc.state === 'closed' ? toldOf(data.feedback) : '' };
    }
    case 'referral': {
      const { data } = doc as Document<Referral>;
      return { part: 'referral', id: doc.id, organ: data.organ, state: doc.state, out: outOf(data), verifiers: activeVerifiers(data).map(({ id }) => id), transfers: approvedOf(doc as Document<Referral>) };
    }
    case 'transfer': {
      const { data } = doc as Document<Transfer>;
      return { part: 'transfer', id: doc.id, no: doc.no, organ: data.organ, state: doc.state, receiver: data.receiver };
    }
    case 'complaint': {
      const complaint = doc as Document<Complaint>;
      const { organ, redirect } = complaint.data;
      return { part: 'complaint', id: doc.id, organ, state: doc.state, dueDate: dueDateOf(complaint), receiver: redirect.organ, out: outOf(complaint.data), told: complaintTold(doc.state, complaint.data) };
    }
    case 'meeting':
      return { part: 'meeting', id: doc.id, no: doc.no, state: doc.state, dueDate: (doc as Document<Meeting>).data.start.slice(0, 10) };
    case 'joint':
      return { part: 'joint', id: doc.id, no: doc.no, state: doc.state, dueDate: (doc as Document<Joint>).data.plan.dueDate };
    case 'matter':
    case 'delegation':
    case 'opening':
    case 'organ':
    case 'handover':
    case 'campaign':
    case 'delivery':
      return { part: 'forward', id: doc.id, state: doc.state };
  }
}
