import { useMemo, useState } from 'preact/hooks';
import { Avatar } from '../people/avatar.tsx';
import { Floating, moveAmong } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { createPersonSearch } from '../people/person-search.ts';
import { useField, useScene, type InnerScene, type PartProps } from './scene.ts';
import { flag, label, list, text, texts, type Node } from './shape.ts';
import { t } from '../language/language.ts';

/** One thing that can be chosen. */
interface Choice {
  value: string;
  words: string;
  hint?: string;
}

/** Every select of the platform: one or several, of given options or of people. */
export function CardSelect({ node, path }: PartProps) {
  const scene = useScene();
  const many = text(node['tag']).startsWith('multi_');
  const choices = text(node['tag']).endsWith('person') ? personChoices(node, scene) : staticChoices(node);
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
  const width = text(node['width']);
  const named = label(node['placeholder']) || t('pleaseChoose');
  return (
    <div class={`labelled${missing ? ' is-missing' : ''}`} style={{ width: width.endsWith('px') ? width : undefined }}>
      <button type="button" class={`field select${text(node['type']) === 'text' ? ' select-text' : ''}`} disabled={flag(node['disabled'])} aria-haspopup="dialog" aria-expanded={anchor !== null} aria-busy={scene.draft.busy.value === path.join('/')} aria-label={ariaName(node, chosen, choices)} onClick={(event) => setAnchor(event.currentTarget)}>
        <SelectFace chosen={chosen} choices={choices} placeholder={named} many={many} required={flag(node['required'])} />
        <Icon name="down" size={16} />
      </button>
      {missing && <p class="field-missing">{t('pleaseChoose')}</p>}
      {anchor !== null && <ChoicePanel anchor={anchor} label={named} choices={choices} chosen={chosen} many={many} onChoose={choose} onClose={() => setAnchor(null)} people={text(node['tag']).endsWith('person')} />}
    </div>
  );
}

function staticChoices(node: Node): Choice[] {
  return list(node['options']).map((option) => ({ value: text(option['value']), words: label(option['text']) }));
}

function personChoices(node: Node, scene: InnerScene): Choice[] {
  const given = list(node['options']).map((option) => text(option['value']));
  const ids = given.length > 0 ? given : scene.members;
  return ids.map((id) => {
    const person = scene.people.find((each) => each.id === id);
    return { value: id, words: person?.name ?? t('unknownPerson'), ...(person === undefined ? {} : { hint: `${person.department} ${person.title}` }) };
  });
}

function initialValue(node: Node, many: boolean, choices: Choice[]): string | string[] {
  if (many) return texts(node['selected_values']);
  const index = Number(node['initial_index'] ?? 0);
  return text(node['initial_option']) || choices[index - 1]?.value || '';
}

function ariaName(node: Node, chosen: string[], choices: Choice[]): string {
  const words = choices.filter((choice) => chosen.includes(choice.value)).map((choice) => choice.words).join(t('comma'));
  return `${label(node['placeholder']) || t('pleaseChoose')}${flag(node['required']) ? t('required') : ''}${words === '' ? '' : t('chosenIs', { text: words })}`;
}

interface FaceProps {
  chosen: string[];
  choices: Choice[];
  placeholder: string;
  many: boolean;
  required: boolean;
}

function SelectFace({ chosen, choices, placeholder, many, required }: FaceProps) {
  const picked = chosen.map((value) => choices.find((choice) => choice.value === value)?.words ?? value);
  if (picked.length === 0) return <span class="placeholder">{placeholder}{required && <b class="star">*</b>}</span>;
  if (!many) return <span class="select-value">{picked[0]}</span>;
  return <span class="select-value chips">{picked.map((words) => <span class="chip" key={words}>{words}</span>)}</span>;
}

interface PanelProps {
  anchor: HTMLElement;
  label: string;
  choices: Choice[];
  chosen: string[];
  many: boolean;
  people: boolean;
  onChoose: (value: string) => void;
  onClose: () => void;
}

function ChoicePanel({ anchor, label: name, choices, chosen, many, people, onChoose, onClose }: PanelProps) {
  const scene = useScene();
  const [query, setQuery] = useState('');
  const search = useMemo(() => createPersonSearch(scene.people.filter((person) => choices.some((choice) => choice.value === person.id))), [choices.length]);
  const ids = new Set(people && query !== '' ? search(query).flatMap((group) => group.people.map((person) => person.id)) : []);
  const shown = query === '' ? choices : choices.filter((choice) => (people ? ids.has(choice.value) : choice.words.includes(query.trim())));
  const onKeyDown = (event: KeyboardEvent) => {
    const first = shown[0];
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) {
      moveAmong(event, 'input,[role=option]');
      return;
    }
    event.preventDefault();
    if (first !== undefined) onChoose(first.value);
  };
  return (
    <Floating anchor={anchor} label={name} onClose={onClose}>
      <div class="choices" onKeyDown={onKeyDown}>
        {(people || choices.length > 8) && (
          <label class="search"><Icon name="search" size={16} /><input autofocus type="search" placeholder={people ? t('searchNameOrPinyin') : t('search')} aria-label={t('searchIn', { name })} value={query} onInput={(event) => setQuery(event.currentTarget.value)} /></label>
        )}
        <div role="listbox" aria-label={name} aria-multiselectable={many}>
          {shown.map((choice) => (
            <button type="button" role="option" key={choice.value} class="menu-item choice" aria-selected={chosen.includes(choice.value)} onClick={() => onChoose(choice.value)}>
              {people && <Avatar id={choice.value} name={choice.words} kind="person" size={30} />}
              <span>{choice.words}{choice.hint !== undefined && <small>{choice.hint}</small>}</span>
              {chosen.includes(choice.value) && <Icon name="check" size={16} />}
            </button>
          ))}
        </div>
        {shown.length === 0 && <p class="empty-line">{t('nothingToChoose')}</p>}
        {many && <div class="choices-foot"><span>{t('chosenCount', { count: chosen.length })}</span><button type="button" class="btn btn-small btn-main" onClick={onClose}>{t('settle')}</button></div>}
      </div>
    </Floating>
  );
}
