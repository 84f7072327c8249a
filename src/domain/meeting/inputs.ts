import { z } from 'zod';
import { resolutionKinds, type ResolutionKind } from './meeting.ts';

const text = (max: number) => z.string().trim().max(max);

/** 记一条议定. */
export const resolutionInput = z.object({
  kind: z.enum(Object.keys(resolutionKinds) as [ResolutionKind]).default('other'), what: text(500).default(''), organ: z.string().default(''), co: z.array(z.string()).default([]),
  person: z.string().default(''), dueDate: z.union([z.iso.date(), z.literal('')]).default(''),
});

/** 改正议定: what it should say, and which one it replaces. */
export const correctionInput = resolutionInput.extend({ id: z.string(), reason: text(200).default('') });

/** 划去议定. */
export const strikeInput = z.object({ id: z.string(), reason: text(200).default('') });

/** What an empty dissent is answered with. */
export const dissentWords = '请写明不同意见';

/** 纪要的不同意见, verbatim. */
export const dissentInput = z.object({ dissent: text(1000).min(2, dissentWords) });

/** 签到. */
export const attendanceInput = z.object({ organs: z.array(z.string()).default([]) });
