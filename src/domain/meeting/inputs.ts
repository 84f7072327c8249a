import { z } from 'zod';
import { reportedPeopleInput } from '../forward/inputs.ts';

const text = (max: number) => z.string().trim().max(max);
const minuteOf = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, '请选择日期和时间').transform((value) => new Date(`${value.replace(' ', 'T')}:00+08:00`).toISOString());

/** Opening by the system after 会商. */
export const openMeeting = z.object({
  matterNos: z.array(z.string()).min(1), topic: text(200), convener: z.string(), place: text(100), start: z.iso.datetime(), end: z.iso.datetime(),
  guests: z.array(z.object({ organ: z.string(), person: z.string() })),
  reported: z.array(z.string()).default([]), reportedPeople: reportedPeopleInput,
});

/** 改期: new time and place, with a reason where the notice is shorter than it should be. */
export const moveInput = z.object({ start: minuteOf, place: text(100).default(''), reason: text(500).default('') });

/** 参会回复; `person` for 改派 and 请假 names who comes instead. */
export const replyInput = z.object({ reply: z.enum(['yes', 'swap', 'leave']), person: z.string().default(''), note: text(500).default('') });

/** 记一条议定. */
export const resolutionInput = z.object({ what: text(500).default(''), organ: z.string().default(''), person: z.string().default(''), dueDate: z.union([z.iso.date(), z.literal('')]).default('') });

/** 纪要的不同意见, verbatim. */
export const dissentInput = z.object({ dissent: text(1000).min(2, '请写明不同意见') });

/** 签到. */
export const attendanceInput = z.object({ organs: z.array(z.string()).default([]) });
