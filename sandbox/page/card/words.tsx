import { textSize, wordColor } from './color.ts';
import { Markdown } from './markdown/markdown.tsx';
import type { InnerScene } from './scene.ts';
import { label, text, toNode, type Node } from './shape.ts';

/** A text object: plain text as it stands, `lark_md` and `markdown` with their marks; `inline` for places without paragraphs. */
export function Words({ value, inline = false }: { value: unknown; inline?: boolean }) {
  const node = toNode(value);
  const words = label(value);
  if (node['tag'] === 'lark_md' || node['tag'] === 'markdown') return <Markdown source={words} />;
  return inline ? <>{words}</> : <span class="plain-text">{words}</span>;
}

/** Style of a text object: size, colour, alignment and the number of lines. */
export function wordsStyle(node: Node, scene: InnerScene): Record<string, string | number | undefined> {
  const size = text(node['text_size']);
  const own = scene.sizes[size];
  const word = own === undefined ? size : text(own[narrow() ? 'mobile' : 'pc']) || text(own['default']);
  const lines = Number(node['lines'] ?? 0);
  return {
    fontSize: size === '' ? undefined : `${textSize(word, narrow())}px`,
    color: word === 'notation' && node['text_color'] === undefined ? 'var(--card-quiet)' : wordColor(text(node['text_color']), scene.colors),
    textAlign: text(node['text_align']) || undefined,
    '--lines': lines > 0 ? lines : undefined,
  };
}

function narrow(): boolean {
  return window.innerWidth < 720;
}
