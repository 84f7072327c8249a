import { z } from 'zod';
import { conclusions } from '../forward/forward.ts';
import { briefInput } from '../forward/inputs.ts';
import { recusalsInput } from '../recusal/inputs.ts';
import { exceptions } from './joint.ts';
import { items } from './referral.ts';

const keys = <T extends Record<string, string>>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
const text = (max: number) => z.string().trim().max(max);
const list = <T extends z.ZodType>(item: T) => z.array(item).default([]);
const oneOf = <T extends Record<string, string>>(table: T) => z.union([z.enum(keys(table)), z.literal('')]).default('');

/** Opening by the system: after 签收 by a department, or after 会同核实 by the Center. */
export const openReferral = z.object({
  forward: z.string(), matterNo: z.string(), organ: z.string(), brief: briefInput, exception: oneOf(exceptions),
  co: list(z.object({ organ: z.string(), by: z.string().default(''), at: z.string().default('') })),
  former: z.object({ version: z.number().int(), signed: z.boolean(), conclusion: oneOf(conclusions), facts: text(4000), law: text(1000), at: z.string() }).nullable().default(null), recusals: recusalsInput, decider: z.string().default(''),
});

/** 终止核实: by which act of the department's part, by whom, when and why, as its trail has it. */
export const endInput = z.object({ verb: text(20), by: text(50), at: z.iso.datetime(), why: text(1000) });

/** 指派核实. */
export const assignInput = z.object({ people: list(z.string()) });

/** 更换核实人员: who verifies from now on, and why (recusal or absence). */
export const changeInput = assignInput.extend({ why: z.enum(['recusal', 'absence'], '请选择更换原因') });

const proposal = { item: oneOf(items), receiver: z.string().default(''), reason: text(1000).default('') };

/** 核实情况报告 with its first destination, also as a draft: what is missing is refused at 签名, not at saving. */
export const reportInput = z.object({ conclusion: oneOf(conclusions), facts: text(4000).default(''), law: text(1000).default(''), ...proposal });

/** A further destination. */
export const proposalInput = z.object(proposal);

/** A decision names the proposal and the report it was read on; both come from the button. */
export const decisionInput = z.object({ proposal: z.string().default(''), hash: z.string().default(''), choice: z.string().default(''), reason: text(1000).default('') });
