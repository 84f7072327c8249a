import { useMemo, useRef, useState } from 'preact/hooks';
import type { CityPerson } from '../../api/city.ts';
import { Avatar } from './avatar.tsx';
import { usePage } from '../state/context.ts';
import { Floating, moveAmong } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { newsOf } from './news.ts';
import { createPersonSearch, type PeopleGroup } from './person-search.ts';
import { useVirtual } from '../kit/virtual.ts';
import type { Store } from '../state/store.ts';
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

/** A line of the panel: the name of a department, or one of its people. */
type Line = { key: string; title: string } | { key: string; person: CityPerson; unread: number };

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
    <Floating anchor={anchor} label={t('choosePerson')} width={340} onClose={onClose}>
      <div class="person-panel" onKeyDown={onKeyDown}>
        <label class="search">
          <Icon name="search" size={16} />
          <input autofocus type="search" placeholder={t('searchPeopleBy')} aria-label={t('searchPeople')} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
        </label>
        {groups.length === 0 ? <p class="empty-line" role="status">{people.length === 0 ? t('nobody') : t('notFound')}</p> : <PersonLines lines={linesOf(groups, store)} onChoose={choose} />}
      </div>
    </Floating>
  );
}

function linesOf(groups: PeopleGroup[], store: Store): Line[] {
  const unread = new Map(store.news.value.map((news) => [news.person, news.count]));
  return groups.flatMap((group, at): Line[] => [
    { key: `${at} ${group.department}`, title: group.department },
    ...group.people.map((person) => ({ key: `${at} ${person.id}`, person, unread: unread.get(person.id) ?? 0 })),
  ]);
}

function PersonLines({ lines, onChoose }: { lines: Line[]; onChoose: (id: string) => void }) {
  const box = useRef<HTMLDivElement>(null);
  const list = useVirtual({ box, count: lines.length, keyOf: (at) => lines[at]?.key ?? '', heightOf: (at) => (lines[at] !== undefined && 'title' in lines[at] ? 30 : 42) });
  return (
    <div ref={box} class="person-groups virtual-box" style={{ height: `min(${list.height}px, 420px, 56vh)` }}>
      <div aria-hidden="true" style={{ height: `${list.height}px` }} />
      {list.rows.map((row) => {
        const line = lines[row.index];
        return line !== undefined && (
          <div key={row.key} ref={list.measure} data-index={row.index} class="virtual-row" style={{ transform: `translateY(${row.start}px)` }}>
            {'title' in line ? <h3>{line.title}</h3> : <PersonOption person={line.person} unread={line.unread} onChoose={onChoose} />}
          </div>
        );
      })}
    </div>
  );
}

function PersonOption({ person, unread, onChoose }: { person: CityPerson; unread: number; onChoose: (id: string) => void }) {
  return (
    <button type="button" class="person-option" onClick={() => onChoose(person.id)}>
      <Avatar id={person.id} name={person.name} kind="person" size={30} />
      <span>{person.name}</span>
      {unread > 0 && <b class="badge"><span class="sr">{t('unread')} </span>{unread > 99 ? '99+' : unread}</b>}
      <span class="quiet">{person.title}</span>
    </button>
  );
}
