import { fields, isFields, list, text, type Fields } from '../json.ts';
import { components, type Component } from './locate.ts';
import type { CardFault } from './validate.ts';

const named = new Set([
  'button',
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'overflow',
  'checker',
  'select_img',
]);
const formOnly = new Set(['multi_select_static', 'multi_select_person']);
const holders = new Set(['column_set', 'form', 'collapsible_panel', 'interactive_container']);

/** Tags that a container must not hold at any depth. */
const barred: Record<string, string[]> = {
  column_set: ['form', 'table', 'img_combination'],
  form: ['table', 'form', 'chart'],
  collapsible_panel: ['form', 'table'],
  interactive_container: ['form', 'table'],
};

function tagOf(component: Component): string {
  return text(component.node['tag']);
}

function countTags(value: unknown): number {
  if (Array.isArray(value)) return list(value).reduce<number>((sum, each) => sum + countTags(each), 0);
  if (!isFields(value)) return 0;
  return Object.values(value).reduce<number>((sum, each) => sum + countTags(each), typeof value['tag'] === 'string' ? 1 : 0);
}

function depth(node: unknown): number {
  if (!isFields(node)) return 0;
  const inner = Math.max(0, ...[...list(node['elements']), ...list(node['columns'])].map(depth));
  return inner + (holders.has(text(node['tag'])) ? 1 : 0);
}

function repeated(values: string[]): string | undefined {
  return values.find((value, index) => value !== '' && values.indexOf(value) !== index);
}

function markdownTables(content: string): number {
  return [...content.matchAll(/^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?\s*$/gm)].length;
}

function nameFault(what: string): CardFault {
  return { code: 200530, message: what };
}

type Rule = (card: Fields, all: Component[]) => CardFault | undefined;

const sizes: Rule = (card, all) => {
  if (countTags(card) > 200) return { code: 11310, message: 'element exceeds the limit' };
  const tables = all.filter((each) => tagOf(each) === 'table');
  if (tables.length > 5) return { code: 11310, message: 'card table number over limit; ErrorValue: table' };
  const deepest = Math.max(0, ...list(fields(card['body'])['elements']).map(depth));
  return deepest > 5 ? { code: 11310, message: `element nesting exceeds the limit; ErrorValue: ${deepest}` } : undefined;
};

const sharing: Rule = (card) =>
  fields(card['config'])['update_multi'] === false ? { code: 300302, message: 'update_multi must be true in schema 2.0' } : undefined;

const places: Rule = (_card, all) => {
  const lost = all.find((each) => tagOf(each) === 'table' && each.path.length > 3);
  if (lost !== undefined) return { code: 200914, message: `table must be at the root; ErrPath: ROOT -> ${lost.path.join(' -> ')}` };
  const form = all.find((each) => tagOf(each) === 'form' && each.path.length > 3);
  if (form !== undefined) return { code: 200621, message: `form must be at the root; ErrPath: ROOT -> ${form.path.join(' -> ')}` };
  for (const holder of all) {
    const bad = barred[tagOf(holder)];
    const inner = bad === undefined ? [] : components({ body: { elements: [holder.node] } }).slice(1);
    const found = inner.find((each) => bad?.includes(tagOf(each)));
    if (found !== undefined) return { code: 200621, message: `${tagOf(holder)} can not contain ${tagOf(found)}` };
  }
  const loose = all.find((each) => formOnly.has(tagOf(each)) && each.form === undefined);
  return loose === undefined ? undefined : { code: 200621, message: `${tagOf(loose)} must be in a form container` };
};

const forms: Rule = (_card, all) => {
  for (const form of all.filter((each) => tagOf(each) === 'form')) {
    const inner = all.filter((each) => each.form === form.node);
    if (text(form.node['name']) === '') return nameFault('form container has no name');
    const submit = inner.some((each) => each.node['form_action_type'] === 'submit' || each.node['action_type'] === 'form_submit');
    if (!submit) return { code: 200621, message: 'no submit button in the form container' };
    const nameless = inner.find((each) => named.has(tagOf(each)) && text(each.node['name']) === '');
    if (nameless !== undefined) return nameFault(`form component has no name; ErrorValue: ${tagOf(nameless)}`);
  }
  const twice = repeated(all.filter((each) => named.has(tagOf(each)) || tagOf(each) === 'form').map((each) => text(each.node['name'])));
  return twice === undefined ? undefined : nameFault(`name is not unique; ErrorValue: ${twice}`);
};

const ids: Rule = (_card, all) => {
  const given = all.map((each) => each.node['element_id']).filter((id) => typeof id === 'string');
  const bad = given.find((id) => !/^[A-Za-z][A-Za-z0-9_]{0,19}$/.test(id));
  if (bad !== undefined) return { code: 200621, message: `element_id is invalid; ErrorValue: ${bad}` };
  const twice = repeated(given);
  return twice === undefined ? undefined : { code: 300301, message: `element_id is not unique; ErrorValue: ${twice}` };
};

function over(node: Fields, key: string, range: [number, number]): boolean {
  const value = node[key];
  return typeof value === 'number' && (value < range[0] || value > range[1]);
}

function detail(node: Fields): string | undefined {
  const tag = text(node['tag']);
  const optionValues = list(node['options']).map((option) => text(fields(option)['value']));
  const twice = repeated(optionValues);
  if (twice !== undefined) return `option value is not unique; ErrorValue: ${twice}`;
  if (tag === 'button' && [...text(fields(node['text'])['content'])].length > 100) return 'button text is longer than 100';
  if (tag === 'input' && over(node, 'max_length', [1, 1000])) return 'max_length must be 1 to 1000';
  if (tag === 'input' && [...text(node['default_value'])].length > (Number(node['max_length']) || 1000))
    return 'default_value is longer than max_length';
  if (tag === 'column' && over(node, 'weight', [1, 5])) return 'weight must be 1 to 5';
  if (tag === 'table' && over(node, 'page_size', [1, 10])) return 'page_size must be 1 to 10';
  if (tag === 'table' && list(node['columns']).length > 50) return 'more than 50 columns';
  if (tag === 'checker' && list(fields(node['button_area'])['buttons']).length > 3) return 'more than 3 buttons';
  if (tag === 'markdown' && markdownTables(text(node['content'])) > 4) return 'more than 4 tables in markdown';
  return undefined;
}

const details: Rule = (card, all) => {
  if (list(fields(card['header'])['text_tag_list']).length > 3) return { code: 200621, message: 'more than 3 text tags' };
  for (const { node, path } of all) {
    const message = detail(node);
    if (message !== undefined) return { code: 200621, message: `${message}; ErrPath: ROOT -> ${path.join(' -> ')}` };
  }
  return undefined;
};

const rules: Rule[] = [sharing, sizes, places, forms, ids, details];

/** The first breach of the rules that look at a card as a whole (contract 7.2, 7.4, 7.5). */
export function checkStructure(card: Fields): CardFault | undefined {
  const all = components(card);
  for (const rule of rules) {
    const fault = rule(card, all);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
