import { Children } from './children.tsx';
import { cssColor } from './color.ts';
import { Cover } from './cover.tsx';
import { flowOf } from './flow.ts';
import { addressOf } from './link.ts';
import { useScene, type PartProps } from './scene.ts';
import { align, list, space, text, toNode, type Node, type Path } from './shape.ts';

/** A background word of a container as CSS; undefined for none and for `default`. */
export function groundOf(word: unknown, colors: Record<string, string>): string | undefined {
  return text(word) === '' || text(word) === 'default' ? undefined : cssColor(text(word), colors);
}

function linkOfArea(node: Node): string {
  return addressOf(toNode(toNode(node['action'])['multi_url']));
}

/** Columns side by side: widths by weight, by content or in px; on a narrow card as `flex_mode` says. */
export function ColumnSet({ node, path }: PartProps) {
  const { colors } = useScene();
  const columns = list(node['columns']);
  const tint = groundOf(node['background_style'], colors);
  const href = linkOfArea(node);
  // Columns with a padding of their own keep the tint's edge away from their text; a second padding would double it.
  const padding = columns.some((column) => column['padding'] !== undefined) ? 0 : undefined;
  const style = { gap: space(node['horizontal_spacing'], '8px'), justifyContent: align(node['horizontal_align']), background: tint, padding };
  return (
    <div class={`column-set flex-${text(node['flex_mode']) || 'none'}${tint === undefined ? '' : ' tinted'}${href === '' ? '' : ' covered'}`} style={style}>
      <Cover href={href} />
      {columns.map((column, at) => <Column key={at} node={column} path={[...path, 'columns', at]} />)}
    </div>
  );
}

function Column({ node, path }: { node: Node; path: Path }) {
  const { colors } = useScene();
  const width = text(node['width']) || 'weighted';
  const flex = width === 'auto' ? '0 1 auto' : width.endsWith('px') ? `0 0 ${width}` : `${Number(node['weight'] ?? 1)} 1 0`;
  const tint = groundOf(node['background_style'], colors);
  const href = linkOfArea(node);
  return (
    <div class={`card-column${tint === undefined ? '' : ' tinted'}${href === '' ? '' : ' covered'}`} style={{ flex, background: tint, ...flowOf(node, '8px') }}>
      <Cover href={href} />
      <Children nodes={node['elements']} path={[...path, 'elements']} />
    </div>
  );
}
