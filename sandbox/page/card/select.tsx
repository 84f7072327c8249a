import { useState } from 'preact/hooks';
import { Icon } from '../kit/icons.tsx';
import { personChoices, staticChoices, type Choice } from './choices.ts';
import { ChoicePanel } from './choice-panel.tsx';
import { fieldWidth } from './field.ts';
import { Star } from './input.tsx';
import { useField, useScene, type PartProps } from './scene.ts';
import { flag, label, text, texts, type Node } from './shape.ts';
import { t } from '../language/language.ts';

/** Every select of the platform: one or several, of given options or of people. */
export function CardSelect({ node, path }: PartProps) {
  const scene = useScene();
  const many = text(node['tag']).startsWith('multi_');
  const people = text(node['tag']).endsWith('person');
  const choices = people ? personChoices(node, scene) : staticChoices(node);
  const [value, set, missing] = useField(node, path, initialValue(node, many, choices));
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const chosen = Array.isArray(value) ? value : value === '' ? [] : [String(value)];
  const choose = (picked: string) => {
    if (many) {
      set(chosen.includes(picked) ? chosen.filter((each) => each !== picked) : [...chosen, picked]);
      return;
    }
    setAnchor(null);
    set(picked);
    if (!scene.inForm) scene.tap(path, { option: picked });
  };
  const bare = text(node['type']) === 'text';
  const named = label(node['placeholder']) || t('pleaseChoose');
  return (
    <div class={`labelled${missing ? ' is-missing' : ''}`} style={{ width: bare ? undefined : fieldWidth(node) }}>
      <button type="button" class={`field select${bare ? ' select-text' : ''}`} disabled={flag(node['disabled'])} title={flag(node['disabled']) ? label(node['disabled_tips']) || undefined : undefined} aria-haspopup="dialog" aria-expanded={anchor !== null} aria-busy={scene.draft.busy.value === path.join('/')} aria-label={ariaName(node, chosen, choices)} onClick={(event) => setAnchor(event.currentTarget)}>
        <Face chosen={chosen} choices={choices} placeholder={named} many={many} required={flag(node['required'])} />
        <Icon name="down" size={16} />
      </button>
      {missing && <p class="field-missing">{t('pleaseChoose')}</p>}
      {anchor !== null && <ChoicePanel anchor={anchor} label={named} choices={choices} chosen={chosen} many={many} people={people} onChoose={choose} onClose={() => setAnchor(null)} />}
    </div>
  );
}

function initialValue(node: Node, many: boolean, choices: readonly Choice[]): string | string[] {
  if (many) return texts(node['selected_values']);
  const index = Number(node['initial_index'] ?? 0);
  return text(node['initial_option']) || choices[index - 1]?.value || '';
}

function ariaName(node: Node, chosen: readonly string[], choices: readonly Choice[]): string {
  const words = choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.words).join(t('comma'));
  return `${label(node['placeholder']) || t('pleaseChoose')}${flag(node['required']) ? t('required') : ''}${words === '' ? '' : t('chosenIs', { text: words })}`;
}

interface FaceProps {
  chosen: readonly string[];
  choices: readonly Choice[];
  placeholder: string;
  many: boolean;
  required: boolean;
}

function Face({ chosen, choices, placeholder, many, required }: FaceProps) {
  const picked = chosen.map((value) => choices.find((choice) => choice.value === value)?.words ?? value);
  if (picked.length === 0) return <span class="placeholder">{placeholder}{required && <Star />}</span>;
  if (!many) return <span class="select-value">{picked[0]}</span>;
  return <span class="select-value chips">{picked.map((words, at) => <span class="chip" key={at}>{words}</span>)}</span>;
}
