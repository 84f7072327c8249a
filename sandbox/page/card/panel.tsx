import { Icon } from '../kit/icons.tsx';
import { Children } from './children.tsx';
import { edgeColor } from './color.ts';
import { groundOf } from './columns.tsx';
import { flowOf } from './flow.ts';
import { PartIcon } from './part-icon.tsx';
import { useLocal, useScene, type PartProps } from './scene.ts';
import { edges, flag, length, text, toNode, within, type Node } from './shape.ts';
import { Words } from './words.tsx';

/** A panel that folds; open state belongs to the screen only. */
export function CollapsiblePanel({ node, path }: PartProps) {
  const { colors } = useScene();
  const border = toNode(node['border']);
  const [open, setOpen] = useLocal(path, flag(node['expanded']));
  const edge = edgeColor(text(border['color']), colors);
  const toggle = (event: Event) => {
    event.preventDefault();
    setOpen(!open);
  };
  const looks = { borderColor: edge, borderRadius: length(border['corner_radius']), background: groundOf(node['background_color'], colors) };
  return (
    <details class={`panel${edge === undefined ? '' : ' bordered'}`} open={open} style={looks}>
      <PanelHead header={toNode(node['header'])} open={open} onToggle={toggle} />
      {open && <div class="panel-body" style={flowOf(node, '8px')}><Children nodes={node['elements']} path={[...path, 'elements']} /></div>}
    </details>
  );
}

function PanelHead({ header, open, onToggle }: { header: Node; open: boolean; onToggle: (event: Event) => void }) {
  const { colors } = useScene();
  const side = text(header['icon_position']) || 'right';
  const width = text(header['width']);
  const narrow = width === 'auto' || (width === 'auto_when_fold' && !open);
  const angle = within(header['icon_expanded_angle'], [-180, 180], -180);
  const icon = toNode(header['icon']);
  const style = { background: groundOf(header['background_color'], colors), padding: edges(header['padding']), width: narrow ? 'fit-content' : length(width) };
  return (
    <summary class={`icon-${side}`} style={style} onClick={onToggle}>
      <span class="panel-title"><Words value={header['title']} inline /></span>
      <span class="panel-turn" style={{ transform: open ? `rotate(${angle}deg)` : undefined }}>
        {icon['tag'] === undefined ? <Icon name="down" size={16} /> : <PartIcon value={icon} />}
      </span>
    </summary>
  );
}
