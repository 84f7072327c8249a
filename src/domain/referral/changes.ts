import type { z } from 'zod';
import { actorId } from '../audit.ts';
import type { Document, EffectRequest, Situation, World } from '../document.ts';
import { post, toPerson, toRole } from '../effects.ts';
import type { Evidence } from '../matter/matter.ts';
import { nameOf, shortName } from '../people.ts';
import { deciderOf } from '../recusal/recusal.ts';
import type { decisionInput, proposalInput, reportInput } from './inputs.ts';
import { activeVerifiers } from './verifiers.ts';
import { checkCode, decisionOn, fixedReceivers, hasSigned, isOwnMatter, items, nextProposal, reportHash, type Decision, type Item, type Proposal, type Referral, type Verifier } from './referral.ts';
import { standingReport } from './versions.ts';

type By = Situation<Referral, unknown>['by'];
type Versioned = Pick<Referral, 'report' | 'earlier'>;

/** A verifier as he stood, or new. */
export function kept(referral: Referral, id: string): Verifier {
  return referral.verifiers.find((verifier) => verifier.id === id) ?? { id, declared: '', signedHash: '', signedAt: '' };
}

/** The verifiers with one of them changed. */
export function withVerifier(referral: Referral, by: By, change: Partial<Verifier>): readonly Verifier[] {
  return referral.verifiers.map((verifier) => (verifier.id === actorId(by) ? { ...verifier, ...change } : verifier));
}

/** The next version of the report; its first destination is the form's, the further ones stay where there is anything to transfer. */
export function written(referral: Referral, input: z.output<typeof reportInput>, mark: { by: string; at: string }): Versioned {
  const { conclusion, facts, law, ...first } = input;
  const rest = first.item === 'D0' ? [] : referral.report.proposals.slice(1);
  return versioned(referral, { conclusion, facts, law, proposals: [{ id: 'p1', ...addressed(first) }, ...rest] }, mark);
}

/** The next version of the report with one more destination. */
export function extended(referral: Referral, input: z.output<typeof proposalInput>, mark: { by: string; at: string }): Versioned {
  const last = Math.max(...referral.report.proposals.map((proposal) => Number(proposal.id.slice(1))), 0);
  return versioned(referral, { ...referral.report, proposals: [...referral.report.proposals, { id: `p${last + 1}`, ...addressed(input) }] }, mark);
}

/** The next version of the report without one of its destinations. */
export function shortened(referral: Referral, proposal: string, mark: { by: string; at: string }): Versioned {
  return versioned(referral, { ...referral.report, proposals: referral.report.proposals.filter((one) => one.id !== proposal) }, mark);
}

/** The evidence with one more piece, which takes the place of those that are broken; a report that stands gets a new version, because it is bound to its evidence. */
export function withEvidence(referral: Referral, file: Evidence, mark: { by: string; at: string }): Partial<Referral> {
  const evidence = [...referral.evidence.filter(({ id }) => !referral.broken.includes(id)), file];
  return { evidence, broken: [], ...(referral.report.version ? versioned(referral, { ...referral.report, evidence }, mark) : {}) };
}

function addressed({ item, receiver, reason }: { item: Item | ''; receiver: string; reason: string }): Omit<Proposal, 'id'> {
  return { item, receiver: item ? (fixedReceivers[item] ?? receiver) : receiver, reason };
}

function versioned(referral: Referral, contents: Pick<Referral['report'], 'conclusion' | 'facts' | 'law' | 'proposals'> & { evidence?: readonly Evidence[] }, mark: { by: string; at: string }): Versioned {
  const { conclusion, facts, law, proposals, evidence = referral.evidence } = contents;
  const report = { conclusion, facts, law, proposals, version: referral.report.version + 1 };
  const earlier = referral.report.version ? [...referral.earlier, standingReport(referral)] : referral.earlier;
  return { report: { ...report, ...mark, hash: reportHash(report, evidence) }, earlier };
}

/** Whether everybody else who verifies has signed already. */
export function lastToSign(referral: Referral, by: By): boolean {
  const active = activeVerifiers(referral);
  return active.length >= 2 && active.every((verifier) => verifier.id === actorId(by) || hasSigned(referral, verifier));
}

