import { Children } from './children.tsx';
import { useField, useScene, type PartProps } from './scene.ts';
import { edges, flag, label, list, text, toNode, within } from './shape.ts';
import { Tipped } from './tip.tsx';
import { Words, wordsStyle } from './words.tsx';

/** A tick box; outside a form it calls back only when it has behaviors, as on the platform. */
export function Checker({ node, path }: PartProps) {
  const scene = useScene();
  const [value, set, missing] = useField(node, path, flag(node['checked']));
  const checked = value === true;
  const off = flag(node['disabled']);
  const style = toNode(node['checked_style']);
  const area = toNode(node['button_area']);
  const change = (next: boolean) => {
    if (scene.draft.busy.value !== null) return;
    set(next);
    if (!scene.inForm && list(node['behaviors']).length > 0) scene.tap(path, { checked: next });
  };
  const looks = {
    ...wordsStyle(toNode(node['text']), scene),
    textDecoration: checked && flag(style['show_strikethrough']) ? 'line-through' : undefined,
    opacity: checked ? within(style['opacity'], [0, 1], 1) : 1,
  };
  const tips = (off ? label(node['disabled_tips']) : '') || label(node['hover_tips']);
  const kinds = `${missing ? ' is-missing' : ''}${node['overall_checkable'] === false ? '' : ' is-whole'}${text(area['pc_display_rule']) === 'on_hover' ? ' shows-on-hover' : ''}`;
  return (
    <Tipped words={tips}>
      <div class={`checker${kinds}`} style={{ padding: edges(node['padding']) }}>
        <label>
          <input type="checkbox" checked={checked} disabled={off} aria-description={tips || undefined} onChange={(event) => change(event.currentTarget.checked)} />
          <span style={looks}><Words value={node['text']} /></span>
        </label>
        <div class="checker-acts"><Children nodes={area['buttons']} path={[...path, 'button_area', 'buttons']} /></div>
      </div>
    </Tipped>
  );
}
