import { dateIn, given, listOf, textOf, type Form } from './form-values.ts';

/** 申请延期. */
export function extensionFromForm(form: Form): Record<string, unknown> {
  return given({ dueDate: dateIn(form, 'dueDate'), reason: textOf(form, 'reason') });
}

/** 说明原因. */
export function delayFromForm(form: Form): Record<string, unknown> {
  return given({ reason: textOf(form, 'reason'), expected: dateIn(form, 'expected') });
}

/** 不批准、退回补充核实: the chosen reason goes before the explanation, which alone has to be long enough (E-407). */
export function decisionFromForm(form: Form): Record<string, unknown> {
  const choice = textOf(form, 'choice') ?? '';
  const reason = textOf(form, 'reason') ?? '';
  return { choice, reason: choice && reason.length >= 10 ? `${choice}：${reason}` : reason };
}

/** 登记回执, 登记复议结果. */
export function receiptFromForm(form: Form): Record<string, unknown> {
  return given({ result: textOf(form, 'result'), no: textOf(form, 'no'), date: dateIn(form, 'date'), signer: textOf(form, 'signer'), words: textOf(form, 'words') });
}

/** 登记已移送: the materials that are there, and of each other one why it is not. */
export function deliveryFromForm(form: Form): Record<string, unknown> {
  return given({ have: listOf(form, 'have'), absent: given({ things: textOf(form, 'absent_things'), tests: textOf(form, 'absent_tests'), other: textOf(form, 'absent_other') }) });
}

/** 登记处罚决定. */
export function penaltyFromForm(form: Form): Record<string, unknown> {
  return given({ no: textOf(form, 'no'), date: dateIn(form, 'date') });
}

/** 改期: the picker's moment as `2026-12-09 15:00`, without its offset. */
export function moveFromForm(form: Form): Record<string, unknown> {
  return given({ start: textOf(form, 'start')?.slice(0, 16).replace('T', ' '), place: textOf(form, 'place'), reason: textOf(form, 'reason') });
}

/** 记一条议定. */
export function resolutionFromForm(form: Form): Record<string, unknown> {
  return given({ what: textOf(form, 'what'), organ: textOf(form, 'organ'), person: textOf(form, 'person'), dueDate: dateIn(form, 'dueDate') });
}
