import { z } from 'zod';
import codes from '../data/codes.json' with { type: 'json' };
import { cityLevels, matterKinds, sources, type Facts } from './matter.ts';

const keys = <T extends Record<string, string>>(table: T) => Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
const oneOf = <T extends Record<string, string>>(table: T) => z.union([z.enum(keys(table)), z.literal('')]);
const listOf = (table: Record<string, string>) => z.array(z.enum(keys(table)));

/** The facts of a matter, whole. */
export const factsInput = z.object({
  kind: oneOf(matterKinds),
  project: z.string().max(200, '项目名称请在 200 字以内'),
  cityLevel: oneOf(cityLevels),
  category: oneOf(codes.category),
  stage: oneOf(codes.stage),
  violations: listOf(codes.violation),
  subjects: listOf(codes.subject),
  named: z.array(z.string().max(100, '单位名称请在 100 字以内')),
  reported: z.array(z.string()),
  amountYuan: z.number('金额请填数字，单位万元').int('金额请精确到元').nonnegative('金额请填正数').nullable(),
  amounts: z.array(z.object({ yuan: z.number(), what: z.string() })),
  source: oneOf(sources),
  anonymous: z.boolean(),
  happened: z.string(),
  flags: z.array(z.string()),
  region: z.string().max(50),
  mandate: z.object({ organ: z.string().max(100, '交办机关请在 100 字以内'), no: z.string().max(100, '文号请在 100 字以内'), dueDate: z.union([z.iso.date('交办时限请选日期'), z.literal('')]) }),
  signal: z.string().max(500, '系统提示请在 500 字以内'),
}) satisfies z.ZodType<Facts>;

/** Corrections from a form: only the fields that it holds. */
export const correction = factsInput.partial();

/** A reading of somebody's words, as `intake` gives it. */
export const readingInput = z.object({
  facts: factsInput.extend({ region: factsInput.shape.region.default(''), mandate: factsInput.shape.mandate.default({ organ: '', no: '', dueDate: '' }), signal: factsInput.shape.signal.default('') }),
  words: z.string().max(40000),
  guessed: z.array(z.string()),
  traces: z.array(z.object({ field: z.string(), words: z.string(), why: z.string() })),
  urgent: z.boolean(),
});

/** A file already stored, with its proof. */
export const evidenceInput = z.object({ id: z.string(), name: z.string(), size: z.number(), sha256: z.string().length(64), at: z.string(), from: z.string().exactOptional(), via: z.string().exactOptional(), staff: z.boolean().exactOptional() });

/** 转办: departments, the feedback limit (working days or a day), what is asked, and a reason where the suggestion is not followed. */
export const sendInput = z.object({
  organs: z.array(z.string()).min(1, '请选择承办部门'),
  days: z.coerce.number().int().positive().max(250).optional(),
  dueDate: z.iso.date().optional(),
  requirement: z.string().max(1000).default('核实并书面反馈'),
  reason: z.string().max(1000).default(''),
});
/** Input of 转办. */
export type SendInput = z.output<typeof sendInput>;
