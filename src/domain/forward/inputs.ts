import { z } from 'zod';
import { evidenceInput, factsInput } from '../matter/inputs.ts';
import { matterKinds } from '../matter/matter.ts';
import { partyInput } from '../matter/drafting/party-rows.ts';
import { conclusions, suspensions, tellings } from './forward.ts';

const keys = <T extends Record<string, string>>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
const text = (max: number) => z.string().trim().max(max);

/** Files with their proof, as one part hands them to another. */
export const evidenceList = z.array(evidenceInput.extend({ removed: z.boolean().optional() }).transform(({ removed, ...file }) => ({ ...file, ...(removed ? { removed } : {}) })));

/** Who is reported, as one part hands it to another. */
export const reportedPeopleInput = z.array(z.object({ name: z.string(), of: z.string(), is: z.enum(['yes', 'asked', 'no']) })).default([]);

/** The redacted brief that a department gets. */
export const briefInput = z.object({
  kind: z.union([z.enum(keys(matterKinds)), z.literal('')]),
  title: z.string(), category: z.string(), stage: z.string(),
  violations: z.array(z.string()), subjects: z.array(z.string()), named: z.array(z.string()),
  amounts: z.array(z.object({ yuan: z.number(), what: z.string() })),
  flags: z.array(z.string()), files: evidenceList,
  rules: z.array(z.string()), dest: z.array(z.string()), urgent: z.boolean(), reported: z.array(z.string()), reportedPeople: reportedPeopleInput,
  happened: z.string().default(''), parties: z.array(partyInput).default([]), mandate: factsInput.shape.mandate.default({ organ: '', no: '', dueDate: '' }), signal: z.string().default(''),
});

/** Opening of a forward by the system. */
export const openInput = z.object({
  matterNo: z.string(), organ: z.string(), docNo: z.string(), dueDate: z.iso.date(), requirement: text(1000), brief: briefInput, clerk: z.string(), returns: z.number().int(),
  paper: z.enum(['forward-letter', 'found-report']).default('forward-letter'), unfixed: text(500).default(''), out: z.array(z.string()).default([]),
});

/** 申请退回: why, and who should handle it instead. */
export const returnInput = z.object({ reason: text(1000).default(''), suggest: z.string().default('') });

/** What a meeting decided on a return: which organ handles it, until when, under which minutes. */
export const settleInput = z.object({ organ: z.string(), dueDate: z.iso.date(), minutesNo: z.string() });

/** 申请延期: until when, and why. */
export const extensionInput = z.object({ dueDate: z.iso.date('请选择申请延期到哪一天'), reason: text(1000).min(4, '请填写延期理由') });

/** A draft of the feedback: everything may still be empty. */
export const feedbackDraft = z.object({
  conclusion: z.union([z.enum(keys(conclusions)), z.literal('')]).default(''),
  facts: text(2000).default(''),
  basis: text(500).default(''),
  decisionNo: text(100).default(''),
  tell: z.union([z.enum(keys(tellings)), z.literal('')]).default(''),
});

/** 申请中止: why, under which document. */
export const suspensionInput = z.object({ ground: z.enum(keys(suspensions), '请选择中止情形'), document: text(100).min(2, '请填写依据文书的文号'), reason: text(500).default('') });

/** One sentence from the Center, where it says no or sends back. */
export const sentence = z.object({ reason: text(500).min(4, '请写一句理由（不少于 4 个字）') });

/** What one of its transfers tells the department's part. */
export const transferTold = z.object({ id: z.string(), no: z.string(), receiver: z.string(), state: z.string(), ended: z.boolean() });

/** What a verification tells the department's part. */
export const referralTold = z.object({
  id: z.string(), state: z.string(), ended: z.boolean(), decided: z.boolean().default(false), transfers: z.array(transferTold).default([]), out: z.array(z.string()).default([]),
  facts: z.string().default(''), conclusion: feedbackDraft.shape.conclusion,
});
