import type { ComponentChildren, ComponentType } from 'preact';
import { useMemo } from 'preact/hooks';
import { Anchor } from '../anchor.tsx';
import { Picture } from '../picture.tsx';
import { useScene } from '../scene.ts';
import { useTyped } from '../streaming.ts';
import { larkTags } from './lark-tags.tsx';
import { MarkTable } from './mark-table.tsx';
import { parseMarkdown, type MarkNode } from './tree.ts';
import { t } from '../../language/language.ts';

/** Markdown of a card, drawn piece by piece: no HTML of the author ever reaches the page. */
export function Markdown({ source }: { source: string }) {
  const { pace } = useScene();
  const typed = useTyped(source, pace);
  const tree = useMemo(() => parseMarkdown(typed), [typed]);
  return <div class={`md${typed.length < source.length ? ' is-typing' : ''}`}><Marks nodes={tree} /></div>;
}

function Marks({ nodes }: { nodes: readonly MarkNode[] }) {
  return <>{nodes.map((mark, at) => <Mark key={at} mark={mark} />)}</>;
}

function Mark({ mark }: { mark: MarkNode }) {
  if (mark.kind === 'text') return <>{mark.text}</>;
  const Drawn = drawers[mark.kind];
  return Drawn === undefined ? <Marks nodes={mark.children} /> : <Drawn mark={mark}><Marks nodes={mark.children} /></Drawn>;
}

/** What every drawer gets. */
export interface MarkProps {
  mark: MarkNode;
  children: ComponentChildren;
}

function Heading({ mark, children }: MarkProps) {
  // A heading of the author is no heading of the page: a card may start with `####`.
  return <p class={`md-h${mark.attrs['level'] ?? '1'}`} role="heading" aria-level={4}>{children}</p>;
}

function ListItem({ mark, children }: MarkProps) {
  const { task } = mark.attrs;
  if (task === undefined) return <li>{children}</li>;
  return <li class={`md-task is-${task}`}><input type="checkbox" checked={task === 'done'} disabled aria-label={task === 'done' ? t('taskDone') : t('taskOpen')} /><span>{children}</span></li>;
}

function Fence({ mark }: MarkProps) {
  const language = mark.attrs['language'] ?? '';
  return (
    <figure class="md-code">
      {language !== '' && <figcaption>{language}</figcaption>}
      <pre tabIndex={0}><code>{mark.text.replace(/\n$/, '')}</code></pre>
    </figure>
  );
}

function Cell({ mark, children }: MarkProps) {
  const side = /text-align:(\w+)/.exec(mark.attrs['style'] ?? '')?.[1];
  return mark.kind === 'th' ? <th scope="col" style={{ textAlign: side }}>{children}</th> : <td style={{ textAlign: side }}>{children}</td>;
}

function Table({ mark }: MarkProps) {
  const rowsOf = (kind: string) => mark.children.find((part) => part.kind === kind)?.children ?? [];
  return <MarkTable head={<Marks nodes={rowsOf('thead')} />} rows={rowsOf('tbody').map((row, at) => <Mark key={at} mark={row} />)} />;
}

const drawers: Record<string, ComponentType<MarkProps>> = {
  paragraph: ({ children }) => <p>{children}</p>,
  heading: Heading,
  bullet_list: ({ children }) => <ul>{children}</ul>,
  ordered_list: ({ mark, children }) => <ol start={Number(mark.attrs['start'] ?? 1)}>{children}</ol>,
  list_item: ListItem,
  blockquote: ({ children }) => <blockquote>{children}</blockquote>,
  fence: Fence,
  code_block: Fence,
  code_inline: ({ mark }) => <code>{mark.text}</code>,
  hr: () => <hr />,
  br: () => <br />,
  softbreak: () => <br />,
  hardbreak: () => <br />,
  strong: ({ children }) => <strong>{children}</strong>,
  em: ({ children }) => <em>{children}</em>,
  s: ({ children }) => <s>{children}</s>,
  image: ({ mark }) => <Picture imageKey={mark.attrs['src'] ?? ''} alt={mark.text || t('image')} />,
  table: Table,
  tr: ({ children }) => <tr>{children}</tr>,
  th: Cell,
  td: Cell,
  ...larkTags,
  link: ({ mark, children }) => ('href' in mark.attrs ? <Anchor href={mark.attrs['href'] ?? ''}>{children}</Anchor> : <larkTags.link mark={mark}>{children}</larkTags.link>),
};
