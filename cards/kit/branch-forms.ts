import { dateIn, given, listOf, minuteIn, textOf, type Form } from './form-values.ts';

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

/** 修改、提请会商: organs, the picker's moment, and the reason of an urgent meeting. */
export function wishFromForm(form: Form): Record<string, unknown> {
  return given({ organs: listOf(form, 'organs'), start: minuteIn(form, 'start'), place: textOf(form, 'place'), urgent: textOf(form, 'urgent'), reason: textOf(form, 'reason') });
}

/** 征询时间: the ticks that are set, each named after the beginning it stands for, and who will come. */
export function timesFromForm(form: Form): Record<string, unknown> {
  const ticked = Object.entries(form).filter(([name, value]) => name.startsWith('at_') && (value === true || value === 'true'));
  return given({ starts: ticked.map(([name]) => new Date(Number.parseInt(name.slice(3), 36)).toISOString()), person: textOf(form, 'person') });
}

/** 记一条议定, 改正议定. */
export function resolutionFromForm(form: Form): Record<string, unknown> {
  return given({
    kind: textOf(form, 'kind') || undefined, what: textOf(form, 'what'), organ: textOf(form, 'organ'), co: listOf(form, 'co'), person: textOf(form, 'person'), dueDate: dateIn(form, 'dueDate'), reason: textOf(form, 'reason'),
  });
}
