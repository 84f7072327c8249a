import { useId } from 'preact/hooks';
import { Children } from './children.tsx';
import { edgeColor } from './color.ts';
import { groundOf } from './columns.tsx';
import { flowOf } from './flow.ts';
import { linkOf } from './link.ts';
import { useScene, type PartProps } from './scene.ts';
import { flag, label, length, text } from './shape.ts';
import { Tipped } from './tip.tsx';

/** A whole area that can be tapped, such as a row of a list; controls inside it come first. */
export function InteractiveContainer({ node, path }: PartProps) {
  const scene = useScene();
  const id = useId();
  const off = flag(node['disabled']);
  const tips = (off ? label(node['disabled_tips']) : '') || label(node['hover_tips']);
  const tap = () => {
    if (scene.draft.busy.value !== null) return;
    const link = off ? undefined : linkOf(node);
    scene.tap(path, link === undefined ? {} : { link });
  };
  const ground = text(node['background_style']);
  const box = {
    width: text(node['width']) === 'auto' ? 'fit-content' : length(node['width']),
    height: length(node['height']),
    background: groundOf(ground, scene.colors),
    borderColor: edgeColor(text(node['border_color']) || 'grey', scene.colors),
    borderRadius: length(node['corner_radius']),
  };
  const looks = `tap-area covered${flag(node['has_border']) ? ' bordered' : ''}${ground === 'laser' ? ' is-laser' : ''}${off ? ' is-off' : ''}`;
  return (
    <Tipped words={tips}>
      <div class={looks} style={box}>
        <button type="button" class="cover" aria-labelledby={id} aria-disabled={off || scene.draft.busy.value !== null} aria-busy={scene.draft.busy.value === path.join('/')} aria-description={tips || undefined} onClick={tap} />
        <div id={id} class="tap-body" style={flowOf(node, '4px')}><Children nodes={node['elements']} path={[...path, 'elements']} /></div>
      </div>
    </Tipped>
  );
}
