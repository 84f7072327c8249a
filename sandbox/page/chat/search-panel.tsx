import { useEffect, useState } from 'preact/hooks';
import type { ChatView, MessageView } from '../../api/chats.ts';
import { shortDay, wallTime } from '../kit/dates.ts';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { ask } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { summaryOf } from './message-text.ts';

const restMs = 200;

/** Messages that contain words, in one chat or in all of the person's chats; empty words find nothing. */
export function useSearch(person: string, words: string, chat?: string): MessageView[] | undefined {
  const { actions } = usePage();
  const [found, setFound] = useState<MessageView[] | undefined>();
  useEffect(() => {
    if (words.trim() === '') {
      setFound(undefined);
      return;
    }
    let late = false;
    const timer = setTimeout(() => void actions.attempt(person, async () => {
      const answer = await ask<MessageView[]>('search', { as: person, text: words, ...(chat === undefined ? {} : { chat }) });
      if (!late) setFound(answer);
    }), restMs);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [person, words, chat]);
  return found;
}

/** A search over the messages of one chat; each hit leads to its place. */
export function SearchPanel({ index, chat, person }: { index: number; chat: ChatView; person: string }) {
  const [words, setWords] = useState('');
  const found = useSearch(person, words, chat.id);
  return (
    <>
      <label class="search panel-search">
        <Icon name="search" size={16} />
        <input autofocus type="search" placeholder={t('searchWords')} aria-label={t('searchWords')} value={words} onInput={(event) => setWords(event.currentTarget.value)} />
      </label>
      <ul class="panel-scroll found" aria-live="polite">
        {found?.map((message) => <li key={message.id}><FoundMessage index={index} message={message} /></li>)}
        {found?.length === 0 && <li class="empty-line">{t('notFound')}</li>}
      </ul>
    </>
  );
}

/** One line for a message that leads to where it was said. */
export function FoundMessage({ index, message, where = '' }: { index: number; message: MessageView; where?: string }) {
  const { actions } = usePage();
  return (
    <button type="button" class="found-row" onClick={() => void actions.showMessage(index, message.chat, message.id)}>
      <span class="found-by"><b>{message.from.name}</b>{where !== '' && <i>{where}</i>}<time>{shortDay(message.at)} {wallTime(message.at).time}</time></span>
      <span class="found-text">{summaryOf(message)}</span>
    </button>
  );
}
