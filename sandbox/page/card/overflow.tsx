import { useState } from 'preact/hooks';
import { Floating, moveAmong } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { useScene, type PartProps } from './scene.ts';
import { label, list, text, toNode } from './shape.ts';
import { t } from '../language/language.ts';

/** The 「…」 button with its further acts. */
export function Overflow({ node, path }: PartProps) {
  const scene = useScene();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const busy = scene.draft.busy.value === path.join('/');
  const choose = (value: string, address: string) => {
    setAnchor(null);
    if (/^https?:/i.test(address)) window.open(address, '_blank', 'noopener');
    else scene.tap(path, { option: value });
  };
  return (
    <>
      <button type="button" class={`card-btn type-default size-medium overflow-btn${busy ? ' is-busy' : ''}`} aria-haspopup="dialog" aria-label={t('moreActs')} aria-busy={busy} onClick={(event) => setAnchor(event.currentTarget)}>
        <Icon name="more" size={18} />
      </button>
      {anchor !== null && (
        <Floating anchor={anchor} label={t('moreActs')} onClose={() => setAnchor(null)}>
          <div onKeyDown={(event) => moveAmong(event, 'button')}>
            {list(node['options']).map((option) => (
              <button type="button" key={text(option['value'])} class="menu-item" onClick={() => choose(text(option['value']), text(toNode(option['multi_url'])['url']))}>{label(option['text'])}</button>
            ))}
          </div>
        </Floating>
      )}
    </>
  );
}
