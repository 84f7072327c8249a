import { z } from 'zod';
import { tasks } from './delegation.ts';

/** What was said when somebody asked for 代办: everything may still be empty. */
export const askInput = z.object({ delegate: z.string().default(''), from: z.union([z.iso.date(), z.literal('')]).default(''), to: z.union([z.iso.date(), z.literal('')]).default('') });

/** 设置代办: who, from which day to which, for what. */
export const delegationInput = z.object({
  delegate: z.string('请选择代办人').min(1, '请选择代办人'),
  from: z.iso.date('请选择从哪一天开始'),
  to: z.iso.date('请选择到哪一天为止'),
  tasks: z.array(z.enum(tasks)).min(1, '请选择代办事项'),
});
