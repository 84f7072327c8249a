import MarkdownIt, { type StateInline, type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import { fullDay, shortDay, wallTime } from '../kit/dates.ts';
import { cssColor, hueOf } from './color.ts';
import { t } from '../language/language.ts';

/** What a text needs from its card: names of people and own colours. */
export interface MarkdownScene {
  nameOf(id: string): string;
  colors: Record<string, string>;
}

type Attributes = Record<string, string>;

const tagShape = /^<(\/?)(at|font|text_tag|number_tag|link|a|person|local_datetime|br|hr|raw)((?:\s+[\w-]+\s*=\s*(?:'[^']*'|"[^"]*"|[^\s>'"]+))*)\s*(\/?)>/;

/** Makes the renderer of card markdown: CommonMark without HTML, plus the platform's own tags. */
export function createMarkdown(): (source: string, scene: MarkdownScene) => string {
  const engine = new MarkdownIt({ html: false, linkify: true, breaks: true });
  engine.use(cjkFriendly);
  engine.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  engine.inline.ruler.before('html_inline', 'platform_tag', takeTag);
  engine.renderer.rules['platform_tag'] = (...[tokens, at, , env]) => drawTag(tokens[at], (env as { scene: MarkdownScene }).scene);
  engine.renderer.rules['image'] = (tokens: Token[], at: number) => `<span class="img-place">${t('image')} ${escape(tokens[at]?.content ?? '')}</span>`;
  engine.renderer.rules['link_open'] = (tokens: Token[], at: number) =>
    `<a href="${escape(String(tokens[at]?.attrGet('href') ?? '#'))}" target="_blank" rel="noopener noreferrer">`;
  return (source, scene) => engine.render(source, { scene });
}

function takeTag(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 60) return false;
  const found = tagShape.exec(state.src.slice(state.pos));
  if (found === null) return false;
  if (!silent) {
    const token = state.push('platform_tag', found[2] ?? '', 0);
    token.meta = { closing: found[1] === '/', attributes: attributesOf(found[3] ?? '') };
  }
  state.pos += found[0].length;
  return true;
}

function attributesOf(source: string): Attributes {
  const found = source.matchAll(/([\w-]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^\s>'"]+))/g);
  return Object.fromEntries([...found].map((match) => [match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? '']));
}

function drawTag(token: Token | undefined, scene: MarkdownScene): string {
  const { closing, attributes } = (token?.meta ?? { closing: false, attributes: {} }) as { closing: boolean; attributes: Attributes };
  const drawers: Record<string, (given: Attributes, scene: MarkdownScene) => string> = closing ? closers : openers;
  return drawers[token?.tag ?? '']?.(attributes, scene) ?? '';
}

const closers: Record<string, () => string> = {
  font: () => '</span>', text_tag: () => '</span>', number_tag: () => '</span>', a: () => '</a>', link: () => '</a>',
};

const openers: Record<string, (given: Attributes, scene: MarkdownScene) => string> = {
  br: () => '<br>',
  hr: () => '<hr>',
  at: (given, scene) => mentions(given, scene),
  person: (given, scene) => `<span class="at">${escape(scene.nameOf(given['id'] ?? ''))}</span>`,
  font: (given, scene) => `<span style="color:${cssColor(given['color'] ?? '', scene.colors) ?? 'inherit'}">`,
  text_tag: (given) => {
    const hue = hueOf(given['color'] ?? '') ?? 'grey';
    return `<span class="text-tag" style="--hue:var(--hue-${hue});--fill:var(--fill-${hue})">`;
  },
  number_tag: () => '<span class="number-tag">',
  a: (given) => anchor(given['href'] ?? ''),
  link: (given) => anchor(given['url'] ?? given['pc_url'] ?? ''),
  local_datetime: (given) => escape(momentText(Number(given['millisecond']), given['format_type'] ?? '')),
};

function mentions(given: Attributes, scene: MarkdownScene): string {
  const ids = (given['ids'] ?? given['id'] ?? '').split(',').filter((id) => id !== '');
  const names = ids.length > 0 ? ids.map((id) => scene.nameOf(id)) : [given['email'] ?? ''];
  return names.map((name) => `<span class="at">@${escape(name)}</span>`).join(' ');
}

function anchor(address: string): string {
  const href = /^(https?|lark|mailto):/i.test(address) ? address : '#';
  return `<a href="${escape(href)}" target="_blank" rel="noopener noreferrer">`;
}

function momentText(moment: number, format: string): string {
  if (!Number.isFinite(moment)) return '';
  const at = wallTime(moment);
  if (format === 'time' || format === 'time_sec') return at.time;
  if (format === 'week' || format === 'week_short') return at.weekday;
  if (format === 'date_short') return shortDay(moment);
  if (format === 'date_num') return `${at.year}-${String(at.month).padStart(2, '0')}-${String(at.day).padStart(2, '0')}`;
  return format === 'date' ? fullDay(moment) : `${fullDay(moment)} ${at.time}`;
}

function escape(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
