import { z } from 'zod';
import { conclusions } from '../forward/forward.ts';
import { briefInput } from '../forward/inputs.ts';
import { exceptions } from './joint.ts';
import { relations } from './recusal.ts';
import { items } from './referral.ts';

const keys = <T extends Record<string, string>>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
const text = (max: number) => z.string().trim().max(max);
const list = <T extends z.ZodType>(item: T) => z.array(item).default([]);
const oneOf = <T extends Record<string, string>>(table: T) => z.union([z.enum(keys(table)), z.literal('')]).default('');

/** Opening by the system: after 签收 by a department, or after 会同核实 by the Center. */
export const openReferral = z.object({
  forward: z.string(), matterNo: z.string(), organ: z.string(), brief: briefInput, exception: oneOf(exceptions),
  co: list(z.object({ organ: z.string(), by: z.string().default(''), at: z.string().default('') })),
});

/** 指派核实. */
export const assignInput = z.object({ people: list(z.string()) });

/** 更换核实人员: who verifies from now on, and why (recusal or absence). */
export const changeInput = assignInput.extend({ why: z.enum(['recusal', 'absence'], '请选择更换原因') });

/** 回避声明 by the person himself. */
export const declareInput = z.object({ tied: z.enum(['none', 'recuse'], '请选择有无关系'), relation: oneOf(relations), why: text(500).default('') });

/** 提出回避 concerning somebody else. */
export const raiseInput = z.object({
  person: z.string({ error: '请选择需要回避的人员' }).min(1, '请选择需要回避的人员'), source: z.enum(['found', 'party'], '请选择由谁提出'), relation: oneOf(relations), why: text(500).min(2, '请写明是什么关系'),
});

/** 申请回避 by whoever others named, or 无此情形 with his explanation. */
export const statementInput = z.object({ stand: z.enum(['tied', 'untied'], '请选择有无此情形'), why: text(500).default('') });

/** 回避决定 of the head. */
export const recusalDecisionInput = z.object({ person: z.string(), agree: z.enum(['yes', 'no']), reason: text(500).default('') });

/** 上级决定 on the head's own recusal, with its document and whom it names. */
export const superiorInput = z.object({ agree: z.enum(['yes', 'no'], '请选择上级的决定'), document: text(100).min(2, '请填写上级决定的文号'), decider: z.string().default('') });

const proposal = { item: oneOf(items), receiver: z.string().default(''), reason: text(1000).default('') };

/** 核实情况报告 with its first destination, also as a draft: what is missing is refused at 签名, not at saving. */
export const reportInput = z.object({ conclusion: oneOf(conclusions), facts: text(4000).default(''), law: text(1000).default(''), ...proposal });

/** A further destination. */
export const proposalInput = z.object(proposal);

/** A decision names the proposal and the report it was read on; both come from the button. */
export const decisionInput = z.object({ proposal: z.string().default(''), hash: z.string().default(''), choice: z.string().default(''), reason: text(1000).default('') });
