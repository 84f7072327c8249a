import { CalendarView } from '../office/calendar-view.tsx';
import { ChatList } from '../chat/chat-list.tsx';
import { ChatView } from '../chat/chat-view.tsx';
import { Directory } from '../office/directory.tsx';
import { usePage } from '../state/context.ts';
import { Icon } from '../kit/icons.tsx';
import { NoticeList, ToastArea } from '../kit/notices.tsx';
import { PersonPicker } from '../people/person-picker.tsx';
import type { ColumnState } from '../state/store.ts';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { TaskList } from '../office/task-list.tsx';
import { t } from '../language/language.ts';

const views = [
  { id: 'chats', name: 'chats', icon: 'chat' },
  { id: 'calendar', name: 'calendar', icon: 'calendar' },
  { id: 'tasks', name: 'tasks', icon: 'task' },
  { id: 'people', name: 'people', icon: 'people' },
] as const;

/** One person of the city: who he is, his chats, calendar and tasks. */
export function PersonColumn({ index, column }: { index: number; column: ColumnState }) {
  const { store } = usePage();
  const person = store.city.value?.people.find((each) => each.id === column.person);
  const name = person?.name ?? t('column', { number: index + 1 });
  return (
    <section class={`column column-${index}${column.chat === null ? '' : ' in-chat'}`} id={`column-${index}`} aria-label={name} tabIndex={-1} onFocusIn={() => { store.active.value = index; }}>
      <header class="column-head">
        <PersonPicker index={index} person={person} />
        <ViewTabs index={index} column={column} />
        <SwitchColumn index={index} />
        {person !== undefined && <NoticeList person={person.id} />}
      </header>
      <div class="column-body">
        {person === undefined ? <NobodyYet loading={store.city.value === null} /> : <PersonBody index={index} column={column} person={person.id} />}
        {person !== undefined && <ToastArea person={person.id} />}
      </div>
    </section>
  );
}

function PersonBody({ index, column, person }: { index: number; column: ColumnState; person: string }) {
  if (column.view === 'calendar') return <CalendarView person={person} />;
  if (column.view === 'tasks') return <TaskList person={person} />;
  if (column.view === 'people') return <Directory index={index} />;
  return (
    <div class="talk">
      <ChatList index={index} column={column} person={person} />
      <ChatView key={`${person} ${column.chat ?? ''}`} index={index} column={column} person={person} />
    </div>
  );
}

function ViewTabs({ index, column }: { index: number; column: ColumnState }) {
  const { store, actions } = usePage();
  const chats = column.person === null ? [] : (store.chats.value[column.person] ?? []);
  const unread = chats.reduce((sum, chat) => sum + chat.unread, 0);
  return (
    <nav class="tabs" aria-label={t('views')}>
      {views.map((view) => (
        <button type="button" key={view.id} class="tab" disabled={column.person === null} aria-current={column.view === view.id ? 'page' : undefined} title={t(view.name)} onClick={() => actions.showView(index, view.id)}>
          <Icon name={view.icon} /> <span>{t(view.name)}</span>
          {view.id === 'chats' && unread > 0 && <b class="badge"><span class="sr">{t('unread')} </span>{unread}</b>}
        </button>
      ))}
    </nav>
  );
}

function SwitchColumn({ index }: { index: number }) {
  const { store } = usePage();
  if (store.columns.value.length < 2) return null;
  return (
    <button type="button" class="btn btn-small phone-only" onClick={() => { store.active.value = 1 - index; }}>{t('switchPerson')}</button>
  );
}

function NobodyYet({ loading }: { loading: boolean }) {
  if (loading) return <SkeletonLines />;
  return (
    <div class="empty">
      <span class="empty-mark"><Icon name="person" size={30} /></span>
      <p>{t('nobodyYet')}</p>
      <p class="quiet">{t('nobodyHint')}</p>
    </div>
  );
}
