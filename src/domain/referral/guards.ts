import type { z } from 'zod';
import { dateOf } from '../deadlines.ts';
import type { Situation, World } from '../document.ts';
import { headOf, nameOf, staffOf } from '../people.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { assignInput, decisionInput, receiptInput, transferInput } from './inputs.ts';
import { activeVerifiers, hasSigned, materials, type Material, type Referral } from './referral.ts';

type S<I> = Situation<Referral, I>;

/** At least two distinct persons of this organ (E-401), not recused (E-402), not the one who will approve (E-403), licensed where a crime is in question. */
export function assignable({ doc, input, world }: S<z.output<typeof assignInput>>): Refusal | undefined {
  const chosen = [...new Set(input.people)];
  const own = new Map(staffOf(world.directory, doc.data.organ).map((person) => [person.id, person]));
  const foreign = chosen.find((id) => !own.has(id));
  if (foreign) return refuse('not-found', { what: '该人员（须为本部门人员）' }, ['people']);
  if (chosen.length < 2) return refuse('E-401', {}, ['people']);
  const head = headOf(world.directory, doc.data.organ, dateOf(world.now));
  const approver = chosen.find((id) => id === head?.id || own.get(id)?.roles.some((role) => role === 'HEAD' || role === 'DEPUTY'));
  if (approver) return refuse('E-403', { name: nameOf(world.directory, approver) }, ['people']);
  const recused = doc.data.verifiers.find((verifier) => verifier.declared === 'recuse' && chosen.includes(verifier.id));
  if (recused) return refuse('E-402', { name: nameOf(world.directory, recused.id), reason: recused.why || '已声明回避' }, ['people']);
  const criminal = doc.data.brief.dest.includes('D3');
  const unlicensed = criminal ? chosen.find((id) => !own.get(id)?.licence) : undefined;
  return unlicensed ? refuse('input', { fields: `涉嫌犯罪的须为持证执法人员，${nameOf(world.directory, unlicensed)} 未登记执法证号` }, ['people']) : undefined;
}

/** A report may be signed when it is whole, the evidence is unchanged and nobody's declaration is missing (E-404). */
export function signable({ doc, by }: S<unknown>): Refusal | undefined {
  const { report } = doc.data;
  const missing = [
    report.conclusion ? '' : '核实结论', report.facts.length >= 10 ? '' : '查明事实（不少于 10 个字）', report.law ? '' : '法律适用', report.item ? '' : '建议去向',
    report.item && report.item !== 'D0' && !report.receiver ? '受移送机关' : '', report.reason ? '' : '理由',
  ].filter(Boolean);
  if (missing.length) return refuse('E-101', { missing: missing.join('、') });
  const me = doc.data.verifiers.find((verifier) => 'id' in by && verifier.id === by.id);
  if (!me?.declared) return refuse('input', { fields: '请先作回避声明，再签名' });
  if (activeVerifiers(doc.data).length < 2) return refuse('E-401');
  return hasSigned(doc.data, me) ? refuse('stale', { who: '您', what: '签名' }) : undefined;
}

/** Only the head in office decides (E-406), never one who verified (E-408), and only on the report as signed by all (E-404). */
export function decidable({ doc, input, by, world }: S<z.output<typeof decisionInput>>): Refusal | undefined {
  if (!('id' in by)) return refuse('E-406', { head: '' });
  if (doc.data.verifiers.some((verifier) => verifier.id === by.id)) return refuse('E-408');
  const head = headOf(world.directory, doc.data.organ, dateOf(world.now));
  if (head?.id !== by.id) return refuse('E-406', { head: head?.name ?? '' });
  if (!activeVerifiers(doc.data).every((verifier) => hasSigned(doc.data, verifier))) return refuse('E-404');
  return input.hash && input.hash !== doc.data.report.hash ? refuse('stale', { who: '核实人员', what: `更新报告为第 ${doc.data.report.version} 版` }) : undefined;
}

/** 不批准 and 退回 need a reason of at least ten characters (E-407). */
export function reasoned(s: S<z.output<typeof decisionInput>>): Refusal | undefined {
  return decidable(s) ?? (s.input.reason.length < 10 ? refuse('E-407', {}, ['reason']) : undefined);
}

/** A transfer to the police carries its five attachments or says in writing why one is missing (E-409). */
export function transferable({ doc, input }: S<z.output<typeof transferInput>>): Refusal | undefined {
  if (doc.data.report.item !== 'D3') return undefined;
  const missing = (Object.keys(materials) as Material[]).filter((material) => !input.have.includes(material));
  if (!missing.length || input.absent.length >= 4) return undefined;
  return refuse('E-409', { missing: missing.map((material) => materials[material]).join('、') }, ['have', 'absent']);
}

/** A receipt has a result and either an image or a signer (E-410). */
export function receivable({ input }: S<z.output<typeof receiptInput>>): Refusal | undefined {
  if (!input.result) return refuse('input', { fields: '请选择回执结果' }, ['result']);
  return input.file || input.signer ? undefined : refuse('E-410', {}, ['signer']);
}

/** The hour or day by which an approved transfer must be delivered, for toasts and cards. */
export function transferRule(referral: Pick<Referral, 'report'>): 'T38' | 'T09' {
  return referral.report.item === 'D3' ? 'T38' : 'T09';
}

/** The limit of the head's own decision: three days for the police (移送规定5条), three working days otherwise. */
export function decisionRule(referral: Pick<Referral, 'report'>): 'T37' | 'T08' {
  return referral.report.item === 'D3' ? 'T37' : 'T08';
}

/** 主要负责人 in office of the organ, for whom the approval card is meant. */
export function approver(organ: string, world: World): string {
  return headOf(world.directory, organ, dateOf(world.now))?.id ?? '';
}
