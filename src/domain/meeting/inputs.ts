import { z } from 'zod';

const text = (max: number) => z.string().trim().max(max);

/** 记一条议定. */
export const resolutionInput = z.object({ what: text(500).default(''), organ: z.string().default(''), person: z.string().default(''), dueDate: z.union([z.iso.date(), z.literal('')]).default('') });

/** 纪要的不同意见, verbatim. */
export const dissentInput = z.object({ dissent: text(1000).min(2, '请写明不同意见') });

/** 签到. */
export const attendanceInput = z.object({ organs: z.array(z.string()).default([]) });
