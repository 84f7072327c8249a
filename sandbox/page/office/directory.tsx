import { useMemo, useState } from 'preact/hooks';
import type { CityPerson } from '../../api/city.ts';
import { Avatar } from '../people/avatar.tsx';
import { createPersonSearch } from '../people/person-search.ts';
import { Floating } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { t } from '../language/language.ts';
import { usePage } from '../state/context.ts';

/** Everybody of the city by organisation; found by name, pinyin, post or organ, each with his card. */
export function Directory({ index }: { index: number }) {
  const { store } = usePage();
  const city = store.city.value;
  const search = useMemo(() => createPersonSearch(city?.people ?? []), [city]);
  const [query, setQuery] = useState('');
  const groups = search(query);
  const found = query.trim() !== '';
  return (
    <section class="calendar" aria-label={t('people')}>
      <header class="office-bar">
        <label class="search"><Icon name="search" size={16} /><input type="search" placeholder={t('searchPeopleBy')} aria-label={t('searchPeople')} value={query} onInput={(event) => setQuery(event.currentTarget.value)} /></label>
        <span class="quiet" role="status">{t('peopleCount', { count: groups.reduce((sum, group) => sum + group.people.length, 0) })}</span>
      </header>
      {city === null ? <SkeletonLines /> : (
        <div class="agenda directory" tabIndex={0} role="group" aria-label={t('people')}>
          {groups.length === 0 && <div class="empty"><span class="empty-mark"><Icon name="people" size={30} /></span><p>{t('notFound')}</p></div>}
          {groups.map((group) => (
            <details key={`${group.department} ${String(found)}`} open={found || groups.length === 1}>
              <summary><b>{group.department}</b><span class="quiet">{t('peopleCount', { count: group.people.length })}</span></summary>
              {group.people.map((person) => <PersonLine key={person.id} person={person} index={index} />)}
            </details>
          ))}
        </div>
      )}
    </section>
  );
}

function PersonLine({ person, index }: { person: CityPerson; index: number }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <button type="button" class="person-option" aria-haspopup="dialog" onClick={(event) => setAnchor(event.currentTarget)}>
        <Avatar id={person.id} name={person.name} kind="person" size={30} />
        <span>{person.name}</span><span class="quiet">{person.title}</span>
      </button>
      {anchor !== null && <PersonCard person={person} index={index} anchor={anchor} onClose={() => setAnchor(null)} />}
    </>
  );
}

function PersonCard({ person, index, anchor, onClose }: { person: CityPerson; index: number; anchor: HTMLElement; onClose: () => void }) {
  const { store, actions } = usePage();
  const other = store.columns.value.length > 1 ? 1 - index : index;
  const become = (column: number) => {
    onClose();
    store.active.value = column;
    actions.choosePerson(column, person.id);
  };
  const facts = [[t('organ'), person.department], [t('post'), person.title], [t('mail'), person.email], ['user_id', person.userId], ['open_id', person.id]] as const;
  return (
    <Floating anchor={anchor} label={person.name} width={320} onClose={onClose}>
      <div class="person-card">
        <Avatar id={person.id} name={person.name} kind="person" size={52} />
        <h3>{person.name}</h3>
        <dl>{facts.filter(([, value]) => value !== '').map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
        <div class="menu-row">
          <button type="button" class="btn btn-small btn-main" onClick={() => become(other)}>{t(other === index ? 'becomeHere' : 'becomeThere')}</button>
        </div>
      </div>
    </Floating>
  );
}
