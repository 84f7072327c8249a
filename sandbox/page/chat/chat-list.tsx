import { useMemo, useRef, useState } from 'preact/hooks';
import type { ChatView } from '../../api/chats.ts';
import type { City } from '../../api/city.ts';
import { listTime } from '../kit/dates.ts';
import { Icon } from '../kit/icons.tsx';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { useVirtual } from '../kit/virtual.ts';
import { t } from '../language/language.ts';
import { Avatar } from '../people/avatar.tsx';
import { createPersonSearch } from '../people/person-search.ts';
import { usePage } from '../state/context.ts';
import { threadKey, type ColumnState } from '../state/store.ts';
import { chatFace } from './chat-face.ts';
import { GroupDialog } from './group-dialog.tsx';
import { FoundMessage, useSearch } from './search-panel.tsx';

/** A row of the list: a chat, a bot of the city that was never talked to, or a person found by a search. */
interface Row {
  key: string;
  chat?: string;
  app?: string;
  person?: string;
  name: string;
  kind: 'bot' | 'person' | 'group';
  unread: number;
  text: string;
  draft?: boolean;
  at?: string;
}

interface ChatListProps {
  index: number;
  column: ColumnState;
  person: string;
}

const mostPeople = 8;

/** The chats of a person, newest first; every bot of the city stands in it from the start. A search also finds people and what was said. */
export function ChatList({ index, column, person }: ChatListProps) {
  const { store } = usePage();
  const [query, setQuery] = useState('');
  const [grouping, setGrouping] = useState(false);
  const chats = store.chats.value[person];
  const people = store.city.value?.people ?? [];
  const search = useMemo(() => createPersonSearch(people), [people]);
  const place = { city: store.city.value, person, texts: store.texts.value };
  const rows = query.trim() === '' ? rowsOf(chats ?? [], place) : foundRows(chats ?? [], { place, query, people: search(query).flatMap((group) => group.people) });
  return (
    <nav class={`chats${query.trim() === '' ? '' : ' is-searching'}`} aria-label={t('chatList')}>
      <div class="chats-head">
        <label class="search">
          <Icon name="search" size={16} />
          <input type="search" class="chat-search" placeholder={t('searchEverything')} aria-label={t('searchChats')} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
        </label>
        <button type="button" class="btn-icon" aria-label={t('newGroup')} title={t('newGroup')} onClick={() => setGrouping(true)}><Icon name="add" /></button>
      </div>
      {chats === undefined ? <SkeletonLines /> : <RowList index={index} column={column} rows={rows} onOpen={() => setQuery('')} />}
      {chats !== undefined && rows.length === 0 && query === '' && <p class="empty-line">{t('noChats')}</p>}
      {query.trim() !== '' && <FoundWords index={index} person={person} query={query} alone={rows.length === 0} />}
      {grouping && <GroupDialog index={index} person={person} onClose={() => setGrouping(false)} />}
    </nav>
  );
}

