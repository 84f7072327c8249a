import { useMemo } from 'preact/hooks';
import { cssColor, textSize } from './color.ts';
import { createMarkdown } from './markdown.ts';
import { personName, useScene, type InnerScene } from './scene.ts';
import { label, text, toNode, type Node } from './shape.ts';

let engine: ReturnType<typeof createMarkdown> | undefined;

function markdown(source: string, scene: InnerScene): string {
  engine ??= createMarkdown();
  return engine(source, { nameOf: (id) => personName(scene, id), colors: scene.colors });
}

/** Markdown of a card as safe HTML; text of people is escaped by the engine. */
export function Markdown({ source }: { source: string }) {
  const scene = useScene();
  const html = useMemo(() => markdown(source, scene), [source, scene.people, scene.colors]);
  return <div class="md" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A text object: plain text as it stands, `lark_md` with its marks; `inline` for places without paragraphs. */
export function Words({ value, inline = false }: { value: unknown; inline?: boolean }) {
  const node = toNode(value);
  const words = label(value);
  if (node['tag'] === 'lark_md') return <Markdown source={words} />;
  return inline ? <>{words}</> : <span class="plain-text">{words}</span>;
}

/** Style of a text object: size, colour, alignment and the number of lines. */
export function wordsStyle(node: Node, scene: InnerScene): Record<string, string | number | undefined> {
  const size = text(node['text_size']);
  const own = scene.sizes[size];
  const word = own === undefined ? size : text(own[narrow() ? 'mobile' : 'pc']) || text(own['default']);
  const lines = Number(node['lines'] ?? 0);
  return {
    fontSize: size === '' ? undefined : `${textSize(word)}px`,
    color: word === 'notation' && node['text_color'] === undefined ? 'var(--card-quiet)' : cssColor(text(node['text_color']), scene.colors),
    textAlign: text(node['text_align']) || undefined,
    '--lines': lines > 0 ? lines : undefined,
  };
}

function narrow(): boolean {
  return window.innerWidth < 720;
}
