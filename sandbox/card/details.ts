import { fields, isFields, list, text, type Fields } from '../json.ts';

/** What a single component may not be beyond its shape: the sentence of what is wrong. */
type Detail = (node: Fields) => string | undefined;

const dated = ['date_picker', 'picker_time', 'picker_datetime'];

/** Components that are documented to need a callback where no form collects them. */
export const needCallback = new Set(['select_static', 'select_person', ...dated]);

function length(value: unknown): number {
  return [...text(value)].length;
}

function optionValues(node: Fields): string[] {
  return list(node['options']).map((option) => text(fields(option)['value']));
}

/** The first value that stands twice in a list, empty ones aside. */
export function repeated(values: string[]): string | undefined {
  return values.find((value, index) => value !== '' && values.indexOf(value) !== index);
}

const choices: Detail = (node) => {
  const values = optionValues(node);
  const twice = repeated(values);
  if (twice !== undefined) return `option value is not unique; ErrorValue: ${twice}`;
  const initial = [
    ...(node['initial_option'] === undefined ? [] : [text(node['initial_option'])]),
    ...list(node['selected_values']).map(text),
  ];
  const strange = values.length === 0 ? undefined : initial.find((value) => value !== '' && !values.includes(value));
  if (strange !== undefined) return `initial option is not among the options; ErrorValue: ${strange}`;
  const index = node['initial_index'];
  return typeof index === 'number' && index > values.length ? 'initial_index is out of range' : undefined;
};

const behaviors: Detail = (node) => {
  for (const behavior of list(node['behaviors']).map(fields)) {
    const urls = ['default_url', 'android_url', 'ios_url', 'pc_url'].map((key) => text(behavior[key]));
    if (behavior['type'] === 'open_url' && urls.every((url) => url === '')) return 'open_url needs default_url';
    const { value } = behavior;
    if (behavior['type'] === 'callback' && value !== undefined && typeof value !== 'string' && !isFields(value))
      return 'callback value must be an object or a string';
  }
  return undefined;
};

const fits: Record<string, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  lark_md: (value) => typeof value === 'string',
  markdown: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  date: (value) => typeof value === 'number',
  options: (value) =>
    typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string' || isFields(each))),
  persons: (value) => typeof value === 'string' || (Array.isArray(value) && value.every((each) => typeof each === 'string')),
};

/** What is wrong with the rows of a table (200915). */
export const rowsFault: Detail = (node) => {
  const types = new Map(list(node['columns']).map((column) => [text(fields(column)['name']), text(fields(column)['data_type'] ?? 'text')]));
  if (types.size < list(node['columns']).length) return 'column name is not unique';
  for (const [index, row] of list(node['rows']).entries()) {
    for (const [name, value] of Object.entries(fields(row))) {
      const type = types.get(name);
      if (type === undefined) return `row names no column; ErrorValue: ${name}`;
      if (value !== null && fits[type]?.(value) !== true) return `value is not a ${type}; ErrPath: ROOT -> rows -> [${index}] -> ${name}`;
    }
  }
  return undefined;
};

function markdownTables(content: string): number {
  return [...content.matchAll(/^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/gm)].length;
}

const byTag: Record<string, Detail> = {
  button: (node) => (length(fields(node['text'])['content']) > 100 ? 'button text is longer than 100' : undefined),
  input: (node) =>
    length(node['default_value']) > (Number(node['max_length']) || 1000) ? 'default_value is longer than max_length' : undefined,
  checker: (node) => (list(fields(node['button_area'])['buttons']).length > 3 ? 'more than 3 buttons' : undefined),
  markdown: (node) => (markdownTables(text(node['content'])) > 4 ? 'more than 4 tables in markdown' : undefined),
  column_set: (node) =>
    list(node['columns']).some((each) => fields(each)['tag'] !== 'column') ? 'columns must be of tag column' : undefined,
};

/** What is wrong with a component by itself; undefined when nothing is. */
export function detailFault(node: Fields): string | undefined {
  return choices(node) ?? behaviors(node) ?? byTag[text(node['tag'])]?.(node);
}
