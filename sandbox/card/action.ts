import type { Tap } from '../api/acts.ts';
import { fields, list, text, texts, type Fields } from '../json.ts';
import { components, type Component } from './locate.ts';

const ZONE = 'Asia/Shanghai';
const OFFSET = '+0800';

/** What stands in a field: null when nothing was chosen. */
type Value = string | string[] | boolean | null;

/** What the client makes of a tap: something to send, nothing to send, or a reason to stop. */
export type Deed = { send: Fields } | { send: null } | { stop: string; missing?: string[] };

const dated = new Set(['date_picker', 'picker_time', 'picker_datetime']);
const interactive = new Set([
  'input',
  'select_static',
  'multi_select_static',
  'select_person',
  'multi_select_person',
  'date_picker',
  'picker_time',
  'picker_datetime',
  'checker',
  'select_img',
]);

function initial(node: Fields): Value {
  const tag = text(node['tag']);
  if (tag === 'input') return text(node['default_value']);
  if (tag === 'checker') return node['checked'] === true;
  if (tag.startsWith('multi_select')) return texts(node['selected_values']);
  if (tag === 'date_picker') return text(node['initial_date']) || null;
  if (tag === 'picker_time') return text(node['initial_time']) || null;
  if (tag === 'picker_datetime') return text(node['initial_datetime']) || null;
  const index = node['initial_index'];
  const byIndex = typeof index === 'number' ? fields(list(node['options'])[index - 1])['value'] : undefined;
  return text(node['initial_option'] ?? byIndex) || null;
}

const shapes: Record<string, RegExp> = {
  date_picker: /^\d{4}-\d{2}-\d{2}$/,
  picker_time: /^\d{2}:\d{2}$/,
  picker_datetime: /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/,
};

function localPart(value: string): string {
  return value.replace(/ [+-]\d{4}$/, '');
}

/** Why a value cannot be in this component; undefined when it can. */
function misfit(node: Fields, value: Value, members: string[]): string | undefined {
  const tag = text(node['tag']);
  const label = text(node['name']) || tag;
  if (tag === 'input' && typeof value === 'string') {
    const most = typeof node['max_length'] === 'number' ? node['max_length'] : 1000;
    return [...value].length > most ? `${label} 超过 ${most} 字` : undefined;
  }
  if (dated.has(tag) && typeof value === 'string' && value !== '') {
    return shapes[tag]?.test(localPart(value)) === true ? undefined : `${label} 的日期格式不对`;
  }
  if (!tag.includes('select')) return undefined;
  const offered = list(node['options']).map((option) => text(fields(option)['value']));
  const allowed = tag.endsWith('select_person') && offered.length === 0 ? members : offered;
  const chosen = Array.isArray(value) ? value : typeof value === 'string' && value !== '' ? [value] : [];
  return chosen.every((each) => allowed.includes(each)) ? undefined : `${label} 没有这个选项`;
}

function onWire(tag: string, value: Value): Value {
  if (dated.has(tag) && typeof value === 'string' && value !== '') return `${localPart(value)} ${OFFSET}`;
  return value;
}

function isEmpty(value: Value): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function callbackValue(node: Fields): { value?: unknown } | undefined {
  const found = list(node['behaviors'])
    .map(fields)
    .find((behavior) => behavior['type'] === 'callback');
  if (found === undefined) return undefined;
  return found['value'] === undefined ? {} : { value: found['value'] };
}

function named(node: Fields): { name?: string } {
  return text(node['name']) === '' ? {} : { name: text(node['name']) };
}

/** Who may be chosen (open ids of the chat), and what stands for a choice that was not made. */
export interface Audience {
  members: string[];
  empty: 'absent' | 'empty';
}

/** Submits the form around a button: required fields first, then one callback with `form_value` (contract 6.2). */
function submit(form: Fields, button: Fields, tap: { form: Tap['form'] } & Audience): Deed {
  const values: Fields = {};
  const missing: string[] = [];
  for (const { node } of components({ body: { elements: [form] } })) {
    const tag = text(node['tag']);
    const name = text(node['name']);
    if (!interactive.has(tag) || name === '') continue;
    const value = tap.form?.[name] ?? initial(node);
    const wrong = misfit(node, value, tap.members);
    if (wrong !== undefined) return { stop: wrong };
    if (node['required'] === true && isEmpty(value)) missing.push(name);
    if (!isEmpty(value) || tag === 'input' || tap.empty === 'empty') values[name] = onWire(tag, value ?? '');
  }
  if (missing.length > 0) return { stop: '有必填项未填写', missing };
  return { send: { ...callbackValue(button), tag: 'button', timezone: ZONE, ...named(button), form_value: values } };
}

function chosen(node: Fields, tap: Tap): Value {
  const tag = text(node['tag']);
  if (tag === 'input') return tap.input ?? '';
  if (tag === 'checker') return tap.checked ?? node['checked'] !== true;
  return tap.options ?? tap.option ?? null;
}

function alone(node: Fields, tap: Tap, members: string[]): Deed {
  const tag = text(node['tag']);
  const callback = callbackValue(node);
  if (tag === 'button' || tag === 'interactive_container') {
    return callback === undefined
      ? { send: null }
      : { send: { ...callback, tag, ...named(node), ...(tag === 'button' ? { timezone: ZONE } : {}) } };
  }
  if (tag !== 'overflow' && !interactive.has(tag)) return { stop: '这里不能点' };
  const value = chosen(node, tap);
  if (isEmpty(value) && tag !== 'input') return { stop: '没有选择' };
  const wrong =
    tag === 'overflow' && !list(node['options']).some((option) => fields(option)['value'] === value)
      ? '没有这个选项'
      : misfit(node, value, members);
  if (wrong !== undefined) return { stop: wrong };
  if (callback === undefined && tag !== 'overflow') return { send: null };
  const said =
    tag === 'input'
      ? { input_value: value }
      : tag === 'checker'
        ? { checked: value }
        : Array.isArray(value)
          ? { options: value }
          : { option: onWire(tag, value) };
  return { send: { ...callback, tag, ...named(node), ...said, ...(dated.has(tag) ? { timezone: ZONE } : {}) } };
}

/** A button that opens an address and has nothing to say submits no form. */
function onlyLeads(button: Fields): boolean {
  const kinds = list(button['behaviors']).map((behavior) => fields(behavior)['type']);
  const acts = text(button['form_action_type']) !== '' || text(button['action_type']) !== '';
  return !acts && kinds.length > 0 && kinds.every((kind) => kind === 'open_url');
}

/** Builds `event.action` as the client does, or says why nothing is sent. */
export function deed(component: Component, tap: Tap, audience: Audience): Deed {
  const { node, form } = component;
  if (node['disabled'] === true) return { stop: text(fields(node['disabled_tips'])['content']) || '此处不可用' };
  if (form === undefined) return alone(node, tap, audience.members);
  if (node['tag'] !== 'button') return interactive.has(text(node['tag'])) ? { send: null } : alone(node, tap, audience.members);
  if (node['form_action_type'] === 'reset' || node['action_type'] === 'form_reset') return { send: null };
  return onlyLeads(node) ? { send: null } : submit(form, node, { form: tap.form, ...audience });
}
