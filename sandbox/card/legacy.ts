import { fields, isFields, list, text, type Fields } from '../json.ts';
import type { CardFault } from './fault.ts';

/** Whether a card is of JSON 1.0: it names no schema, or the first. */
export function isLegacy(card: Fields): boolean {
  return card['schema'] !== '2.0' && Object.keys(card).length > 0;
}

const tags = new Set(
  (
    'div markdown hr img note action column_set column button select_static select_person overflow date_picker picker_time ' +
    'picker_datetime form input table chart img_combination person person_list multi_select_static multi_select_person checker ' +
    'collapsible_panel interactive_container select_img'
  ).split(' '),
);

function elementsIn(card: Fields): unknown[] {
  return Array.isArray(card['elements']) ? list(card['elements']) : list(Object.values(fields(card['i18n_elements']))[0]);
}

/** What is wrong with a 1.0 card, as far as the sandbox looks: it has elements and their tags are known. */
export function legacyFault(card: Fields): CardFault | undefined {
  if (card['schema'] !== undefined && card['schema'] !== '1.0')
    return { code: 200621, message: 'parse card json err, schema is invalid; ErrPath: ROOT -> schema' };
  if (!Array.isArray(card['elements']) && !isFields(card['i18n_elements']) && !isFields(card['header']))
    return { code: 200621, message: 'parse card json err, elements is required; ErrPath: ROOT' };
  for (const [index, element] of elementsIn(card).entries()) {
    const tag = text(fields(element)['tag']);
    if (!tags.has(tag))
      return { code: 200621, message: `parse card json err, unknown tag: ${tag}; ErrPath: ROOT -> elements -> [${index}]` };
  }
  return undefined;
}

/** A tap's meaning in 1.0 is `value` and the links beside it; in 2.0 both are behaviors. */
function withBehaviors(node: Fields): Fields {
  const { value, url, multi_url: links, ...rest } = node;
  const target = isFields(links) ? links : text(url) === '' ? undefined : { url };
  const behaviors = [
    ...(target === undefined ? [] : [{ type: 'open_url', ...target, default_url: target['url'], url: undefined }]),
    ...(value === undefined ? [] : [{ type: 'callback', value }]),
  ].map((each) => Object.fromEntries(Object.entries(each).filter(([, given]) => given !== undefined)));
  return behaviors.length === 0 || rest['behaviors'] !== undefined ? { ...rest } : { ...rest, behaviors };
}

function row(actions: unknown[]): Fields {
  const columns = actions.filter(isFields).map((each) => ({ tag: 'column', width: 'auto', elements: modern(each) }));
  return { tag: 'column_set', flex_mode: 'flow', horizontal_spacing: '8px', columns };
}

function note(elements: unknown[]): Fields {
  const words = elements.map((each) => text(fields(each)['content'])).filter((each) => each !== '');
  return { tag: 'markdown', content: words.join(' '), text_size: 'notation' };
}

/** A 1.0 element as 2.0 elements that look and act alike. */
function modern(node: Fields): Fields[] {
  const tag = text(node['tag']);
  if (tag === 'action') return [row(list(node['actions']))];
  if (tag === 'note') return [note(list(node['elements']))];
  if (tag === 'div') {
    const { extra, ...rest } = node;
    return [rest, ...(isFields(extra) ? modern(extra) : [])];
  }
  if (tag === 'column_set') {
    const columns = list(node['columns']).map(fields);
    return [{ ...node, columns: columns.map((column) => ({ ...column, elements: inner(column) })) }];
  }
  if (Array.isArray(node['elements'])) return [{ ...node, elements: inner(node) }];
  return [withBehaviors(node)];
}

function inner(node: Fields): Fields[] {
  return list(node['elements']).filter(isFields).flatMap(modern);
}

/** The 2.0 card that draws and acts like a 1.0 card; a 2.0 card as it is. */
export function upgraded(card: Fields): Fields {
  if (!isLegacy(card)) return card;
  const { elements: _elements, i18n_elements: _translated, config, ...rest } = card;
  const { wide_screen_mode: wide, ...settings } = fields(config);
  return {
    ...rest,
    schema: '2.0',
    config: { ...settings, ...(wide === true ? { width_mode: 'fill' } : {}) },
    body: { elements: elementsIn(card).filter(isFields).flatMap(modern) },
  };
}
