import MarkdownIt, { type StateInline, type Token } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';

/** A piece of card markdown: an element with its children, or `text` with the words in `text`. */
export interface MarkNode {
  kind: string;
  attrs: Record<string, string>;
  text: string;
  children: MarkNode[];
}

const tags = 'at|font|text_tag|number_tag|link|a|person|local_datetime|br|hr';
const tagShape = new RegExp(`^<(/?)(${tags})((?:\\s+[\\w-]+\\s*=\\s*(?:'[^']*'|"[^"]*"|[^\\s>'"]+))*)\\s*(/?)>`);
const rawShape = /^<raw>([\s\S]*?)<\/raw>/;
const emojiShape = /^:([A-Z][A-Za-z_]{1,20}):/;
const empty = new Set(['br', 'hr']);

let engine: ReturnType<typeof createEngine> | undefined;

/** Reads card markdown: CommonMark without HTML, plus the platform's own tags; what is not understood stays text. */
export function parseMarkdown(source: string): MarkNode[] {
  engine ??= createEngine();
  const root = node('root');
  grow(root, engine.parse(source, {}));
  markTasks(root);
  return root.children;
}

function createEngine() {
  const made = new MarkdownIt({ html: false, linkify: true, breaks: true });
  made.use(cjkFriendly);
  made.linkify.set({ fuzzyLink: false, fuzzyEmail: false });
  // A picture's address is an image key, a link may lead anywhere: what may be followed is decided where it is drawn.
  made.validateLink = () => true;
  made.inline.ruler.before('html_inline', 'platform_tag', takeTag);
  made.inline.ruler.before('platform_tag', 'platform_raw', takeRaw);
  made.inline.ruler.before('platform_raw', 'platform_emoji', takeEmoji);
  return made;
}

function takeRaw(state: StateInline, silent: boolean): boolean {
  const found = state.src.charCodeAt(state.pos) === 60 ? rawShape.exec(state.src.slice(state.pos)) : null;
  if (found === null) return false;
  if (!silent) state.push('platform_text', '', 0).content = found[1] ?? '';
  state.pos += found[0].length;
  return true;
}

function takeEmoji(state: StateInline, silent: boolean): boolean {
  const found = state.src.charCodeAt(state.pos) === 58 ? emojiShape.exec(state.src.slice(state.pos)) : null;
  if (found === null || /\w/.test(state.src[state.pos - 1] ?? '')) return false;
  if (!silent) state.push('platform_emoji', '', 0).content = found[1] ?? '';
  state.pos += found[0].length;
  return true;
}

function takeTag(state: StateInline, silent: boolean): boolean {
  const found = state.src.charCodeAt(state.pos) === 60 ? tagShape.exec(state.src.slice(state.pos)) : null;
  if (found === null) return false;
  const [whole, slash, tag = '', attributes = ''] = found;
  if (!silent) {
    // Not as nesting of the library's own, which stumbles over a closer of nothing.
    const token = state.push(`platform_${tag}`, tag, 0);
    token.meta = { nesting: empty.has(tag) ? 0 : slash === '/' ? -1 : 1 };
    token.attrs = attributesOf(attributes);
  }
  state.pos += whole.length;
  return true;
}

function attributesOf(source: string): [string, string][] {
  const found = source.matchAll(/([\w-]+)\s*=\s*(?:'([^']*)'|"([^"]*)"|([^\s>'"]+))/g);
  return [...found].map((match) => [match[1] ?? '', match[2] ?? match[3] ?? match[4] ?? '']);
}

function node(kind: string, more: Partial<MarkNode> = {}): MarkNode {
  return { kind, attrs: {}, text: '', children: [], ...more };
}

const plainKinds = new Set(['text', 'text_special', 'platform_text']);

/** Hangs flat tokens into the tree; a tag that nobody closed ends with its paragraph, a closer of nothing is dropped. */
function grow(root: MarkNode, tokens: readonly Token[]): void {
  const open = [root];
  const top = () => open.at(-1) ?? root;
  for (const token of tokens) {
    if (token.hidden) continue;
    if (token.type === 'inline') {
      grow(top(), token.children ?? []);
      continue;
    }
    const kind = token.type.replace(/^platform_/, '').replace(/_(open|close)$/, '');
    const nesting = Number(token.meta?.['nesting'] ?? token.nesting);
    if (nesting === -1) {
      const at = open.findLastIndex((each) => each.kind === kind);
      if (at > 0) open.length = at;
      continue;
    }
    const made = leaf(token, kind);
    top().children.push(made);
    if (nesting === 1) open.push(made);
  }
}

function leaf(token: Token, kind: string): MarkNode {
  if (plainKinds.has(token.type)) return node('text', { text: token.content.replaceAll('∼', '~') });
  const attrs = Object.fromEntries((token.attrs ?? []).map(([name, value]) => [name, String(value)]));
  if (kind === 'heading') attrs['level'] = token.tag.slice(1);
  if (kind === 'fence') attrs['language'] = token.info.trim().split(/\s/)[0] ?? '';
  return node(kind, { attrs, text: token.content });
}

/** `- [x] done`: the mark becomes a tick box of the list item. */
function markTasks(item: MarkNode): void {
  item.children.forEach(markTasks);
  const first = item.kind === 'list_item' ? item.children[0] : undefined;
  const words = first?.kind === 'paragraph' ? first.children[0] : first;
  const mark = words?.kind === 'text' ? /^\[([ xX])\]\s+/.exec(words.text) : null;
  if (mark === null || words === undefined) return;
  item.attrs['task'] = mark[1] === ' ' ? 'open' : 'done';
  words.text = words.text.slice(mark[0].length);
}
