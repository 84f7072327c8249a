import { z } from 'zod';
import { conclusions } from '../forward/forward.ts';
import { briefInput, evidenceList } from '../forward/inputs.ts';
import { materials, receiptResults, ways } from './transfer.ts';

const keys = <T extends Record<string, string>>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
const text = (max: number) => z.string().trim().max(max);
const oneOf = <T extends Record<string, string>>(table: T) => z.union([z.enum(keys(table)), z.literal('')]).default('');
const date = z.union([z.iso.date(), z.literal('')]).default('');

/** Opening by the system after an approval. */
export const openTransfer = z.object({
  referral: z.string(), forward: z.string(), matterNo: z.string(), organ: z.string(), co: z.array(z.string()), brief: briefInput, evidence: evidenceList, handlers: z.array(z.string()), out: z.array(z.string()),
  item: z.enum(['D1', 'D2', 'D3', 'D4', 'D4F', 'D5', 'D6']), receiver: z.string().min(1), no: z.string(), letterNo: z.string(), approval: z.object({ by: z.string(), at: z.iso.datetime() }),
  report: z.object({ version: z.number(), conclusion: oneOf(conclusions), facts: z.string(), law: z.string(), reason: z.string(), hash: z.string() }),
});

/** 登记已移送: attachments that are there, and for each of the others why not. */
export const deliveryInput = z.object({
  have: z.array(z.enum(keys(materials))).default([]),
  absent: z.object({ things: text(500), tests: text(500), other: text(500) }).partial().default({})
    .transform((given) => Object.fromEntries(Object.entries(given).filter(([, why]) => why))),
});

/** 登记回执; `serial` is the number of the link, where the organ enters it itself. */
export const receiptInput = z.object({
  result: oneOf(receiptResults), no: text(100).default(''), date, signer: text(50).default(''), phone: text(50).default(''), words: text(500).default(''), file: z.string().default(''),
  serial: z.coerce.number().int().default(0),
});

/** 已补充、重新移送: what was sent. */
export const suppliedInput = z.object({ what: text(500).min(2, '请写明补充了哪些材料') });

/** What is done after 不予立案. */
export const wayInput = z.object({ way: oneOf(ways) });

/** 登记复议（监督）结果. */
export const reviewInput = z.object({ result: z.union([z.enum(['filed', 'upheld']), z.literal('')]).default(''), no: text(100).default(''), date });

/** 登记处罚决定 in a case that was transferred. */
export const penaltyInput = z.object({ no: text(100).min(4, '请填写处罚决定书文号'), date: z.iso.date('请选择作出日期') });

/** 登记结果. */
export const outcomeInput = z.object({ no: text(100).min(2, '请填写结果文书的文号'), words: text(500).default('') });
