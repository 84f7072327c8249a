import { linkOf } from './link.ts';
import { PartIcon } from './part-icon.tsx';
import { useScene, type PartProps } from './scene.ts';
import { flag, label, text, type Node } from './shape.ts';
import { Tipped } from './tip.tsx';
import { t } from '../language/language.ts';

function formAction(node: Node): 'submit' | 'reset' | 'none' {
  const word = text(node['form_action_type']) || text(node['action_type']).replace('form_', '');
  return word === 'submit' || word === 'reset' ? word : 'none';
}

/** A button: sends its tap, submits or resets its form, opens its address; busy while the answer is awaited. */
export function CardButton({ node, path }: PartProps) {
  const scene = useScene();
  const locked = scene.draft.busy.value !== null;
  const busy = scene.draft.busy.value === path.join('/');
  const disabled = flag(node['disabled']);
  const tips = (disabled ? label(node['disabled_tips']) : '') || label(node['hover_tips']);
  const words = label(node['text']);
  const press = () => {
    if (locked) return;
    if (formAction(node) === 'reset' && !disabled) {
      scene.draft.values.value = {};
      scene.draft.missing.value = [];
      return;
    }
    const link = disabled ? undefined : linkOf(node);
    scene.tap(path, { ...(scene.inForm ? { form: scene.draft.values.value } : {}), ...(link === undefined ? {} : { link }) });
  };
  return (
    <Tipped words={tips}>
      <button
        type="button"
        class={`card-btn type-${text(node['type']) || 'default'} size-${text(node['size']) || 'medium'}${busy ? ' is-busy' : ''}`}
        style={{ width: widthOf(node) }}
        // One that can say why it is off stays within reach of keyboard and finger.
        disabled={disabled && tips === ''}
        aria-busy={busy}
        aria-disabled={disabled || locked}
        aria-label={words === '' ? tips || t('button') : undefined}
        aria-description={tips || undefined}
        onClick={press}
      >
        <PartIcon value={node['icon']} />
        {words !== '' && <span>{words}</span>}
      </button>
    </Tipped>
  );
}

function widthOf(node: Node): string | undefined {
  const width = text(node['width']);
  return width === 'fill' ? '100%' : width.endsWith('px') ? width : undefined;
}
