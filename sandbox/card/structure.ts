import { fields, isFields, list, text, type Fields } from '../json.ts';
import { components, type Component } from './locate.ts';
import { detailFault, needCallback, repeated, rowsFault } from './details.ts';
import { colorNames, sizeNames } from './shapes-data.ts';
import { errPath, parseFault, type CardFault } from './fault.ts';

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
  if (lost !== undefined) return { code: 200914, message: `table must be at the root; ErrPath: ${errPath(lost.path)}` };
  const form = all.find((each) => tagOf(each) === 'form' && each.path.length > 3);
  if (form !== undefined) return { code: 200621, message: `form must be at the root; ErrPath: ${errPath(form.path)}` };
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

const details: Rule = (_card, all) => {
  for (const { node, path, form } of all) {
    const tag = text(node['tag']);
    const wrong = detailFault(node);
    if (wrong !== undefined) return parseFault(path, wrong);
    const calls = list(node['behaviors']).some((each) => fields(each)['type'] === 'callback');
    if (needCallback.has(tag) && form === undefined && !calls) return parseFault(path, `property behaviors is required: ${tag}`);
    if (tag === 'column' && path.at(-2) !== 'columns') return parseFault(path, 'column must be in a column_set');
  }
  return undefined;
};

/** Tables and charts have codes of their own. */
const figures: Rule = (_card, all) => {
  for (const { node, path } of all) {
    const rows = tagOf({ node, path }) === 'table' ? rowsFault(node) : undefined;
    if (rows !== undefined) return { code: 200915, message: `table rows are invalid, ${rows}` };
    const spec = fields(node['chart_spec']);
    if (tagOf({ node, path }) === 'chart' && text(spec['type']) === '')
      return { code: 200550, message: `chart spec is invalid, type is required; ErrPath: ${errPath([...path, 'chart_spec', 'type'])}` };
  }
  return undefined;
};

/** Sizes and colours that are not the platform's are named in the card's own style. */
const styles: Rule = (card, all) => {
  const style = fields(fields(card['config'])['style']);
  const source = JSON.stringify([card['header'], ...all.map(({ node }) => node)], (key, value: unknown) =>
    key === 'chart_spec' || key === 'header_style' ? undefined : value,
  );
  const used = [...source.matchAll(/"(text_size|text_color|color|background_style|background_color|border_color|fill_color)":"([^"]+)"/g)];
  for (const [, key = '', value = ''] of used) {
    const [names, own] = key === 'text_size' ? [sizeNames, style['text_size']] : [colorNames, style['color']];
    if (!names.test(value) && !Object.hasOwn(fields(own), value)) return parseFault([key], `value not supported: ${value}, not a ${key}`);
  }
  return undefined;
};

/** An audio may not be forwarded (contract 7.3). */
const sound: Rule = (card, all) =>
  all.some((each) => tagOf(each) === 'audio') && fields(card['config'])['enable_forward'] !== false
    ? { code: 300230, message: 'enable_forward must be false in a card with audio' }
    : undefined;

const rules: Rule[] = [sharing, sizes, places, forms, ids, details, figures, styles, sound];

/** The first breach of the rules that look at a card as a whole (contract 7.2, 7.4, 7.5). */
export function checkStructure(card: Fields): CardFault | undefined {
  const all = components(card);
  for (const rule of rules) {
    const fault = rule(card, all);
    if (fault !== undefined) return fault;
  }
  return undefined;
}
