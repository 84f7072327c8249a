import { useMemo, useState } from 'preact/hooks';
import type { CityPerson } from '../../api/city.ts';
import { Avatar } from './avatar.tsx';
import { usePage } from '../state/context.ts';
import { Floating, moveAmong } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { newsOf, unreadOf } from './news.ts';
import { createPersonSearch } from './person-search.ts';
import { t } from '../language/language.ts';

/** Chooses who this column is; searched by name, pinyin, initials, title or department. */
export function PersonPicker({ index, person }: { index: number; person: CityPerson | undefined }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <button type="button" class="picker" aria-haspopup="dialog" aria-expanded={anchor !== null} onClick={(event) => setAnchor(event.currentTarget)}>
        {person === undefined ? <span class="picker-none">{t('choosePerson')}</span> : <PickerFace person={person} />}
        <Icon name="down" size={16} />
      </button>
      {anchor !== null && <PersonPanel index={index} anchor={anchor} onClose={() => setAnchor(null)} />}
    </>
  );
}

function PickerFace({ person }: { person: CityPerson }) {
  return (
    <>
      <Avatar id={person.id} name={person.name} kind="person" size={34} />
      <span class="picker-text">
        <span class="picker-name"><span class="sr">{t('iAm')} </span>{person.name}</span>
        <span class="picker-role" title={`${person.department}　${person.title}`}>{person.title}　{person.department}</span>
      </span>
    </>
  );
}

function PersonPanel({ index, anchor, onClose }: { index: number; anchor: HTMLElement; onClose: () => void }) {
  const { store, actions } = usePage();
  const people = store.city.value?.people ?? [];
  const search = useMemo(() => createPersonSearch(people), [people]);
  const [query, setQuery] = useState('');
  const news = query === '' ? newsOf(store).map((each) => each.person) : [];
  const groups = [...(news.length > 0 ? [{ department: t('withNews'), people: news }] : []), ...search(query)];
  const choose = (id: string) => {
    actions.choosePerson(index, id);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const first = groups[0]?.people[0];
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) {
      moveAmong(event, 'input,.person-option');
      return;
    }
    // Focus goes back to the picker at once; without this the same key press would open it again.
    event.preventDefault();
    if (first !== undefined) choose(first.id);
  };
  return (
    <Floating anchor={anchor} label={t('choosePerson')} width={320} onClose={onClose}>
      <div class="person-panel" onKeyDown={onKeyDown}>
        <label class="search">
          <Icon name="search" size={16} />
          <input autofocus type="search" placeholder={t('searchPeopleBy')} aria-label={t('searchPeople')} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
        </label>
        <div class="person-groups">
          {groups.map((group) => (
            <section key={group.department} aria-label={group.department}>
              <h3>{group.department}</h3>
              {group.people.map((each) => (
                <button type="button" key={each.id} class="person-option" onClick={() => choose(each.id)}>
                  <Avatar id={each.id} name={each.name} kind="person" size={30} />
                  <span>{each.name}</span>
                  {unreadOf(store, each.id) > 0 && <b class="badge"><span class="sr">{t('unread')} </span>{unreadOf(store, each.id)}</b>}
                  <span class="quiet">{each.title}</span>
                </button>
              ))}
            </section>
          ))}
          {groups.length === 0 && <p class="empty-line" role="status">{people.length === 0 ? t('nobody') : t('notFound')}</p>}
        </div>
      </div>
    </Floating>
  );
}
