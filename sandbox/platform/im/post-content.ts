import { fields, isFields, list, text, type Fields } from '../../json.ts';

/** Languages a post may be written in. */
const locales = /^(zh_cn|en_us|ja_jp|zh_hk|zh_tw|id_id|vi_vn|th_th|pt_br|es_es|ko_kr|de_de|fr_fr|it_it|ru_ru|ms_my)$/;
const styles = ['bold', 'underline', 'lineThrough', 'italic'];

const required: Record<string, readonly string[]> = {
  text: ['text'],
  a: ['text', 'href'],
  at: ['user_id'],
  img: ['image_key'],
  media: ['file_key'],
  emotion: ['emoji_type'],
  hr: [],
  code_block: ['text'],
  md: ['text'],
};

function nodeFault(node: Fields): string | undefined {
  const tag = text(node['tag']);
  const needed = Object.hasOwn(required, tag) ? required[tag] : undefined;
  if (needed === undefined) return `unknown tag: ${tag}`;
  const missing = needed.find((key) => typeof node[key] !== 'string');
  if (missing !== undefined) return `${tag} needs ${missing}`;
  const strange = list(node['style']).find((style) => !styles.includes(text(style)));
  return strange === undefined ? undefined : `unknown style: ${text(strange)}`;
}

/** Some things stand alone in their paragraph. */
function rowFault(row: unknown): string | undefined {
  if (!Array.isArray(row)) return 'a paragraph must be a list';
  const nodes = (row as unknown[]).map(fields);
  const alone = nodes.find((node) => ['md', 'hr', 'code_block', 'media'].includes(text(node['tag'])));
  if (alone !== undefined && nodes.length > 1) return `${text(alone['tag'])} must be alone in its paragraph`;
  for (const node of nodes) {
    const fault = nodeFault(node);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** What is wrong with a post as it is sent: languages around titles and paragraphs; undefined when it is right. */
export function postFault(content: Fields): string | undefined {
  const bodies = Object.entries(content);
  if (bodies.length === 0) return 'post needs a locale with content';
  for (const [locale, body] of bodies) {
    if (!locales.test(locale) || !isFields(body)) return `post needs a locale with content, got ${locale}`;
    if (!Array.isArray(body['content'])) return 'post needs a locale with content';
    const fault = list(body['content'])
      .map(rowFault)
      .find((each) => each !== undefined);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Every node of a post in all its languages. */
export function postNodes(content: Fields): Fields[] {
  return Object.values(content)
    .flatMap((body) => list(fields(body)['content']))
    .flatMap((row) => list(row))
    .map(fields);
}
