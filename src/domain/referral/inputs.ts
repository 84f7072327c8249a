import { z } from 'zod';
import { conclusions } from '../forward/forward.ts';
import { briefInput } from '../forward/inputs.ts';
import { items, materials, receiptResults } from './referral.ts';

const keys = <T extends Record<string, string>>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
const text = (max: number) => z.string().trim().max(max);
const list = <T extends z.ZodType>(item: T) => z.array(item).default([]);

/** Opening by the system after 签收. */
export const openReferral = z.object({ forward: z.string(), matterNo: z.string(), organ: z.string(), brief: briefInput });

/** 指派核实. */
export const assignInput = z.object({ people: list(z.string()) });

/** 回避声明. */
export const declareInput = z.object({ relation: z.enum(['none', 'recuse'], '请选择有无关系'), why: text(500).default('') });

/** 核实情况报告, also as a draft: what is missing is refused at 签名, not at saving. */
export const reportInput = z.object({
  conclusion: z.union([z.enum(keys(conclusions)), z.literal('')]).default(''),
  facts: text(4000).default(''),
  law: text(1000).default(''),
  item: z.union([z.enum(keys(items)), z.literal('')]).default(''),
  receiver: z.string().default(''),
  reason: text(1000).default(''),
});

/** A decision names the report it was read on; `hash` comes from the button. */
export const decisionInput = z.object({ hash: z.string().default(''), choice: z.string().default(''), reason: text(1000).default('') });

/** 移送: materials that are there, and why others are not. */
export const transferInput = z.object({ have: list(z.enum(keys(materials))), absent: text(500).default('') });

/** 登记回执. */
export const receiptInput = z.object({
  result: z.union([z.enum(keys(receiptResults)), z.literal('')]).default(''),
  no: text(100).default(''),
  date: z.union([z.iso.date(), z.literal('')]).default(''),
  signer: text(50).default(''),
  file: z.string().default(''),
});