/** What now waits for the head: one decision a proposal, each under the number it had or has just got. */
export function awaited(referral: Referral, world: World): readonly Decision[] {
  return referral.report.proposals.map(({ id }) => ({
    proposal: id, no: decisionOn(referral, id)?.no || (world.numbers[`YS ${id}`] ?? ''), what: '', by: '', at: '', reason: '', hash: '', formNo: '', letterNo: '',
  }));
}

/** The decisions with one made, under its official numbers. */
export function decided({ doc, input, by, world }: Situation<Referral, z.output<typeof decisionInput>>, what: 'approve' | 'refuse'): Pick<Referral, 'decisions'> {
  const made = { what, by: actorId(by), at: world.now.toISOString(), reason: input.reason, hash: doc.data.report.hash, formNo: world.numbers['移审'] ?? '', letterNo: world.numbers['移'] ?? '' };
  return { decisions: doc.data.decisions.map((decision) => (decision.proposal === input.proposal ? { ...decision, ...made } : decision)) };
}

/** The proposal that a decision is about. */
export function proposalOf(referral: Pick<Referral, 'report'>, id: string): Proposal | undefined {
  return referral.report.proposals.find((proposal) => proposal.id === id);
}

/** A series of the department's own papers. */
export function paperNumber({ organ }: Pick<Referral, 'organ'>, word: string, world: World) {
  const prefix = `${world.directory.organs.get(organ)?.docPrefix ?? organ}${word}`;
  return { key: word, form: `${prefix}〔{year}〕{n}号`, scope: `${prefix}-{year}` };
}

/** 市公安局，第十一条（三）…: what the trail says of an approval. */
export function approvalNote({ doc, input, world }: Situation<Referral, z.output<typeof decisionInput>>): string {
  const proposal = proposalOf(doc.data, input.proposal);
  if (!proposal || proposal.item === 'D0') return '同意由本部门处理';
  return `${shortName(world.directory, proposal.receiver)}，${items[proposal.item || 'D0']}，报告第 ${doc.data.report.version} 版（校验码 ${checkCode(doc.data.report.hash)}）`;
}

/** The card to whoever decides: the deputy on the department's own matter, else the head; where he is recused the deputy, who gets the superior's decision. */
export function deciding(doc: Document<Referral>, world: World): EffectRequest[] {
  const deputies = (card: string) => toRole(world.directory, { organ: doc.data.organ, roles: ['DEPUTY'] }, card);
  if (isOwnMatter(doc.data)) return deputies('no-transfer');
  const head = deciderOf(doc.data, world);
  const partners = doc.data.co.flatMap(({ organ, at }) => (at ? [] : toRole(world.directory, { organ, roles: ['HEAD'] }, 'joint')));
  return [...partners, ...(head ? [toPerson(head.id, 'approval')] : deputies('recusal'))];
}

/** After a decision: its paper, the transfer where one was approved, and the next proposal if one waits. */
export function afterDecision({ doc, input, world }: Situation<Referral, z.output<typeof decisionInput>>): EffectRequest[] {
  const decision = decisionOn(doc.data, input.proposal);
  const transfers = decision?.what === 'approve' && proposalOf(doc.data, input.proposal)?.item !== 'D0';
  const head = deciderOf(doc.data, world);
  return [
    post('write-paper', { paper: 'approval-form', docNo: decision?.formNo ?? '', about: input.proposal }),
    ...(transfers ? [post('open-transfer', { id: transferId(doc.id, input.proposal), proposal: input.proposal })] : []),
    ...(doc.state !== 'v.done' && head && nextProposal(doc.data) ? [toPerson(head.id, 'approval')] : []),
  ];
}

/** The transfer of an approved proposal. */
export function transferId(referral: string, proposal: string): string {
  return `${referral}-t-${proposal}`;
}

/** Names of people as one line. */
export function namesOf(ids: readonly string[], world: World): string {
  return ids.map((id) => nameOf(world.directory, id)).join('、');
}
