import { Children } from './children.tsx';
import { useField, useScene, type PartProps } from './scene.ts';
import { flag, list, toNode } from './shape.ts';
import { Words } from './words.tsx';

/** A tick box; outside a form it calls back only when it has behaviors, as on the platform. */
export function Checker({ node, path }: PartProps) {
  const scene = useScene();
  const [value, set, missing] = useField(node, path, flag(node['checked']));
  const checked = value === true;
  const style = toNode(node['checked_style']);
  const change = (next: boolean) => {
    set(next);
    if (!scene.inForm && list(node['behaviors']).length > 0) scene.tap(path, { checked: next });
  };
  const looks = { textDecoration: checked && flag(style['show_strikethrough']) ? 'line-through' : undefined, opacity: checked ? Number(style['opacity'] ?? 1) : 1 };
  return (
    <div class={`checker${missing ? ' is-missing' : ''}`}>
      <label>
        <input type="checkbox" checked={checked} disabled={flag(node['disabled'])} onChange={(event) => change(event.currentTarget.checked)} />
        <span style={looks}><Words value={node['text']} /></span>
      </label>
      <div class="checker-acts"><Children nodes={toNode(node['button_area'])['buttons']} path={[...path, 'button_area', 'buttons']} /></div>
    </div>
  );
}
