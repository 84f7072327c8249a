import { useEffect, useState } from 'preact/hooks';
import type { ChatView, MessageView } from '../../api/chats.ts';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { ask } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { summaryOf } from './message-text.ts';

/** The message that stands on top of a group; leads to where it was said. */
export function TopLine({ index, chat, person }: { index: number; chat: ChatView; person: string }) {
  const { actions } = usePage();
  const message = useMessage({ chat: chat.id, person, id: chat.pinned });
  if (message === undefined || chat.pinned === undefined) return null;
  return (
    <div class="pinned">
      <button type="button" class="pinned-words" onClick={() => void actions.showMessage(index, chat.id, message.id)}>
        <Icon name="pin" size={16} /><b>{t('pinned')}</b><span>{t('says', { name: message.from.name, text: summaryOf(message) })}</span>
      </button>
      <button type="button" class="btn-icon" aria-label={t('takeFromTop')} title={t('takeFromTop')} onClick={() => void actions.act('top', { as: person, message: message.id, on: false })}><Icon name="close" size={14} /></button>
    </div>
  );
}

function useMessage({ chat, person, id }: { chat: string; person: string; id: string | undefined }): MessageView | undefined {
  const { actions } = usePage();
  const [message, setMessage] = useState<MessageView>();
  useEffect(() => {
    setMessage(undefined);
    if (id === undefined) return;
    void actions.attempt(person, async () => setMessage((await ask<MessageView[]>('messages', { as: person, chat, thread: id }))[0]));
  }, [chat, id]);
  return message;
}
