import { useMemo, useState } from 'preact/hooks';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { Avatar } from '../people/avatar.tsx';
import { createPersonSearch } from '../people/person-search.ts';
import { usePage } from '../state/context.ts';
import { chatFace } from './chat-face.ts';

/** Somewhere to send to: a chat one is in, or a person one may not have spoken with. */
export interface Destination {
  key: string;
  name: string;
  kind: 'bot' | 'person' | 'group';
  hint: string;
  /** A chat id, or the id of an app with whose bot one may not have spoken. */
  chat?: string;
  person?: string;
}

const mostPeople = 20;

/** Everything that fits a query: chats by name, people by name or pinyin. */
export function useDestinations(person: string, query: string): Destination[] {
  const { store } = usePage();
  const chats = store.chats.value[person] ?? [];
  const people = store.city.value?.people ?? [];
  const search = useMemo(() => createPersonSearch(people), [people]);
  const wanted = query.trim().toLowerCase();
  const known = chats.filter((chat) => !chat.dissolved).map((chat): Destination => ({ ...chatFace(chat, person), key: chat.id, chat: chat.id, hint: chat.mode === 'group' ? t('memberCount', { count: chat.members.length }) : '' }));
  const bots = (store.city.value?.apps ?? []).filter((app) => !chats.some((chat) => chat.appId === app.appId))
    .map((app): Destination => ({ key: app.appId, name: app.name, kind: 'bot', hint: '', chat: app.appId }));
  const found = [...known, ...bots].filter((each) => each.name.toLowerCase().includes(wanted));
  if (wanted === '') return found;
  const others = search(query).flatMap((group) => group.people).filter((each) => each.id !== person).slice(0, mostPeople);
  return [...found, ...others.map((each): Destination => ({ key: each.id, name: each.name, kind: 'person', hint: `${each.department} ${each.title}`, person: each.id }))];
}

/** A list to pick one destination from, with a search over chats and people. */
export function DestinationList({ person, onPick }: { person: string; onPick: (destination: Destination) => void }) {
  const [query, setQuery] = useState('');
  const shown = useDestinations(person, query);
  return (
    <div class="picker-list">
      <label class="search">
        <Icon name="search" size={16} />
        <input autofocus type="search" placeholder={t('searchChatsPeople')} aria-label={t('searchChatsPeople')} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      </label>
      <div class="picker-rows">
        {shown.map((each) => (
          <button type="button" key={each.key} class="person-option" onClick={() => onPick(each)}>
            <Avatar id={each.key} name={each.name} kind={each.kind} size={30} /><span>{each.name}</span><span class="quiet">{each.hint}</span>
          </button>
        ))}
        {shown.length === 0 && <p class="empty-line" role="status">{t('notFound')}</p>}
      </div>
    </div>
  );
}
