import { PartIcon } from './part-icon.tsx';
import { useScene, type PartProps } from './scene.ts';
import { flag, label, list, text, type Node } from './shape.ts';

function formAction(node: Node): 'submit' | 'reset' | 'none' {
  const word = text(node['form_action_type']) || text(node['action_type']).replace('form_', '');
  return word === 'submit' || word === 'reset' ? word : 'none';
}

/** A button: sends its tap, submits or resets its form, opens its address; busy while the answer is awaited. */
export function CardButton({ node, path }: PartProps) {
  const scene = useScene();
  const busy = scene.draft.busy.value === path.join('/');
  const disabled = flag(node['disabled']);
  const width = text(node['width']);
  const words = label(node['text']);
  const press = () => {
    if (scene.draft.busy.value !== null || disabled) return;
    const action = formAction(node);
    if (action === 'reset') {
      scene.draft.values.value = {};
      scene.draft.missing.value = [];
      return;
    }
    openAddress(node);
    if (scene.inForm) scene.tap(path, { form: scene.draft.values.value });
    else scene.tap(path, {});
  };
  const tips = disabled ? label(node['disabled_tips']) : label(node['hover_tips']);
  return (
    <button
      type="button"
      class={`card-btn type-${text(node['type']) || 'default'} size-${text(node['size']) || 'medium'}${busy ? ' is-busy' : ''}`}
      style={{ width: width === 'fill' ? '100%' : width.endsWith('px') ? width : undefined }}
      disabled={disabled}
      aria-busy={busy}
      aria-disabled={scene.draft.busy.value !== null}
      title={tips || undefined}
      onClick={press}
    >
      <PartIcon value={node['icon']} />
      <span>{words}</span>
    </button>
  );
}

function openAddress(node: Node): void {
  const address = list(node['behaviors']).find((behavior) => behavior['type'] === 'open_url');
  const href = text(address?.['pc_url']) || text(address?.['default_url']);
  if (/^(https?|lark):/i.test(href)) window.open(href, '_blank', 'noopener');
}
