import { conclusions } from '../forward/forward.ts';
import type { Proposal, Referral, Report } from './referral.ts';

/** A version of the report as it stood, with the checksums of the evidence it rested on. */
export interface FormerReport extends Report { files: readonly string[] }

/** The present report with the evidence that it rests on. */
export function standingReport({ report, evidence }: Pick<Referral, 'report' | 'evidence'>): FormerReport {
  return { ...report, files: evidence.map((file) => file.sha256) };
}

/** What changed in one part of a report: the sentences that went and those that came. */
export interface Change { what: string; gone: readonly string[]; come: readonly string[] }

/** What differs between two versions, part by part, in the order of the report; `destination` says in words where a proposal leads. */
export function changesBetween(former: FormerReport, present: FormerReport, destination: (proposal: Proposal) => string): readonly Change[] {
  const reasons = ({ proposals }: Report): string => proposals.map(({ reason }) => reason).join('\n');
  const conclusion = (report: Report): string[] => (report.conclusion ? [conclusions[report.conclusion]] : []);
  const parts: readonly (readonly [what: string, before: readonly string[], now: readonly string[]])[] = [
    ['结论', conclusion(former), conclusion(present)],
    ['去向', former.proposals.map(destination), present.proposals.map(destination)],
    ['查明事实', sentencesOf(former.facts), sentencesOf(present.facts)],
    ['法律适用', sentencesOf(former.law), sentencesOf(present.law)],
    ['理由', sentencesOf(reasons(former)), sentencesOf(reasons(present))],
    ['证据', former.files, present.files],
  ];
  return parts.map(([what, before, now]) => ({ what, gone: before.filter((one) => !now.includes(one)), come: now.filter((one) => !before.includes(one)) }))
    .filter(({ gone, come }) => gone.length + come.length > 0);
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[。；！？\n])/).map((sentence) => sentence.trim()).filter(Boolean);
}
