import type { ChatView, MessageView } from '../../api/chats.ts';
import { Avatar } from '../people/avatar.tsx';
import { CardMessage } from './card-message.tsx';
import { usePage } from '../state/context.ts';
import { wallTime } from '../kit/dates.ts';
import { MessageActs } from './message-acts.tsx';
import { MessageBody } from './message-body.tsx';
import { summaryOf } from './message-text.ts';
import { emojiOf } from './emoji.ts';
import { t } from '../language/language.ts';

interface RowProps {
  chat: ChatView;
  person: string;
  message: MessageView;
  /** The sender and minute stand already above. */
  joined: boolean;
  parent: MessageView | undefined;
}

/** One message with its sender, quote, reactions and what can be done with it. */
export function MessageRow({ chat, person, message, joined, parent }: RowProps) {
  const mine = message.from.id === person;
  if (message.recalled) return <p class="system-line" id={`message-${message.id}`}>{mine ? t('recalledByYou') : t('recalledBy', { name: message.from.name })}</p>;
  if (message.type === 'system') return <p class="system-line" id={`message-${message.id}`}>{summaryOf(message)}</p>;
  const classes = ['message', mine ? 'mine' : '', joined ? 'joined' : '', message.type === 'interactive' ? 'has-card' : ''];
  return (
    <article class={classes.join(' ')} id={`message-${message.id}`} tabIndex={-1} aria-label={`${message.from.name} ${wallTime(message.at).time}`}>
      <Avatar id={message.from.id} name={message.from.name} kind={message.from.bot ? 'bot' : 'person'} size={34} />
      <div class="message-main">
        <p class="message-by"><span>{message.from.name}</span><time>{wallTime(message.at).time}</time>{message.edited && <i>{t('edited')}</i>}</p>
        {message.parent !== undefined && <Quote parent={parent} />}
        <div class="message-line">
          {message.type === 'interactive' ? <CardMessage chat={chat} person={person} message={message} /> : <MessageBody chat={chat} message={message} />}
          <MessageActs chat={chat} person={person} message={message} mine={mine} />
        </div>
        <Reactions chat={chat} person={person} message={message} />
        {(message.followUps ?? []).length > 0 && <FollowUps chat={chat} person={person} texts={message.followUps ?? []} />}
      </div>
    </article>
  );
}

function Quote({ parent }: { parent: MessageView | undefined }) {
  return <p class="quote">{parent === undefined ? t('repliedUnknown') : t('says', { name: parent.from.name, text: summaryOf(parent) })}</p>;
}

interface PartProps {
  chat: ChatView;
  person: string;
}

function Reactions({ chat, person, message }: PartProps & { message: MessageView }) {
  const { actions } = usePage();
  if (message.reactions.length === 0) return null;
  const nameOf = (id: string) => chat.members.find((member) => member.id === id)?.name ?? t('bot');
  return (
    <p class="reactions">
      {message.reactions.map((reaction) => (
        <button type="button" key={reaction.emoji} class="reaction" title={reaction.by.map(nameOf).join(t('comma'))} onClick={() => void actions.act('react', { as: person, message: message.id, emoji: reaction.emoji })}>
          <b>{emojiOf(reaction.emoji)}</b> {reaction.by.map(nameOf).slice(0, 3).join(t('comma'))}
        </button>
      ))}
    </p>
  );
}

function FollowUps({ chat, person, texts }: PartProps & { texts: string[] }) {
  const { actions } = usePage();
  return (
    <p class="follow-ups">
      {texts.map((text) => (
        <button type="button" key={text} class="btn btn-small" onClick={() => void actions.act('say', { as: person, to: chat.id, text })}>{text}</button>
      ))}
    </p>
  );
}
