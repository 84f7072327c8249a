import { dateIn, given, namesOf, textOf, type FormReader } from '../kit/form-values.ts';

/** 更名: names and a day; aliases in one line. */
export const renameFromForm: FormReader = (form) => given({ name: textOf(form, 'name'), short: textOf(form, 'short'), aliases: namesOf(form, 'aliases'), docPrefix: textOf(form, 'docPrefix'), from: dateIn(form, 'from') || undefined });
