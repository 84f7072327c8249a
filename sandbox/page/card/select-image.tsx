import { useState } from 'preact/hooks';
import { Icon } from '../kit/icons.tsx';
import { Lightbox } from './lightbox.tsx';
import { Picture } from './picture.tsx';
import { useField, useScene, type PartProps } from './scene.ts';
import { flag, label, list, text, type Node } from './shape.ts';
import { t } from '../language/language.ts';

/** Pictures to choose from: outside a form one, sent at once; in a form one or several, sent with it. */
export function SelectImage({ node, path }: PartProps) {
  const scene = useScene();
  const many = flag(node['multi_select']);
  const [value, set, missing] = useField(node, path, many ? [] : '');
  const chosen = Array.isArray(value) ? value : value === '' ? [] : [String(value)];
  const choose = (picked: string) => {
    const next = chosen.includes(picked) ? chosen.filter((each) => each !== picked) : many ? [...chosen, picked] : [picked];
    set(many ? next : (next[0] ?? ''));
    if (!scene.inForm && next.length > 0) scene.tap(path, { options: next });
  };
  const layout = text(node['layout']) || 'bisect';
  return (
    <div class={`labelled${missing ? ' is-missing' : ''}`}>
      <div class={`img-grid choose-${layout}`} role="group" aria-label={`${t('chooseImage')}${flag(node['required']) ? t('required') : ''}`} style={{ '--ratio': (text(node['aspect_ratio']) || '16:9').replace(':', ' / ') }}>
        {list(node['options']).map((option, at) => (
          <Option key={at} option={option} at={at} chosen={chosen.includes(text(option['value']))} frozen={flag(node['disabled'])} preview={scene.inForm && node['can_preview'] !== false} onChoose={choose} />
        ))}
      </div>
      {missing && <p class="field-missing">{t('pleaseChoose')}</p>}
    </div>
  );
}

interface OptionProps {
  option: Node;
  at: number;
  chosen: boolean;
  frozen: boolean;
  preview: boolean;
  onChoose: (value: string) => void;
}

function Option({ option, at, chosen, frozen, preview, onChoose }: OptionProps) {
  const { fileUrl } = useScene();
  const [large, setLarge] = useState(false);
  const disabled = frozen || flag(option['disabled']);
  const tips = disabled ? label(option['disabled_tips']) : label(option['hover_tips']);
  const name = `${t('imageNumber', { number: at + 1 })}${tips === '' ? '' : `${t('comma')}${tips}`}`;
  return (
    <div class="img-choice" title={tips || undefined}>
      <button type="button" class="img-choose" aria-pressed={chosen} aria-label={name} disabled={disabled} onClick={() => onChoose(text(option['value']))}>
        <Picture imageKey={text(option['img_key'])} alt="" cut="center" preview={false} />
        <span class="img-tick">{chosen && <Icon name="check" size={14} />}</span>
      </button>
      {preview && <button type="button" class="btn-icon img-zoom" aria-label={t('enlarge', { name })} onClick={() => setLarge(true)}><Icon name="search" size={16} /></button>}
      {large && <Lightbox title={name} onClose={() => setLarge(false)}><img src={fileUrl(text(option['img_key']))} alt={name} /></Lightbox>}
    </div>
  );
}
