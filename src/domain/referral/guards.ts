import type { z } from 'zod';
import type { Document, Situation, World } from '../document.ts';
import { identityOf, isSamePerson, nameOf, staffOf, type Directory, type Person } from '../people.ts';
import { deciderOf, recusalOf } from '../recusal/recusal.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { assignInput, changeInput, decisionInput } from './inputs.ts';
import { notAlone } from './joint.ts';
import { activeVerifiers } from './verifiers.ts';
import { decisionOn, hasSigned, isSuspectedCrime, type Proposal, type Referral } from './referral.ts';

type S<I> = Situation<Referral, I>;

/** At least two distinct persons of this organ (E-401: two accounts of one are one), not recused (E-402), not those who approve (E-403), licensed where a crime is in question. */
export function assignable({ doc, input, world }: S<z.output<typeof assignInput>>): Refusal | undefined {
  const chosen = [...new Set(input.people)];
  const own = new Map(eligibleStaff(doc.data, world.directory).map((person) => [person.id, person]));
  const foreign = chosen.find((id) => !own.has(id));
  if (foreign) return refuse('not-found', { what: '该人员（须为本部门人员）' }, ['people']);
  if (new Set(chosen.map((id) => identityOf(world.directory, id))).size < Math.max(2, chosen.length)) return refuse('E-401', {}, ['people']);
  const approver = chosen.find((id) => mayApprove(doc.data, own.get(id), world));
  if (approver) return refuse('E-403', { name: nameOf(world.directory, approver) }, ['people']);
  const recused = chosen.find((id) => recusalOf(doc.data, id));
  if (recused) return refuse('E-402', { name: nameOf(world.directory, recused), reason: recusalOf(doc.data, recused)?.why || '已声明回避' }, ['people']);
  const unlicensed = isForPolice(doc.data) ? chosen.find((id) => !own.get(id)?.licence) : undefined;
  return unlicensed ? refuse('input', { fields: `涉嫌犯罪的须为持证执法人员，${nameOf(world.directory, unlicensed)} 未登记执法证号` }, ['people']) : undefined;
}

/** Everybody who may verify: the organ's own people, and those of the departments that act with it. */
export function eligibleStaff({ organ, co }: Pick<Referral, 'organ' | 'co'>, directory: Directory): Person[] {
  return [organ, ...co.map((partner) => partner.organ)].flatMap((code) => staffOf(directory, code));
}

/** The same for 更换, which must change something. */
export function changeable(s: S<z.output<typeof changeInput>>): Refusal | undefined {
  const before = activeVerifiers(s.doc.data).map((verifier) => verifier.id);
  const same = before.length === s.input.people.length && before.every((id) => s.input.people.includes(id));
  return same ? refuse('input', { fields: '人员没有变化，请另选人员' }, ['people']) : assignable(s);
}

/** The same for somebody who takes over from a verifier: those who then verify are as fit as if they had been assigned. */
export function replaceable({ doc, input, by, world }: S<{ from: string; to: string }>): Refusal | undefined {
  const people = activeVerifiers(doc.data).map(({ id }) => (id === input.from ? input.to : id));
  return assignable({ doc, input: { people }, by, world });
}

/** Whether a person decides on this case, or could: 主要负责人, 分管负责人, whoever is in office, whoever was named. */
export function mayApprove(referral: Referral, person: Person | undefined, world: Pick<World, 'directory' | 'now'>): boolean {
  if (!person) return false;
  return person.roles.some((role) => role === 'HEAD' || role === 'DEPUTY') || isSamePerson(world.directory, deciderOf(referral, world)?.id ?? '', person.id);
}

/** Whether licensed officers are needed: the rules, the flags or the report point to the police. */
export function isForPolice({ brief, report }: Pick<Referral, 'brief' | 'report'>): boolean {
  return brief.dest.includes('D3') || isSuspectedCrime(brief) || report.proposals.some((proposal) => proposal.item === 'D3');
}

/** A report may be signed when it is whole (E-101), its evidence unchanged (E-405) and nobody's declaration missing. */
export function signable({ doc, by, world }: S<unknown>): Refusal | undefined {
  const missing = gapsOf(doc.data);
  if (missing.length) return refuse('E-101', { missing: missing.join('、') });
  if (doc.data.broken.length) return refuse('E-405');
  const me = doc.data.verifiers.find((verifier) => 'id' in by && verifier.id === by.id);
  if (!me?.declared) return refuse('input', { fields: '请先作回避声明，再签名' });
  const active = activeVerifiers(doc.data);
  if (active.length < 2) return refuse('E-401');
  const unlicensed = isForPolice(doc.data) ? active.find((verifier) => !world.directory.people.get(verifier.id)?.licence) : undefined;
  if (unlicensed) return refuse('input', { fields: `移送公安须由持证执法人员核实，${nameOf(world.directory, unlicensed.id)} 未登记执法证号，请更换人员` });
  return hasSigned(doc.data, me) ? refuse('stale', { who: '您', what: '签名' }) : undefined;
}

