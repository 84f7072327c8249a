import { useState } from 'preact/hooks';
import { Floating, moveAmong } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { addressOf, visit } from './link.ts';
import { PartIcon } from './part-icon.tsx';
import { useScene, type PartProps } from './scene.ts';
import { flag, label, length, list, text, toNode, type Node } from './shape.ts';
import { t } from '../language/language.ts';

/** The 「…」 button with its further acts. */
export function Overflow({ node, path }: PartProps) {
  const scene = useScene();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const busy = scene.draft.busy.value === path.join('/');
  const choose = (option: Node) => {
    setAnchor(null);
    const href = addressOf(toNode(option['multi_url']));
    const value = text(option['value']);
    const link = href === '' ? undefined : { href, asks: node['confirm'] !== undefined };
    // An option that only leads somewhere has nothing to tell the bot.
    if (value === '' && href !== '') visit(href);
    else scene.tap(path, { option: value, ...(link === undefined ? {} : { link }) });
  };
  return (
    <>
      <button type="button" class={`card-btn type-default size-medium overflow-btn${busy ? ' is-busy' : ''}`} aria-haspopup="dialog" aria-label={t('moreActs')} aria-busy={busy} disabled={flag(node['disabled'])} style={{ width: text(node['width']) === 'fill' ? '100%' : length(node['width']) }} onClick={(event) => setAnchor(event.currentTarget)}>
        <Icon name="more" size={18} />
      </button>
      {anchor !== null && (
        <Floating anchor={anchor} label={t('moreActs')} onClose={() => setAnchor(null)}>
          <div onKeyDown={(event) => moveAmong(event, 'button')}>
            {list(node['options']).map((option, at) => (
              <button type="button" key={at} class="menu-item" onClick={() => choose(option)}>
                <PartIcon value={option['icon']} /><span>{label(option['text'])}</span>
              </button>
            ))}
          </div>
        </Floating>
      )}
    </>
  );
}
