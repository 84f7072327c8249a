import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ChatView } from '../../api/chats.ts';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { t } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import { threadKey } from '../state/store.ts';
import { Composer } from './composer.tsx';
import { MessageRow } from './message-row.tsx';

/** A message with all that was answered to it, and a composer for the next answer. */
export function ThreadPanel({ index, chat, person, root }: { index: number; chat: ChatView; person: string; root: string }) {
  const { store } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const thread = store.threads.value[threadKey(person, `thread ${root}`)];
  const count = thread?.items.length ?? 0;
  useLayoutEffect(() => {
    if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [count]);
  if (thread === undefined) return <SkeletonLines />;
  return (
    <>
      <div ref={box} class="panel-scroll thread-flow" role="log" aria-label={t('threadTitle')} tabIndex={0}>
        {thread.items.map((message) => <MessageRow key={message.id} index={index} chat={chat} person={person} message={message} joined={false} inThread />)}
        {count <= 1 && <p class="empty-line">{t('threadEmpty')}</p>}
      </div>
      {!chat.dissolved && <div class="chat-foot"><Composer chat={chat} person={person} thread={root} /></div>}
    </>
  );
}
