import { z } from 'zod';

/** Why something comes later than its day. */
export const delays = { test: '等待检测鉴定', opinion: '等待其他单位意见', absent: '当事人未到场', staff: '人员变动', other: '其他' } as const;
/** A reason for delay. */
export type Delay = keyof typeof delays;

/** 说明原因: who explained a limit that was not kept, and by which ISO day it will be; the limit stays. */
export interface Explained { at: string; by: string; reason: Delay; expected: string }

/** 说明原因. */
export const delayInput = z.object({ reason: z.enum(Object.keys(delays) as [Delay, ...Delay[]], '请选择原因'), expected: z.iso.date('请选择预计日期') });
