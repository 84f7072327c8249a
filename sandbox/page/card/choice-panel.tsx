import { useMemo, useState } from 'preact/hooks';
import { Floating, moveAmong } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { Avatar } from '../people/avatar.tsx';
import { createChoiceSearch, type Choice } from './choices.ts';
import { PartIcon } from './part-icon.tsx';
import { t } from '../language/language.ts';

interface PanelProps {
  anchor: HTMLElement;
  label: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  many: boolean;
  people: boolean;
  onChoose: (value: string) => void;
  onClose: () => void;
}

/** From how many choices on a list has a search. */
const searchFrom = 6;

/** The open list of a select: search, arrows, Enter for the first that fits; several stay open until 确定 or Esc. */
export function ChoicePanel({ anchor, label: name, choices, chosen, many, people, onChoose, onClose }: PanelProps) {
  const [query, setQuery] = useState('');
  const search = useMemo(() => createChoiceSearch(choices), [choices.length]);
  const shown = search(query);
  const onKeyDown = (event: KeyboardEvent) => {
    const first = shown[0];
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) {
      moveAmong(event, 'input,[role=option]');
      return;
    }
    event.preventDefault();
    if (first !== undefined && !event.isComposing) onChoose(first.value);
  };
  return (
    <Floating anchor={anchor} label={name} onClose={onClose}>
      <div class="choices" onKeyDown={onKeyDown}>
        {(people || choices.length >= searchFrom) && (
          <label class="search"><Icon name="search" size={16} /><input autofocus type="search" placeholder={people ? t('searchNameOrPinyin') : t('search')} aria-label={t('searchIn', { name })} value={query} onInput={(event) => setQuery(event.currentTarget.value)} /></label>
        )}
        {shown.length > 0 && (
          <div role="listbox" aria-label={name} aria-multiselectable={many}>
            {shown.map((choice) => <Option key={choice.value} choice={choice} chosen={chosen.includes(choice.value)} people={people} onChoose={onChoose} />)}
          </div>
        )}
        {shown.length === 0 && <p class="empty-line">{choices.length === 0 ? t('nothingToChoose') : t('notFound')}</p>}
        {many && <div class="choices-foot"><span>{t('chosenCount', { count: chosen.length })}</span><button type="button" class="btn btn-small btn-main" onClick={onClose}>{t('settle')}</button></div>}
      </div>
    </Floating>
  );
}

interface OptionProps {
  choice: Choice;
  chosen: boolean;
  people: boolean;
  onChoose: (value: string) => void;
}

function Option({ choice, chosen, people, onChoose }: OptionProps) {
  return (
    <button type="button" role="option" class="menu-item choice" aria-selected={chosen} onClick={() => onChoose(choice.value)}>
      {people && <Avatar id={choice.value} name={choice.words} kind="person" size={30} />}
      <PartIcon value={choice.icon} />
      <span>{choice.words}{choice.hint !== undefined && <small>{choice.hint}</small>}</span>
      {chosen && <Icon name="check" size={16} />}
    </button>
  );
}
