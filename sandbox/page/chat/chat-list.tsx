import { useState } from 'preact/hooks';
import type { ChatView } from '../../api/chats.ts';
import type { City } from '../../api/city.ts';
import { Avatar } from '../people/avatar.tsx';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { usePage } from '../state/context.ts';
import { listTime } from '../kit/dates.ts';
import { Icon } from '../kit/icons.tsx';
import type { ColumnState } from '../state/store.ts';
import { t } from '../language/language.ts';

/** A row of the list: a chat, or a bot of the city that was never talked to. */
interface Row {
  key: string;
  chat?: string;
  app?: string;
  name: string;
  kind: 'bot' | 'person' | 'group';
  unread: number;
  text: string;
  at?: string;
}

interface ChatListProps {
  index: number;
  column: ColumnState;
  person: string;
}

/** The chats of a person, newest first; every bot of the city stands in it from the start. */
export function ChatList({ index, column, person }: ChatListProps) {
  const { store, actions } = usePage();
  const [query, setQuery] = useState('');
  const chats = store.chats.value[person];
  const rows = rowsOf(chats ?? [], { city: store.city.value, person }).filter((row) => row.name.includes(query.trim()));
  const now = store.clock.value?.now ?? '';
  return (
    <nav class="chats" aria-label={t('chatList')}>
      <label class="search">
        <Icon name="search" size={16} />
        <input type="search" class="chat-search" placeholder={t('searchChats')} aria-label={t('searchChats')} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      </label>
      {chats === undefined && <SkeletonLines />}
      <ul>
        {rows.map((row) => (
          <li key={row.key}>
            <button type="button" class="chat-row" title={row.name} aria-current={column.chat === row.key ? 'true' : undefined} onClick={() => void actions.enterChat(index, row)}>
              <span class="chat-face">
                <Avatar id={row.key} name={row.name} kind={row.kind} size={40} />
                {row.unread > 0 && <b class="badge"><span class="sr">{t('unread')} </span>{row.unread > 99 ? '99+' : row.unread}</b>}
              </span>
              <span class="chat-name">{row.name}{row.kind === 'bot' && <i class="bot-tag">{t('bot')}</i>}</span>
              <time class="chat-time">{row.at === undefined || now === '' ? '' : listTime(row.at, now)}</time>
              <span class="chat-last">{row.text}</span>
            </button>
          </li>
        ))}
      </ul>
      {chats !== undefined && rows.length === 0 && <p class="empty-line">{query === '' ? t('noChats') : t('notFound')}</p>}
    </nav>
  );
}

function rowsOf(chats: ChatView[], place: { city: City | null; person: string }): Row[] {
  const rows = chats.map((chat) => chatRow(chat, place.person));
  const strangers = (place.city?.apps ?? []).filter((app) => !chats.some((chat) => chat.appId === app.appId));
  const bots = strangers.map((app): Row => ({ key: `app:${app.appId}`, app: app.appId, name: app.name, kind: 'bot', unread: 0, text: t('startHere') }));
  return [...rows, ...bots];
}

function chatRow(chat: ChatView, person: string): Row {
  const other = chat.members.find((member) => member.id !== person);
  const kind = chat.mode === 'group' ? 'group' : chat.appId === undefined && other?.bot !== true ? 'person' : 'bot';
  return {
    key: chat.id,
    chat: chat.id,
    ...(chat.appId === undefined ? {} : { app: chat.appId }),
    ...(chat.last === undefined ? {} : { at: chat.last.at }),
    name: chatTitle(chat, person),
    kind,
    unread: chat.unread,
    text: chat.dissolved ? t('dissolved') : (chat.last?.text ?? t('noMessages')),
  };
}

/** The name under which a person knows a chat. */
export function chatTitle(chat: ChatView, person: string): string {
  const other = chat.members.find((member) => member.id !== person);
  return chat.name !== '' ? chat.name : (other?.name ?? t('chat'));
}
