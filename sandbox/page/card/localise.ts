import { languageTag } from '../language/language.ts';
import { texts, toNode, type Node } from './shape.ts';

/** Which property each table of languages stands for. */
const tables: Record<string, string> = {
  i18n_content: 'content',
  i18n_default_value: 'default_value',
  i18n_img_key: 'img_key',
  i18n_text_tag_list: 'text_tag_list',
};

/** The card with every text, picture and tag in one language; what has none in it, or in none that `config.locales` allows, stays as it is. */
export function localise(card: Node, locale: string): Node {
  const allowed = texts(toNode(card['config'])['locales']);
  const used = allowed.length === 0 || allowed.includes(locale) ? locale : '';
  return used === '' ? card : toNode(inLocale(card, used));
}

function inLocale(value: unknown, locale: string): unknown {
  if (Array.isArray(value)) return value.map((each) => inLocale(each, locale));
  if (value === null || typeof value !== 'object') return value;
  const given = value as Node;
  const chosen = Object.entries(tables).flatMap(([table, property]) => {
    const found = toNode(given[table])[locale];
    return found === undefined || found === '' ? [] : [[property, found] as const];
  });
  const whole = { ...given, ...Object.fromEntries(chosen) };
  return Object.fromEntries(Object.entries(whole).map(([key, each]) => [key, keptWhole.has(key) ? each : inLocale(each, locale)]));
}

/** What bots and charts get to see again must not change with the language of the viewer. */
const keptWhole = new Set(['value', 'chart_spec', 'rows']);

/** The page's language as the platform names it in cards. */
export function cardLocale(): string {
  return languageTag() === 'en' ? 'en_us' : 'zh_cn';
}
