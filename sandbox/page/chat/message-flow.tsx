import { useRef } from 'preact/hooks';
import type { ChatView as Chat, MessageView } from '../../api/chats.ts';
import { dayKey, fullDay } from '../kit/dates.ts';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import { threadKey, type Thread } from '../state/store.ts';
import { useFollow } from './follow.ts';
import { MessageRow } from './message-row.tsx';

const joinedMs = 300_000;

interface FlowProps {
  index: number;
  chat: Chat;
  person: string;
  thread: Thread;
}

/** The messages of a chat, however many; only those in view are drawn. */
export function MessageFlow({ index, chat, person, thread }: FlowProps) {
  const { store } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const { rows, height, measure, below, far, toEnd, handlers } = useFollow({ box, person, chat: chat.id, thread });
  const unread = store.entered.get(threadKey(person, chat.id));
  const away = thread.newer || below > 0 || far;
  return (
    <div class="flow-frame">
      <div ref={box} class="flow" role="log" aria-label={t('messages')} aria-busy={thread.loading} tabIndex={0} {...handlers}>
        {thread.items.length === 0 && <p class="empty-line">{t('noMessages')}</p>}
        <div class="flow-inner" style={{ height: `${height}px` }}>
          {rows.map((row) => {
            const message = thread.items[row.index];
            if (message === undefined) return null;
            const before = thread.items[row.index - 1];
            return (
              <div key={row.key} ref={measure} data-index={row.index} class="flow-row" style={{ transform: `translateY(${row.start}px)` }}>
                {(before === undefined ? !thread.more : dayKey(before.at) !== dayKey(message.at)) && <p class="day-line"><span>{fullDay(message.at)}</span></p>}
                {message.id === unread && <p class="new-line"><span>{t('newFromHere')}</span></p>}
                <MessageRow index={index} chat={chat} person={person} message={message} joined={isJoined(before, message) && message.id !== unread} />
              </div>
            );
          })}
        </div>
      </div>
      {away && <button type="button" class="btn btn-small below" onClick={toEnd}><Icon name="down" size={14} /> {below > 0 ? t('newBelow', { count: below }) : t('toNewest')}</button>}
    </div>
  );
}

/** The same sender went on within five minutes: his name and picture need not stand again. */
function isJoined(before: MessageView | undefined, message: MessageView): boolean {
  if (before === undefined || before.recalled || before.type === 'system') return false;
  return before.from.id === message.from.id && dayKey(before.at) === dayKey(message.at) && Date.parse(message.at) - Date.parse(before.at) < joinedMs;
}