function RowList({ index, column, rows, onOpen }: { index: number; column: ColumnState; rows: Row[]; onOpen: () => void }) {
  const { store, actions } = usePage();
  const box = useRef<HTMLUListElement>(null);
  const list = useVirtual({ box, count: rows.length, keyOf: (at) => rows[at]?.key ?? '', heightOf: () => 62 });
  const now = store.clock.value?.now ?? '';
  const open = (row: Row) => {
    onOpen();
    void (row.person === undefined ? actions.enterChat(index, row) : actions.openWith(index, row.person));
  };
  return (
    <ul ref={box} class="virtual-box" tabIndex={-1}>
      <li aria-hidden="true" style={{ height: `${list.height}px` }} />
      {list.rows.map((item) => {
        const row = rows[item.index];
        return row !== undefined && (
          <li key={item.key} ref={list.measure} data-index={item.index} class="virtual-row" style={{ transform: `translateY(${item.start}px)` }}>
            <button type="button" class="chat-row" title={row.name} aria-current={column.chat === row.key ? 'true' : undefined} onClick={() => open(row)}>
              <span class="chat-face">
                <Avatar id={row.key} name={row.name} kind={row.kind} size={40} />
                {row.unread > 0 && <b class="badge"><span class="sr">{t('unread')} </span>{row.unread > 99 ? '99+' : row.unread}</b>}
              </span>
              <span class="chat-name">{row.name}{row.kind === 'bot' && <i class="bot-tag">{t('bot')}</i>}</span>
              <time class="chat-time">{row.at === undefined || now === '' ? '' : listTime(row.at, now)}</time>
              <span class="chat-last">{row.draft === true && <i class="draft-tag">{t('draft')}</i>}{row.text}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What was said in any chat and contains the words; when nothing else fits either, a line says so. */
function FoundWords({ index, person, query, alone }: { index: number; person: string; query: string; alone: boolean }) {
  const { store } = usePage();
  const found = useSearch(person, query);
  const chats = store.chats.value[person] ?? [];
  if (found === undefined) return null;
  if (found.length === 0) return alone ? <p class="empty-line" role="status">{t('notFound')}</p> : null;
  return (
    <section class="found-words" aria-label={t('foundMessages')}>
      <h3>{t('foundMessages')}</h3>
      <ul class="found">
        {found.map((message) => {
          const chat = chats.find((each) => each.id === message.chat);
          return <li key={message.id}><FoundMessage index={index} message={message} where={chat === undefined ? '' : chatFace(chat, person).name} /></li>;
        })}
      </ul>
    </section>
  );
}

interface Place {
  city: City | null;
  person: string;
  texts: Record<string, string>;
}

function rowsOf(chats: ChatView[], place: Place): Row[] {
  const rows = chats.map((chat) => chatRow(chat, place));
  const bots = (place.city?.apps ?? []).filter((app) => !chats.some((chat) => chat.appId === app.appId));
  return [...rows, ...bots.map((app): Row => ({ key: `app:${app.appId}`, app: app.appId, name: app.name, kind: 'bot', unread: 0, text: t('startHere') }))];
}

function chatRow(chat: ChatView, { person, texts }: Place): Row {
  const draft = texts[threadKey(person, chat.id)] ?? '';
  const by = chat.mode === 'group' && chat.last !== undefined && chat.last.by !== '';
  const last = chat.last === undefined ? t('noMessages') : by ? t('says', { name: chat.last.by, text: chat.last.text }) : chat.last.text;
  return {
    key: chat.id,
    chat: chat.id,
    ...chatFace(chat, person),
    ...(chat.appId === undefined ? {} : { app: chat.appId }),
    ...(chat.last === undefined ? {} : { at: chat.last.at }),
    unread: chat.unread,
    draft: draft !== '' && !chat.dissolved,
    text: chat.dissolved ? t('dissolved') : draft === '' ? last : draft,
  };
}

/** The chats that fit a query by name or by their people, and the people with whom there is none yet. */
function foundRows(chats: ChatView[], { place, people, query }: { place: Place; people: City['people']; query: string }): Row[] {
  const found = new Set(people.map((each) => each.id));
  const other = (chat: ChatView) => chat.members.find((member) => member.id !== place.person)?.id ?? '';
  const named = rowsOf(chats, place).filter((row) => row.name.toLowerCase().includes(query.trim().toLowerCase()));
  const direct = chats.filter((chat) => chat.mode === 'p2p' && chat.appId === undefined);
  const met = rowsOf(direct.filter((chat) => found.has(other(chat))), place).filter((row) => row.chat !== undefined && !named.some((each) => each.key === row.key));
  const talked = new Set([place.person, ...direct.map(other)]);
  const strangers = people.filter((each) => !talked.has(each.id)).slice(0, mostPeople)
    .map((each): Row => ({ key: each.id, person: each.id, name: each.name, kind: 'person', unread: 0, text: `${each.department} ${each.title}` }));
  return [...named, ...met, ...strangers];
}
