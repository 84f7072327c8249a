import { z } from 'zod';
import { briefInput } from '../forward/inputs.ts';
import { triggers, type Trigger } from './joint.ts';
import { relations } from '../recusal/recusal.ts';

const text = (max: number) => z.string().trim().max(max);
const organs = z.array(z.string());
const sentence = (most: string) => z.string({ error: most }).trim().min(4, most).max(1000);
const basis = (most: string) => z.string({ error: most }).trim().min(2, most).max(300);
const trigger = z.union([z.enum(Object.keys(triggers) as [Trigger]), z.literal('')]).default('');
const minuteOf = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, '请选择首次碰头的日期和时间').transform((value) => new Date(`${value.replace(' ', 'T')}:00+08:00`).toISOString());

/** 启动联合执法, as the Center fills it in on the matter. */
export const startInput = z.object({
  trigger, document: text(200).default(''), file: z.string().default(''), lead: z.string().default(''), members: organs.default([]),
  goal: sentence('请写明目标（不少于 4 个字）'), firstAt: minuteOf, dueDate: z.iso.date('请选择完成日期'),
});

/** Opening by the system after 启动. */
export const openJoint = z.object({
  trigger, document: text(200), file: z.string(), lead: z.string(), members: organs, goal: text(1000), firstAt: z.iso.datetime(), dueDate: z.iso.date(),
  matterNo: z.string(), brief: briefInput, clerk: z.string(), out: z.array(z.string()),
});

/** 方案: the parts that the lead department and the Center may write anew. */
export const planInput = z.object({
  goal: sentence('请写明目标（不少于 4 个字）'), steps: sentence('请写明步骤和时间'), evidence: sentence('请写明取证与保全'), safety: sentence('请写明安全预案'),
  publicity: sentence('请写明信息发布'), summary: sentence('请写明汇总要求'), firstAt: minuteOf, dueDate: z.iso.date('请选择完成日期'),
});

/** 报执法人员. */
export const staffInput = z.object({ people: z.array(z.string()).default([]), powers: basis('请写明本单位的职权和依据') });

/** 回避声明 of an officer. */
export const declareInput = z.object({ tied: z.enum(['none', 'yes']), relation: z.union([z.enum(Object.keys(relations) as [keyof typeof relations]), z.literal('')]).default(''), why: text(500).default('') });

/** 说明情况, verbatim. */
export const dissentInput = z.object({ words: sentence('请写明情况（不少于 4 个字）') });

/** A reason in one sentence. */
export const reasonInput = z.object({ reason: sentence('请写明理由（不少于 4 个字）') });

/** 成员变更: who joins or leaves, and why. */
export const changeInput = z.object({ what: z.enum(['join', 'leave'], '请选择加入或退出'), organ: z.string().default(''), reason: sentence('请写明理由（不少于 4 个字）') });

/** The Center's answer to a change. */
export const decideInput = z.object({ id: z.string(), agree: z.enum(['yes', 'no']) });

/** 登记行动. */
export const actionInput = z.object({
  organ: z.string().default(''), people: z.array(z.string()).default([]), date: z.iso.date('请选择行动日期'), power: basis('请写明行使的职权和依据'),
  what: sentence('请写明做了什么（不少于 4 个字）'), result: text(500).default(''),
});

/** 报送结果: what a member did, and under which numbers it goes on; no number means that nothing follows. */
export const reportInput = z.object({
  words: z.string({ error: '请写明做了什么和结果（不少于 10 个字）' }).trim().min(10, '请写明做了什么和结果（不少于 10 个字）').max(1000),
  penalty: text(100).default(''), transfer: text(100).default(''), dishonest: text(100).default(''),
});

/** 提交汇总, 办结: what it came to in all. */
export const summaryInput = z.object({ words: z.string({ error: '请写明汇总结果（不少于 10 个字）' }).trim().min(10, '请写明汇总结果（不少于 10 个字）').max(1000) });

/** 退回补充: which members have to report again; all where none is named. */
export const backInput = reasonInput.extend({ organs: organs.default([]) });
