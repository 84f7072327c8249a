import { useState } from 'preact/hooks';
import type { ChatView, MessageView, ReadersView } from '../../api/chats.ts';
import { wallTime } from '../kit/dates.ts';
import { Floating } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { ask } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { threadKey } from '../state/store.ts';
import { emojiOf } from './emoji.ts';
import { memberName, summaryOf } from './message-text.ts';

interface MarkProps {
  index: number;
  message: MessageView;
}

interface ChatProps {
  chat: ChatView;
  person: string;
  message: MessageView;
}

/** Words above a message that hold for this reader: only he sees it, he was urged to read it. */
export function Tags({ message, person }: { message: MessageView; person: string }) {
  const urged = message.urgent ?? [];
  if (message.only !== true && urged.length === 0) return null;
  return (
    <p class="message-tags">
      {message.only === true && <span class="message-tag">{t('onlyYou')}</span>}
      {urged.length > 0 && <span class="message-tag is-urgent">{urged.includes(person) ? t('urgentYou') : t('urgent')}</span>}
    </p>
  );
}

/** What a message answers; leads to it. */
export function Quote({ index, message, person }: MarkProps & { person: string }) {
  const { store, actions } = usePage();
  const parent = store.threads.value[threadKey(person, message.chat)]?.items.find((each) => each.id === message.parent);
  const words = parent === undefined ? message.quote : { name: parent.from.name, text: summaryOf(parent) };
  return (
    <button type="button" class="quote" onClick={() => void actions.showMessage(index, message.chat, message.parent ?? '')}>
      {words === undefined ? t('repliedUnknown') : t('says', words)}
    </button>
  );
}

/** How many answers a message has in its thread; opens the thread. */
export function ThreadLink({ index, message }: MarkProps) {
  const { actions } = usePage();
  if (message.replies === undefined || message.replies === 0) return null;
  return (
    <button type="button" class="thread-link" onClick={() => actions.showPanel(index, { kind: 'thread', root: message.id })}>
      <Icon name="chat" size={14} /> {t('threadReplies', { count: message.replies })}
    </button>
  );
}

/** Who reacted with what; a tap joins in or takes one's own back. */
export function Reactions({ chat, person, message }: ChatProps) {
  const { actions } = usePage();
  if (message.reactions.length === 0) return null;
  return (
    <p class="reactions">
      {message.reactions.map((reaction) => {
        const names = reaction.by.map((id) => memberName(chat, id));
        const own = reaction.by.includes(person);
        const shown = names.length > 3 ? t('andMore', { names: names.slice(0, 2).join(t('comma')), count: names.length }) : names.join(t('comma'));
        return (
          <button type="button" key={reaction.emoji} class="reaction" aria-pressed={own} title={names.join(t('comma'))} onClick={() => void actions.act('react', { as: person, message: message.id, emoji: reaction.emoji })}>
            <b>{emojiOf(reaction.emoji)}</b> {shown}
          </button>
        );
      })}
    </p>
  );
}

/** How far one's own message was read; in a group the names on demand. */
export function ReadMark({ chat, person, message }: ChatProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { read } = message;
  if (read === undefined) return null;
  const words = read.count >= read.of ? (read.of === 1 ? t('readByOther') : t('readByAll')) : read.of === 1 ? t('notRead') : t('readCount', { count: read.count, of: read.of });
  if (read.of === 1) return <p class="read-mark">{words}</p>;
  return (
    <>
      <button type="button" class="read-mark" aria-haspopup="dialog" onClick={(event) => setAnchor(event.currentTarget)}>{words}</button>
      {anchor !== null && <ReadersPanel anchor={anchor} chat={chat} person={person} message={message} onClose={() => setAnchor(null)} />}
    </>
  );
}

function ReadersPanel({ anchor, chat, person, message, onClose }: ChatProps & { anchor: HTMLElement; onClose: () => void }) {
  const { actions } = usePage();
  const [readers, setReaders] = useState<ReadersView | null>(null);
  useState(() => void actions.attempt(person, async () => setReaders(await ask<ReadersView>('readers', { as: person, message: message.id }))));
  return (
    <Floating anchor={anchor} label={t('readers')} width={260} align="end" onClose={onClose}>
      <p class="menu-title">{t('readNames', { count: readers?.read.length ?? 0 })}</p>
      <ul class="name-list">{readers?.read.map((each) => <li key={each.id}>{memberName(chat, each.id)}{each.at !== undefined && <time>{wallTime(each.at).time}</time>}</li>)}</ul>
      <p class="menu-title">{t('unreadNames', { count: readers?.unread.length ?? 0 })}</p>
      <ul class="name-list">{readers?.unread.map((id) => <li key={id}>{memberName(chat, id)}</li>)}</ul>
    </Floating>
  );
}
