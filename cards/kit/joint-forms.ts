import { dateIn, given, listOf, minuteIn, textOf, type Form } from './form-values.ts';

/** 启动联合执法. */
export function startFromForm(form: Form): Record<string, unknown> {
  return given({
    trigger: textOf(form, 'trigger'), document: textOf(form, 'document'), file: textOf(form, 'file'), lead: textOf(form, 'lead'), members: listOf(form, 'members'),
    goal: textOf(form, 'goal'), firstAt: minuteIn(form, 'firstAt'), dueDate: dateIn(form, 'dueDate'),
  });
}

/** 修改方案. */
export function planFromForm(form: Form): Record<string, unknown> {
  const texts = Object.fromEntries(['goal', 'steps', 'evidence', 'safety', 'publicity', 'summary'].map((name) => [name, textOf(form, name)]));
  return given({ ...texts, firstAt: minuteIn(form, 'firstAt'), dueDate: dateIn(form, 'dueDate') });
}

/** 登记行动. */
export function actionFromForm(form: Form): Record<string, unknown> {
  return given({ organ: textOf(form, 'organ'), people: listOf(form, 'people'), date: dateIn(form, 'date'), power: textOf(form, 'power'), what: textOf(form, 'what'), result: textOf(form, 'result') });
}
