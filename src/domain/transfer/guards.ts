import type { z } from 'zod';
import { latest } from '../time/clocks.ts';
import type { Situation } from '../document.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { deliveryInput, receiptInput, wayInput } from './inputs.ts';
import { isToPolice, materials, missingMaterials, type Transfer } from './transfer.ts';

type S<I> = Situation<Transfer, I>;

/** A transfer to the police carries its five attachments or says of each missing one why (E-409). */
export function deliverable({ doc, input }: S<z.output<typeof deliveryInput>>): Refusal | undefined {
  const missing = isToPolice(doc.data) ? missingMaterials(input) : [];
  return missing.length ? refuse('E-409', { missing: missing.map((material) => materials[material]).join('、') }, ['have', ...missing.map((material) => `absent_${material}`)]) : undefined;
}

/** A receipt has either an image or a signer (E-410), and says what is missing, why, or where to. Through the link it is given once, and only while the link holds. */
export function receivable({ doc, input, by, world }: S<z.output<typeof receiptInput>>): Refusal | undefined {
  const { link } = doc.data;
  if (by.role === 'outside' && (link.used || link.serial !== input.serial || world.now.toISOString() > link.until)) return refuse('stale');
  const noticed = input.result === 'filed' || input.result === 'declined';
  if (by.role === 'outside' && noticed) return refuse('input', { fields: '立案、不予立案请以通知书告知移送单位' }, ['result']);
  if (!input.file && !(doc.data.receipt.file && !doc.data.receipt.result) && !input.signer) return refuse('E-410', {}, ['signer']);
  const asks: Readonly<Record<string, string>> = { supplement: '请写明需补充哪些材料', returned: '请写明退回理由', redirected: '请写明转送哪个机关' };
  const asked = asks[input.result];
  if (asked && input.words.length < 2) return refuse('input', { fields: asked }, ['words']);
  return noticed && input.no.length < 2 ? refuse('input', { fields: '请填写通知书文号' }, ['no']) : undefined;
}

/** 提请复议 once, and 建议立案监督, within three days of the notice (T42). */
export function answerable({ doc, input, world }: S<z.output<typeof wayInput>>): Refusal | undefined {
  if (input.way === 'own') return undefined;
  if (!isToPolice(doc.data)) return refuse('input', { fields: '该机关的决定不适用复议和立案监督，请选「依法行政处理」' }, ['way']);
  if (input.way === 'review' && doc.data.answers.some((answer) => answer.way === 'review')) return refuse('input', { fields: '已提请过复议，可建议立案监督' }, ['way']);
  const limit = latest(doc.clocks, 'T42');
  const over = limit !== undefined && Date.parse(limit.due.dueAt) <= world.now.getTime();
  return over ? refuse('input', { fields: '提请复议、建议立案监督的 3 日期限已过，请选「依法行政处理」' }, ['way']) : undefined;
}
