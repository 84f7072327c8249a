import { z } from 'zod';
import { staffRoles } from '../people.ts';

const roles = z.array(z.enum(staffRoles));
const member = z.object({
  id: z.string(), name: z.string(), roles, title: z.string(), licence: z.string().optional(), identity: z.string().optional(), left: z.iso.date().optional(),
  acting: z.object({ document: z.string(), from: z.iso.date(), to: z.iso.date() }).optional(),
}).transform(({ licence, identity, left, acting, ...rest }) => ({ ...rest, ...(licence ? { licence } : {}), ...(identity ? { identity } : {}), ...(left ? { left } : {}), ...(acting ? { acting } : {}) }));
const name = (what: string) => z.string().trim().min(2, `请填写${what}`).max(60, `${what}请在 60 字以内`);

/** What the organisation file says of one organ. */
export const bookInput = z.object({ organ: z.string(), chat: z.string().default(''), coordinates: z.boolean().default(false), members: z.array(member), by: z.string().default('') });

/** 任免: somebody of the organ and the roles that he holds from now on. */
export const appointInput = z.object({ person: z.string('请选择人员').min(1, '请选择人员'), roles: roles.default([]) });

/** 停用: somebody who works here no longer. */
export const leaveInput = z.object({ person: z.string('请选择人员').min(1, '请选择人员'), why: z.string().trim().max(100).default('') });

/** 更名: the organ's name from a day on; aliases in one line. */
export const renameInput = z.object({ name: name('单位全称'), short: name('单位简称'), aliases: z.array(z.string()).default([]), docPrefix: z.string().trim().max(10).default(''), from: z.iso.date('请选择从哪一天起') });

/** 排班: who is on duty from which day to which. */
export const watchInput = z.object({ person: z.string('请选择值班人员').min(1, '请选择值班人员'), from: z.iso.date('请选择从哪一天开始'), to: z.iso.date('请选择到哪一天为止') });

/** 核对组织文件: what would change, and the file's digest. */
export const proposalInput = z.object({ digest: z.string(), lines: z.array(z.string()) });
