import { useState } from 'preact/hooks';
import type { ChatView as Chat } from '../../api/chats.ts';
import { Icon } from '../kit/icons.tsx';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { t } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import { threadKey, type ColumnState } from '../state/store.ts';
import { BotMenu } from './bot-menu.tsx';
import { chatTitle } from './chat-face.ts';
import { ChatHead } from './chat-head.tsx';
import { ChatPanel } from './chat-panel.tsx';
import { Composer } from './composer.tsx';
import { useFileDrop } from './file-drop.ts';
import { MessageFlow } from './message-flow.tsx';
import { SelectBar } from './select-bar.tsx';
import { TopLine } from './top-line.tsx';

interface ChatViewProps {
  index: number;
  column: ColumnState;
  person: string;
}

/** One chat as its person sees it: messages, what stands beside them, bot menu and the composer. */
export function ChatView({ index, column, person }: ChatViewProps) {
  const { store } = usePage();
  const chat = store.chats.value[person]?.find((each) => each.id === column.chat);
  if (column.chat === null) return <NoChat />;
  const thread = store.threads.value[threadKey(person, column.chat)];
  if (chat === undefined || thread === undefined || thread.loading) return <section class="chat"><SkeletonLines /></section>;
  return (
    <section class={`chat${column.panel == null ? '' : ' with-panel'}`} aria-label={chatTitle(chat, person)}>
      <ChatHead index={index} chat={chat} person={person} />
      <div class="chat-body">
        <ChatMain index={index} chat={chat} person={person} />
        {column.panel != null && <ChatPanel index={index} chat={chat} person={person} panel={column.panel} />}
      </div>
    </section>
  );
}

function ChatMain({ index, chat, person }: { index: number; chat: Chat; person: string }) {
  const { store, actions } = usePage();
  const key = threadKey(person, chat.id);
  const thread = store.threads.value[key];
  const chosen = store.selection.value[key];
  const drop = useFileDrop((files) => { for (const file of files) actions.upload({ as: person, to: chat.id, file }); });
  if (thread === undefined) return null;
  const foot = chosen === undefined ? <ChatFoot chat={chat} person={person} /> : <SelectBar chat={chat} person={person} chosen={chosen} />;
  return (
    <div class={`chat-main${drop.over ? ' is-over' : ''}`} {...(chat.dissolved ? {} : drop.handlers)}>
      <TopLine index={index} chat={chat} person={person} />
      <MessageFlow key={key} index={index} chat={chat} person={person} thread={thread} />
      {chat.dissolved ? <p class="chat-closed">{t('groupDissolved')}</p> : foot}
      {drop.over && <p class="drop-note" role="status"><Icon name="clip" size={20} /> {t('dropToSend')}</p>}
    </div>
  );
}

function ChatFoot({ chat, person }: { chat: Chat; person: string }) {
  const [shown, setShown] = useState(false);
  return (
    <div class={`chat-foot${shown ? ' menu-shown' : ''}`}>
      <BotMenu chat={chat} person={person} />
      <Composer chat={chat} person={person} menu={{ shown, toggle: () => setShown(!shown) }} />
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