/** What a report still lacks before it can be signed, in words. */
export function gapsOf({ report }: Pick<Referral, 'report'>): readonly string[] {
  const gaps = (proposal: Proposal, index: number): string[] => {
    const which = report.proposals.length > 1 ? `（第 ${index + 1} 个去向）` : '';
    return [proposal.item ? '' : `建议去向${which}`, proposal.item && proposal.item !== 'D0' && !proposal.receiver ? `受移送机关${which}` : '', proposal.reason ? '' : `理由${which}`];
  };
  return [report.conclusion ? '' : '核实结论', report.facts.length >= 10 ? '' : '查明事实（不少于 10 个字）', report.law ? '' : '法律适用', ...report.proposals.flatMap(gaps)].filter(Boolean);
}

/** Whether somebody verified or wrote in this case, under whichever account, also before he was replaced. */
export function tookPart(doc: Document<Referral>, id: string, directory: Directory): boolean {
  const wrote = doc.audit.filter((entry) => ['write', 'propose', 'drop', 'signReport'].includes(entry.act) && entry.code !== 'DENIED').flatMap((entry) => ('id' in entry.by ? [entry.by.id] : []));
  return [...doc.data.verifiers.map((verifier) => verifier.id), ...wrote].some((other) => isSamePerson(directory, other, id));
}

/** Only the head in office decides (E-406), never one who verified or wrote (E-408), and only on the report that he read and on a proposal that waits. */
export function decidable({ doc, input, by, world }: S<z.output<typeof decisionInput>>): Refusal | undefined {
  if (!('id' in by)) return refuse('E-406', { head: '' });
  if (tookPart(doc, by.id, world.directory)) return refuse('E-408');
  const head = deciderOf(doc.data, world);
  if (head?.id !== by.id) return refuse('E-406', { head: head?.name ?? '' });
  return newVersion(doc, input) ?? decidedAlready(doc, input);
}

/** Whoever decides on a version that is no longer the present one is told so, and reads the new one first. */
export function newVersion({ state, data }: Document<Referral>, input: unknown): Refusal | undefined {
  const read = typeof input === 'object' && input !== null && 'hash' in input ? input.hash : '';
  return read && state === 'v.done' && read !== data.report.hash ? refuse('new-version', { version: String(data.report.version) }) : undefined;
}

function decidedAlready(doc: Document<Referral>, input: { proposal: string }): Refusal | undefined {
  return decisionOn(doc.data, input.proposal)?.what === '' ? undefined : refuse('stale');
}

/** An approval rests on a report that all who verify have signed (E-404: also whoever came back after a refused recusal), at least two, and on evidence that is unchanged (E-405); the Center's also on a department's consent. */
export function approvable(s: S<z.output<typeof decisionInput>>): Refusal | undefined {
  const refusal = decidable(s);
  if (refusal) return refusal;
  const active = activeVerifiers(s.doc.data);
  if (active.length < 2) return refuse('E-401');
  if (!active.every((verifier) => hasSigned(s.doc.data, verifier))) return refuse('E-404');
  if (s.doc.data.broken.length) return refuse('E-405');
  const proposal = s.doc.data.report.proposals.find((one) => one.id === s.input.proposal);
  return proposal?.item === 'D0' ? undefined : notAlone(s.doc.data);
}

/** 不批准 needs a reason of at least ten characters (E-407). */
export function reasoned(s: S<z.output<typeof decisionInput>>): Refusal | undefined {
  return decidable(s) ?? (s.input.reason.length < 10 ? refuse('E-407', {}, ['reason']) : undefined);
}

/** 退回 needs the same reason, and that nothing of this report was decided yet: a decision is bound to it. */
export function returnable(s: S<z.output<typeof decisionInput>>): Refusal | undefined {
  const decided = s.doc.data.decisions.some((decision) => decision.what !== '');
  return reasoned(s) ?? (decided ? refuse('input', { fields: '本报告已有去向作出决定，不能退回；其余去向可不批准' }) : undefined);
}

/** The limit of the head's own decision: three days where anything goes to the police (移送规定5条), three working days otherwise. */
export function decisionRule({ report }: Pick<Referral, 'report'>): 'T37' | 'T08' {
  return report.proposals.some((proposal) => proposal.item === 'D3') ? 'T37' : 'T08';
}
