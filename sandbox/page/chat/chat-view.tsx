import { useState } from 'preact/hooks';
import type { ChatView as Chat, MessageView } from '../../api/chats.ts';
import { BotMenu } from './bot-menu.tsx';
import { chatTitle } from './chat-list.tsx';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { Composer } from './composer.tsx';
import { usePage } from '../state/context.ts';
import { dayKey, fullDay } from '../kit/dates.ts';
import { useFollow } from './follow.ts';
import { Icon } from '../kit/icons.tsx';
import { MessageRow } from './message-row.tsx';
import { summaryOf } from './message-text.ts';
import { threadKey, type ColumnState, type Thread } from '../state/store.ts';
import { t } from '../language/language.ts';

interface ChatViewProps {
  index: number;
  column: ColumnState;
  person: string;
}

/** One chat as its person sees it: messages, cards, bot menu and the composer. */
export function ChatView({ index, column, person }: ChatViewProps) {
  const { store } = usePage();
  const chat = store.chats.value[person]?.find((each) => each.id === column.chat);
  if (column.chat === null) return <NoChat />;
  const thread = store.threads.value[threadKey(person, column.chat)];
  if (chat === undefined || thread === undefined || thread.loading) return <section class="chat"><SkeletonLines /></section>;
  const pinned = thread.items.find((message) => message.id === chat.pinned);
  return (
    <section class="chat" aria-label={chatTitle(chat, person)}>
      <ChatHead index={index} chat={chat} person={person} />
      {pinned !== undefined && <PinnedLine message={pinned} />}
      <MessageFlow chat={chat} person={person} thread={thread} />
      {chat.dissolved ? <p class="chat-closed">{t('groupDissolved')}</p> : <ChatFoot chat={chat} person={person} />}
    </section>
  );
}

function ChatFoot({ chat, person }: { chat: Chat; person: string }) {
  const [menu, setMenu] = useState(false);
  return (
    <div class={`chat-foot${menu ? ' menu-shown' : ''}`}>
      <BotMenu chat={chat} person={person} />
      <Composer chat={chat} person={person} menuShown={menu} onMenu={() => setMenu(!menu)} />
    </div>
  );
}

function NoChat() {
  return (
    <section class="chat no-chat">
      <div class="empty">
        <span class="empty-mark"><Icon name="chat" size={30} /></span>
        <p>{t('chooseChat')}</p>
      </div>
    </section>
  );
}

function ChatHead({ index, chat, person }: { index: number; chat: Chat; person: string }) {
  const { store, actions } = usePage();
  const app = store.city.value?.apps.find((each) => each.appId === chat.appId);
  return (
    <header class="chat-head">
      <button type="button" class="btn-icon phone-only" aria-label={t('backToChats')} onClick={() => actions.leaveChat(index)}><Icon name="left" /></button>
      <h2>{chatTitle(chat, person)}</h2>
      {chat.mode === 'group' && <span class="quiet" title={chat.members.map((member) => member.name).join(t('comma'))}>{t('memberCount', { count: chat.members.length })}</span>}
      {app !== undefined && app.connections > 0 && <span class="link-state">{t('online')}</span>}
    </header>
  );
}

function PinnedLine({ message }: { message: MessageView }) {
  const show = () => document.getElementById(`message-${message.id}`)?.scrollIntoView({ block: 'center' });
  return (
    <button type="button" class="pinned" onClick={show}>
      <Icon name="pin" size={16} /><b>{t('pinned')}</b><span>{summaryOf(message)}</span>
    </button>
  );
}

interface FlowProps {
  chat: Chat;
  person: string;
  thread: Thread;
}

function MessageFlow({ chat, person, thread }: FlowProps) {
  const { actions } = usePage();
  const { box, handlers, below, showBelow } = useFollow({ person, chat: chat.id, thread });
  return (
    <div class="flow-frame">
      <div ref={box} class="flow" role="log" aria-label={t('messages')} tabIndex={0} {...handlers}>
        <div class="flow-inner">
          {thread.more && <button type="button" class="btn btn-small older" onClick={() => void actions.loadOlder(person, chat.id)}>{t('older')}</button>}
          {thread.items.length === 0 && <p class="empty-line">{t('noMessages')}</p>}
          {thread.items.map((message, at) => (
            <MessageBlock key={message.id} chat={chat} person={person} message={message} before={thread.items[at - 1]} thread={thread} />
          ))}
        </div>
      </div>
      {below > 0 && <button type="button" class="btn btn-small below" onClick={showBelow}><Icon name="down" size={14} /> {t('newBelow', { count: below })}</button>}
    </div>
  );
}

interface BlockProps extends FlowProps {
  message: MessageView;
  before: MessageView | undefined;
}

function MessageBlock({ chat, person, message, before, thread }: BlockProps) {
  const newDay = before === undefined || dayKey(before.at) !== dayKey(message.at);
  const close = !newDay && before.from.id === message.from.id && Date.parse(message.at) - Date.parse(before.at) < 300_000 && before.type !== 'system';
  const parent = message.parent === undefined ? undefined : thread.items.find((each) => each.id === message.parent);
  return (
    <>
      {newDay && <p class="day-line"><span>{fullDay(message.at)}</span></p>}
      <MessageRow chat={chat} person={person} message={message} joined={close} parent={parent} />
    </>
  );
}
