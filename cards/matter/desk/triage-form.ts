import { addWorkingDays, dateOf, dayText } from '../../../src/domain/time/deadlines.ts';
import { departments, limitsFor } from '../../../src/domain/competence/routing.ts';
import { competent } from '../../../src/domain/matter/routing/complaint-rows.ts';
import type { Matter } from '../../../src/domain/matter/matter.ts';
import { sendableOrgans } from '../../../src/domain/matter/routing/sending.ts';
import { act, typedList, typedText, type DrawInput } from '../../kit/draw.ts';
import { day, form, input as lineOf, multiSelect, select, submit, type Element, type Option } from '../../kit/kit.ts';
import { organName } from '../../kit/labels.ts';

type Input = DrawInput<Matter>;

/** The form of 书面报告: the same fields, and why no evidence could be fixed where there is none (AC-9.5). */
export function foundForm(input: Input): Element {
  return form('found-form', [
    ...sendFields(input),
    lineOf('unfixed', '无证据原因', { value: typedText(input, 'unfixed', ''), placeholder: '没有已固定证据的必填' }),
    submit('report', '书面报告', { tap: act(input, 'report', { card: 'triage' }), look: 'primary_filled', wide: true }),
  ]);
}

/** The form of 转办 (K30, K05): departments pre-chosen unless a person must confirm, the feedback limit never. */
export function sendForm(input: Input): Element {
  return form('send-form', [...sendFields(input), submit('send', '转办', { tap: act(input, 'send', { card: 'triage' }), look: 'primary_filled', wide: true })]);
}

/** The form by which a complaint goes to the one department that may accept it; its limits are the law's, so none is asked for. */
export function passForm(input: Input): Element {
  const { data } = input.doc;
  const preset = data.routing?.needConfirm ? '' : (competent(data)[0] ?? '');
  return form('pass-form', [
    select('organ', '有权部门 *', { options: organOptions(data).filter(({ value }) => data.complaints.every((one) => one.organ !== value)), value: typedText(input, 'organ', preset) }),
    lineOf('reason', '改选理由', { value: typedText(input, 'reason', ''), placeholder: '与建议不同时填写' }),
    submit('pass', '转办', { tap: act(input, 'pass', { card: 'triage' }), look: 'primary_filled', wide: true }),
  ]);
}

function sendFields(input: Input): Element[] {
  const { routing } = input.doc.data;
  const preset = routing && !routing.needConfirm ? sendableOrgans(input.doc.data) : [];
  return [
    multiSelect('organs', '承办部门 *', { options: organOptions(input.doc.data), values: typedList(input, 'organs', preset) }),
    select('days', '反馈时限 *', { options: limitOptions(input), value: typedText(input, 'days', ''), placeholder: `请选择（建议 ${adviceFor(input).suggested} 个工作日）` }),
    day('dueDate', '或指定日期', { value: typedText(input, 'dueDate', '').slice(0, 10) }),
    lineOf('requirement', '办理要求', { value: typedText(input, 'requirement', '核实并书面反馈') }),
    lineOf('reason', '改选理由', { value: typedText(input, 'reason', ''), placeholder: '与建议不同时填写' }),
  ];
}

/** Why the suggested number of days is what it is. */
export function adviceText(input: Input): string {
  return adviceFor(input).why;
}

function adviceFor({ doc }: Input) {
  const { data } = doc;
  const major = data.flags.includes('majorIssue');
  return limitsFor(data.kind, { urgent: data.urgent || (data.routing?.urgent ?? false), major });
}

function limitOptions(input: Input): Option[] {
  const { suggested, options } = adviceFor(input);
  const today = dateOf(input.world.now);
  return options.map((days) => {
    const date = addWorkingDays(today, days, input.world.calendar);
    return { value: `${days}:${date}`, text: `${days} 个工作日：${dayText(date)}${days === suggested ? '（建议）' : ''}` };
  });
}

// The suggested ones first; an organ that is itself reported is not offered at all (O12).
function organOptions(data: Matter): Option[] {
  const { depts = [], co = [], recused = [] } = data.routing ?? {};
  const barred = new Set([...data.reported, ...recused]);
  const order = [...new Set([...sendableOrgans(data), ...co, ...departments])].filter((code) => !barred.has(code));
  return order.map((value) => ({ value, text: `${organName(value)}${depts.includes(value) ? '（建议）' : co.includes(value) ? '（协办）' : ''}` }));
}
