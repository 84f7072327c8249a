/** The values of a form as the platform sends them: text, lists of text, truth values; what was not touched may be missing. */
export type Form = Readonly<Record<string, unknown>>;

/** Turns a form into the input of an act; fields that the form does not hold are left out. */
export type FormReader = (form: Form) => Record<string, unknown>;

/** A line of text without the spaces around it; undefined where the form does not hold it. */
export function textOf(form: Form, name: string): string | undefined {
  const value = form[name];
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' ? String(value) : undefined;
}

/** The choices of a multiple choice; undefined where the form does not hold it. */
export function listOf(form: Form, name: string): string[] | undefined {
  const value = form[name];
  if (Array.isArray(value)) return value.map(String).filter(Boolean);
  return typeof value === 'string' ? [value].filter(Boolean) : undefined;
}

/** Names typed in one line, divided by 、 or commas, semicolons, line breaks; each once. */
export function namesOf(form: Form, name: string): string[] | undefined {
  const text = textOf(form, name);
  return text === undefined ? undefined : [...new Set(text.split(/[、，,；;\n]+/).map((part) => part.trim()).filter(Boolean))];
}

/** The ISO date of a date picker, which sends `2025-06-10 +0800`; empty where nothing was chosen. */
export function dateIn(form: Form, name: string): string | undefined {
  const text = textOf(form, name);
  return text === undefined ? undefined : (/^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '');
}

/** The `yyyy-MM-dd HH:mm` of a picker of day and time, which adds its zone; empty where nothing was chosen. */
export function minuteIn(form: Form, name: string): string | undefined {
  const text = textOf(form, name);
  return text === undefined ? undefined : (/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}/.exec(text.replace('T', ' '))?.[0] ?? '');
}

/** A sum typed in 万元 (or with its own unit), in whole yuan; null for an empty line, the text itself where it is no sum. */
export function yuanIn(form: Form, name: string): number | string | null | undefined {
  const text = textOf(form, name)?.replace(/[,，\s]/g, '');
  if (text === undefined || text === '') return text === undefined ? undefined : null;
  const found = /^(\d+(?:\.\d+)?)(亿|万)?(元)?$/.exec(text);
  if (!found) return text;
  const scale = found[2] === '亿' ? 1e8 : found[2] === '万' || !found[3] ? 1e4 : 1;
  return Math.round(Number(found[1]) * scale);
}

/** The same object without the fields that are undefined, so that absent ones stay as they were. */
export function given(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
