import { Icon } from '../kit/icons.tsx';
import { cssColor } from './color.ts';
import { Children } from './children.tsx';
import { useScene, type PartProps } from './scene.ts';
import { align, edges, flag, label, list, space, text, toNode, type Node } from './shape.ts';
import { Words } from './words.tsx';

function background(word: unknown, colors: Record<string, string>): string | undefined {
  return text(word) === '' || text(word) === 'default' ? undefined : cssColor(text(word), colors);
}

/** Columns side by side: widths by weight, by content or in px. */
export function ColumnSet({ node, path }: PartProps) {
  const scene = useScene();
  const columns = list(node['columns']);
  const tint = background(node['background_style'], scene.colors);
  // Columns with a padding of their own keep the tint's edge away from their text; a second padding would double it.
  const padding = columns.some((column) => column['padding'] !== undefined) ? 0 : undefined;
  const style = { gap: space(node['horizontal_spacing'], '8px'), justifyContent: align(node['horizontal_align']), background: tint, padding };
  return (
    <div class={`column-set flex-${text(node['flex_mode']) || 'none'}${tint === undefined ? '' : ' tinted'}`} style={style}>
      {columns.map((column, at) => (
        <div key={at} class={`card-column${background(column['background_style'], scene.colors) === undefined ? '' : ' tinted'}`} style={columnStyle(column, scene.colors)}>
          <Children nodes={column['elements']} path={[...path, 'columns', at, 'elements']} />
        </div>
      ))}
    </div>
  );
}

function columnStyle(column: Node, colors: Record<string, string>) {
  const width = text(column['width']) || 'weighted';
  const row = text(column['direction']) === 'horizontal';
  const flex = width === 'auto' ? '0 1 auto' : width.endsWith('px') ? `0 0 ${width}` : `${Number(column['weight'] ?? 1)} 1 0`;
  return {
    flex,
    padding: edges(column['padding']),
    background: background(column['background_style'], colors),
    gap: space(row ? column['horizontal_spacing'] : column['vertical_spacing'], '8px'),
    flexDirection: row ? ('row' as const) : ('column' as const),
    justifyContent: row ? align(column['horizontal_align']) : align(column['vertical_align']),
    alignItems: row ? (align(column['vertical_align']) ?? 'center') : align(column['horizontal_align']),
  };
}

/** A panel that folds; open state belongs to the screen only. */
export function CollapsiblePanel({ node, path }: PartProps) {
  const scene = useScene();
  const header = toNode(node['header']);
  const border = toNode(node['border']);
  const key = path.join('/');
  const open = scene.draft.local.value[key] ?? flag(node['expanded']);
  const side = text(header['icon_position']) || 'right';
  const edge = cssColor(text(border['color']), scene.colors);
  const toggle = (event: Event) => {
    event.preventDefault();
    scene.draft.local.value = { ...scene.draft.local.value, [key]: open !== true };
  };
  return (
    <details class={`panel icon-${side}${edge === undefined ? '' : ' bordered'}`} open={open === true} style={{ borderColor: edge, background: background(node['background_color'], scene.colors) }}>
      <summary onClick={toggle} style={{ background: background(header['background_color'], scene.colors), padding: edges(header['padding']) }}>
        <span class="panel-title"><Words value={header['title']} inline /></span>
        <Icon name="down" size={16} />
      </summary>
      {open === true && (
        <div class="panel-body" style={{ gap: space(node['vertical_spacing'], '8px'), padding: edges(node['padding']) }}>
          <Children nodes={node['elements']} path={[...path, 'elements']} />
        </div>
      )}
    </details>
  );
}

/** A whole area that can be tapped, such as a row of a list. */
export function InteractiveContainer({ node, path }: PartProps) {
  const scene = useScene();
  const disabled = flag(node['disabled']) || scene.draft.busy.value !== null;
  const address = list(node['behaviors']).find((behavior) => behavior['type'] === 'open_url');
  const tap = (event: Event) => {
    const target = event.target;
    if (disabled || (target instanceof HTMLElement && target.closest('a,button,input,summary,textarea') !== null)) return;
    if (address !== undefined) window.open(text(address['default_url']), '_blank', 'noopener');
    scene.tap(path, {});
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    tap(event);
  };
  const style = {
    width: text(node['width']).endsWith('px') ? text(node['width']) : undefined,
    background: background(node['background_style'], scene.colors),
    borderColor: cssColor(text(node['border_color']), scene.colors),
    borderRadius: edges(node['corner_radius']),
    padding: edges(node['padding']),
    gap: space(node['vertical_spacing'], '4px'),
    flexDirection: text(node['direction']) === 'horizontal' ? ('row' as const) : ('column' as const),
  };
  return (
    <div class={`tap-area${flag(node['has_border']) ? ' bordered' : ''}`} role="button" tabIndex={0} aria-disabled={disabled} aria-busy={scene.draft.busy.value === path.join('/')} title={label(node['hover_tips']) || undefined} style={style} onClick={tap} onKeyDown={onKeyDown}>
      <Children nodes={node['elements']} path={[...path, 'elements']} />
    </div>
  );
}
