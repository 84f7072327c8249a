import { useEffect, useState } from 'preact/hooks';
import type { ChatView, MessageView } from '../../api/chats.ts';
import { t } from '../language/language.ts';
import { ask } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { FoundMessage } from './search-panel.tsx';

/** The marked messages of a chat, newest mark first. */
export function PinList({ index, chat, person }: { index: number; chat: ChatView; person: string }) {
  const { actions } = usePage();
  const [messages, setMessages] = useState<MessageView[]>([]);
  useEffect(() => {
    const read = async () => {
      const pages = await Promise.all(chat.pins.toReversed().map((id) => ask<MessageView[]>('messages', { as: person, chat: chat.id, thread: id })));
      setMessages(pages.flatMap((page) => page.slice(0, 1)));
    };
    void actions.attempt(person, read);
  }, [chat.pins.join()]);
  return (
    <ul class="panel-scroll found">
      {messages.map((message) => (
        <li key={message.id}>
          <FoundMessage index={index} message={message} />
          <button type="button" class="btn btn-small" onClick={() => void actions.act('pin', { as: person, message: message.id, on: false })}>{t('unmark')}</button>
        </li>
      ))}
      {chat.pins.length === 0 && <li class="empty-line">{t('noMarks')}</li>}
    </ul>
  );
}
