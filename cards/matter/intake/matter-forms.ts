import { dateIn, given, listOf, namesOf, textOf, yuanIn, type Form } from '../../kit/form-values.ts';

const truth: Readonly<Record<string, boolean>> = { yes: true, no: false };

/** Facts of a matter as the forms of K01 and K02 hold them; an empty choice is left as it was. */
export function factsFromForm(form: Form): Record<string, unknown> {
  const chosen = (name: string) => textOf(form, name) || undefined;
  return given({
    kind: chosen('kind'), project: textOf(form, 'project'), cityLevel: chosen('cityLevel'), category: chosen('category'), stage: chosen('stage'),
    violations: listOf(form, 'violations'), subjects: listOf(form, 'subjects'), named: namesOf(form, 'named'),
    mandate: mandateIn(form), signal: textOf(form, 'signal'), amountYuan: yuanIn(form, 'amountYuan'), source: chosen('source'), happened: dateIn(form, 'happened'), anonymous: truth[textOf(form, 'anonymous') ?? ''],
  });
}

// The three fields of a 交办 stand on a form together or not at all.
function mandateIn(form: Form): { organ: string; no: string; dueDate: string } | undefined {
  const organ = textOf(form, 'mandateOrgan');
  return organ === undefined ? undefined : { organ, no: textOf(form, 'mandateNo') ?? '', dueDate: dateIn(form, 'mandateDue') ?? '' };
}

/** 转办: an own date goes before the offered ones; an offered one is taken as the day that was shown. */
export function sendFromForm(form: Form): Record<string, unknown> {
  const [days, shown] = (textOf(form, 'days') ?? '').split(':');
  const dueDate = dateIn(form, 'dueDate') || shown;
  return given({ organs: listOf(form, 'organs') ?? [], dueDate: dueDate || undefined, days: dueDate || !days ? undefined : Number(days), requirement: textOf(form, 'requirement') || undefined, reason: textOf(form, 'reason'), unfixed: textOf(form, 'unfixed') });
}

/** 确认市本级. */
export function scopeFromForm(form: Form): Record<string, unknown> {
  return given({ cityLevel: textOf(form, 'cityLevel') || undefined, basis: textOf(form, 'basis') ?? '' });
}
