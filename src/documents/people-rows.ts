import { nameOf } from '../domain/people.ts';
import { hasSigned, type Referral, type Verifier } from '../domain/referral/referral.ts';
import { time } from '../domain/time/time.ts';
import type { Given } from './template.ts';
import { activeVerifiers } from '../domain/referral/verifiers.ts';

/** 姓名, 职务, 执法证号, 回避声明 of everybody who verified; whoever recused himself is not among them. */
export function verifierRows({ doc, directory }: Given<Referral>): string[][] {
  return activeVerifiers(doc.data).map((verifier, index) => {
    const person = directory.people.get(verifier.id);
    return [String(index + 1), nameOf(directory, verifier.id), person?.title ?? '', person?.licence ?? '未登记', verifier.declared === 'none' ? '已声明无需回避' : '未声明'];
  });
}

/** The signatures that stand on the present report; a verifier who has not signed it is named as such. */
export function signatureRows({ doc, directory }: Given<Referral>): string[][] {
  return activeVerifiers(doc.data).map((verifier) => [nameOf(directory, verifier.id), signedText(doc.data, verifier), '']);
}

function signedText(referral: Referral, verifier: Verifier): string {
  return hasSigned(referral, verifier) ? `已于 ${time.minute(verifier.signedAt, { year: true })} 确认第 ${referral.report.version} 版` : '尚未签名';
}

/** Whether at least two verifiers stand, and all of them signed the present report. */
export function allSigned(referral: Referral): boolean {
  const active = activeVerifiers(referral);
  return active.length >= 2 && active.every((verifier) => hasSigned(referral, verifier));
}

/** Names of those who verified. */
export function verifierNames({ doc, directory }: Given<Referral>): string {
  return activeVerifiers(doc.data).map((verifier) => nameOf(directory, verifier.id)).join('、');
}
