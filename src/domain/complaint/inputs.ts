import { z } from 'zod';
import { briefInput } from '../forward/inputs.ts';
import { checks, dismissals, examinations, reasons, results } from './complaint.ts';

const keys = <T extends object>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
const text = (max: number) => z.string().trim().max(max);
const words = (least: number, otherwise: string) => z.string({ error: otherwise }).trim().min(least, otherwise).max(1000);

/** Opening of a complaint by the system. */
export const openInput = z.object({ matterNo: z.string(), organ: z.string(), clerk: z.string(), brief: briefInput, words: z.string(), lodgedAt: z.string().default('') });

/** 要求补正: all that is missing, at once, and until when. */
export const fixInput = z.object({ words: words(4, '请一次写明需要补正的全部内容（不少于 4 个字）'), dueDate: z.iso.date('请选择补正期限') });

/** 受理: who complains of whom, and the four checks. */
export const acceptInput = z.object({
  complainant: words(2, '请按投诉书填写投诉人'), respondent: words(2, '请按投诉书填写被投诉人'), checks: z.array(z.enum(keys(checks))).default([]),
});

/** 不予受理: a reason of the law, and what it means here. */
export const rejectInput = z.object({ ground: z.enum(keys(reasons), '请选择不予受理的理由'), words: words(4, '请写明本件的具体情形（不少于 4 个字）'), complainant: text(200).default('') });

/** 告知向他部门投诉. */
export const redirectInput = z.object({ organ: z.string({ error: '请选择有权处理的部门' }).min(1, '请选择有权处理的部门'), words: words(4, '请写明为什么由该部门处理（不少于 4 个字）') });

/** 暂停项目活动: why, and until which day. */
export const pauseInput = z.object({ reason: words(4, '请写明暂停的理由（不少于 4 个字）'), until: z.iso.date('请选择暂停到哪一天') });

/** 鉴定中止: what is examined, under which document. */
export const suspensionInput = z.object({ ground: z.enum(keys(examinations), '请选择中止情形'), document: text(100).min(2, '请填写依据文书的文号') });

/** 撤回, as it was applied for in writing. */
export const withdrawInput = z.object({ reason: words(4, '请写明撤回的理由（不少于 4 个字）') });

/** One sentence with a no. */
export const whyInput = z.object({ reason: words(4, '请写一句理由（不少于 4 个字）') });

/** 作出决定. */
export const decisionInput = z.object({
  result: z.enum(keys(results), '请选择处理结果'), ground: z.union([z.enum(keys(dismissals)), z.literal('')]).default(''),
  facts: words(10, '请写明查明的事实（不少于 10 个字）'), basis: words(4, '请写明处理依据的条款'), remedies: words(4, '请写明救济途径和期限'),
});

/** What another complaint of the same is, as one document tells another. */
export const twinInput = z.object({ id: z.string(), no: z.string(), organ: z.string() });
