import { z } from 'zod';
import { reportedPeopleInput } from '../../forward/inputs.ts';
import { reasons } from '../meeting.ts';
import { steps } from './set-up.ts';
import { stances } from './opinions.ts';

const text = (max: number) => z.string().trim().max(max);
const keys = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];
const minuteOf = z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, '请选择日期和时间').transform((value) => new Date(`${value.replace(' ', 'T')}:00+08:00`).toISOString());
const ids = z.array(z.string()).default([]);
const slots = z.array(z.object({ start: z.iso.datetime(), free: z.array(z.string()) }));
const guests = z.array(z.object({ organ: z.string(), person: z.string() }));
const questions = z.array(z.object({ id: z.string(), text: text(60) })).default([]);
const materials = z.array(z.object({ id: z.string(), matter: z.string(), file: z.string(), n: z.number().int(), name: z.string(), organs: z.array(z.string()) })).default([]);

/** A proposal by the system, with everything filled in. */
export const openMeeting = z.object({
  matterNos: z.array(z.string()), matterIds: ids, topic: text(200), convener: z.string(), place: text(100), start: z.iso.datetime(), end: z.iso.datetime(), guests,
  why: z.enum(keys(reasons)).default('center'), whyNote: text(300).default(''), askedBy: z.string().default(''), fixed: z.boolean().default(false), urgentReason: text(500).default(''),
  related: z.array(z.object({ id: z.string(), no: z.string(), why: z.string() })).default([]), reported: ids, reportedPeople: reportedPeopleInput, out: ids, leftOut: ids, questions, materials,
});

/** What another matter brings into a proposal. */
export const mergeInput = z.object({ id: z.string(), no: z.string(), guests, reported: ids, reportedPeople: reportedPeopleInput, out: ids, leftOut: ids, questions, materials });

/** 修改: time, place, organs, and the reason of an urgent meeting. */
export const adjustInput = z.object({
  start: minuteOf, place: text(100).default(''), organs: z.array(z.string()).min(2, '会商至少两家单位'), urgent: z.enum(['normal', 'urgent']).default('normal'), reason: text(500).default(''),
});

/** Times found by free and busy; `again` opens the second round of the poll. */
export const foundInput = z.object({ times: slots, again: z.boolean().default(false) });

/** 提交 on the poll: the beginnings that suit, and who will come where the organ knows that already. */
export const timesInput = z.object({ starts: z.array(z.iso.datetime()).default([]), person: z.string().default('') });

/** 发起: at the proposed time, or at another of those found. */
export const callInput = z.object({ start: z.iso.datetime().optional() });

/** 先不开; a department that asked is told why. */
export const declineInput = z.object({ reason: text(500).default('') });

/** What a step of setting up made, or the platform's code where it failed for good. */
export const arrangedInput = z.object({
  step: z.enum(keys(steps)), failed: z.number().int().optional(), chat: z.string().optional(), event: z.string().optional(), link: z.string().optional(), board: z.string().optional(),
  joined: z.number().int().optional(), wanted: z.number().int().optional(), missing: z.array(z.string()).optional(),
});

/** 重试 of one step. */
export const retryInput = z.object({ step: z.enum(keys(steps)) });

/** 改期: new time and place, with a reason where the notice is shorter than it should be. */
export const moveInput = z.object({ start: minuteOf, place: text(100).default(''), reason: text(500).default('') });

/** 参会回复; `person` for 改派 and 请假 names who comes instead. */
export const replyInput = z.object({ reply: z.enum(['yes', 'swap', 'leave']), person: z.string().default(''), note: text(500).default('') });

/** 换人 by the secretary: who comes for an organ that has not answered. */
export const proxyInput = z.object({ organ: z.string(), person: z.string() });

/** 议题: one question a line, at most five. */
export const questionsInput = z.object({ lines: text(400).min(2, '请写明议题') });

/** 会前意见 on one question. */
export const positionInput = z.object({ question: z.string(), stance: z.enum(keys(stances), { error: '请选择本单位意见' }), reason: text(500).min(2, '请写明理由') });

/** 开放材料: one piece of evidence, to these organs. */
export const materialInput = z.object({ id: z.string(), organs: ids });
