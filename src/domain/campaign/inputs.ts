import { z } from 'zod';
import { reportedPeopleInput } from '../forward/inputs.ts';
import { grounds, type Ground } from './campaign.ts';

const text = (max: number) => z.string().trim().max(max);
const sentence = (most: string) => z.string({ error: most }).trim().min(4, most).max(1000);
const report = (most: string) => z.string({ error: most }).trim().min(10, most).max(1000);
const ground = z.union([z.enum(Object.keys(grounds) as [Ground]), z.literal('')]).default('');
const count = (what: string) => z.number({ error: `${what}请填写数字，没有的填 0` }).int(`${what}请填写整数`).min(0, `${what}不能小于 0`).max(100_000, `${what}数字过大`);
const day = (most: string) => z.iso.date(most);
const name = z.string({ error: '请写明名称' }).trim().min(4, '请写明名称（不少于 4 个字，不写具体项目和单位）').max(40, '名称请不超过 40 个字');

/** 拟定: its name, and whatever is known already; `task` and `dueDate` are for all `organs` alike. */
export const openInput = z.object({
  title: name, ground, document: text(200).default(''), goal: text(1000).default(''), until: z.union([z.iso.date(), z.literal('')]).default(''), clerk: z.string().default(''),
  organs: z.array(z.string()).default([]), task: text(500).default(''), dueDate: z.union([z.iso.date(), z.literal('')]).default(''),
});

/** 修改方案. */
export const planInput = z.object({ title: name, ground, document: text(200).default(''), goal: sentence('请写明目标（不少于 4 个字）'), until: day('请选择结束日期') });

/** 安排任务: the same task and day to each organ named; who has one already gets it instead. */
export const assignInput = z.object({ organs: z.array(z.string()).default([]), task: sentence('请写明任务（不少于 4 个字）').pipe(text(500)), dueDate: day('请选择报送日期') });

/** 撤销任务, 退回补充: which organ, and why. */
export const organReasonInput = z.object({ organ: z.string('请选择单位').min(1, '请选择单位'), reason: sentence('请写明理由（不少于 4 个字）') });

/** A reason in one sentence. */
export const reasonInput = z.object({ reason: sentence('请写明理由（不少于 4 个字）') });

const tally = { checked: count('排查数'), found: count('问题数'), fixed: count('整改数') };

/** 报进度: the numbers from the beginning till now, and a word on them. */
export const progressInput = z.object({ ...tally, words: text(500).default('') });

/** 报送结果: the final numbers and what was done. */
export const reportInput = z.object({ ...tally, words: report('请写明做了什么和结果（不少于 10 个字）') });

/** 归入案件, by its number. */
export const collectInput = z.object({ no: z.string({ error: '请填写案件编号' }).trim().regex(/^[A-Z]{2}-\d{8}-\d{4}$/, '请填写完整的案件编号，例如 XS-20261123-0001') });

/** A matter as it tells itself. */
export const caseInput = z.object({
  id: z.string(), no: z.string(), state: z.string(), organs: z.array(z.string()).default([]), reported: z.array(z.string()).default([]), reportedPeople: reportedPeopleInput, out: z.array(z.string()).default([]),
});

/** 移出案件. */
export const releaseCaseInput = z.object({ id: z.string('请选择案件').min(1, '请选择案件'), reason: sentence('请写明理由（不少于 4 个字）') });

/** The group, its board, and who could not be brought in. */
export const groupedInput = z.object({ chat: z.string(), board: z.string(), missing: z.array(z.string()).default([]) });

/** 结束专项行动. */
export const closeInput = z.object({ words: report('请写明总结（不少于 10 个字）') });
