import type { ChatView, MessageView } from '../../api/chats.ts';
import { wallTime } from '../kit/dates.ts';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { Avatar } from '../people/avatar.tsx';
import { usePage } from '../state/context.ts';
import { threadKey } from '../state/store.ts';
import { CardMessage } from './card-message.tsx';
import { MessageActs } from './message-acts.tsx';
import { MessageBody } from './message-body.tsx';
import { Quote, ReadMark, Reactions, Tags, ThreadLink } from './message-marks.tsx';
import { summaryOf } from './message-text.ts';

interface RowProps {
  index: number;
  chat: ChatView;
  person: string;
  message: MessageView;
  /** The sender and minute stand already above. */
  joined: boolean;
  /** Inside the panel of a thread: what leads to the thread is left out. */
  inThread?: boolean;
}

/** One message with its sender, quote, reactions and what can be done with it. */
export function MessageRow(props: RowProps) {
  const { index, chat, person, message, joined, inThread = false } = props;
  const { store } = usePage();
  const mine = message.from.id === person;
  if (message.recalled) return <RecalledLine chat={chat} person={person} message={message} />;
  if (message.type === 'system') return <p class="system-line" data-message={message.id}>{summaryOf(message)}</p>;
  const key = threadKey(person, chat.id);
  const chosen = inThread ? undefined : store.selection.value[key];
  const aimed = store.aimed.value?.message === message.id && store.aimed.value.person === person;
  const classes = ['message', mine ? 'mine' : '', joined ? 'joined' : '', message.type === 'interactive' ? 'has-card' : '', chosen === undefined ? '' : 'choosing', aimed ? 'is-aimed' : ''];
  const choose = () => {
    if (chosen !== undefined) store.selection.value = { ...store.selection.value, [key]: chosen.includes(message.id) ? chosen.filter((id) => id !== message.id) : [...chosen, message.id] };
  };
  return (
    <article class={classes.join(' ')} data-message={message.id} tabIndex={-1} aria-label={t('messageFrom', { name: message.from.name, time: wallTime(message.at).time })}>
      {chosen !== undefined && <input type="checkbox" class="choose" checked={chosen.includes(message.id)} aria-label={t('chooseMessage', { text: summaryOf(message).slice(0, 40) })} onChange={choose} />}
      <Avatar id={message.from.id} name={message.from.name} kind={message.from.bot ? 'bot' : 'person'} size={34} />
      <div class="message-main">
        <p class="message-by"><span>{message.from.name}</span><time>{wallTime(message.at).time}</time>{message.edited && <i>{t('edited')}</i>}</p>
        <Tags message={message} person={person} />
        {message.parent !== undefined && !inThread && <Quote index={index} message={message} person={person} />}
        <div class="message-line">
          {message.type === 'interactive' ? <CardMessage chat={chat} person={person} message={message} /> : <MessageBody chat={chat} message={message} />}
          {chosen === undefined && <MessageActs index={index} chat={chat} person={person} message={message} inThread={inThread} />}
        </div>
        <Reactions chat={chat} person={person} message={message} />
        {!inThread && <ThreadLink index={index} message={message} />}
        {mine && <ReadMark chat={chat} person={person} message={message} />}
        {(message.followUps ?? []).length > 0 && <FollowUps chat={chat} person={person} texts={message.followUps ?? []} />}
      </div>
    </article>
  );
}

interface PartProps {
  chat: ChatView;
  person: string;
}

/** The grey line of a message that was taken back; its writer may write it anew. */
function RecalledLine({ chat, person, message }: PartProps & { message: MessageView }) {
  const { store } = usePage();
  const mine = message.from.id === person;
  const words = store.takenBack.get(message.id);
  const again = () => {
    store.aims.value = { ...store.aims.value, [threadKey(person, chat.id)]: { kind: 'again', message, words: words ?? '' } };
  };
  return (
    <p class="system-line" data-message={message.id}>
      {mine ? t('recalledByYou') : t('recalledBy', { name: message.from.name })}
      {mine && words !== undefined && <button type="button" class="link-btn" onClick={again}>{t('writeAgain')}</button>}
    </p>
  );
}

function FollowUps({ chat, person, texts }: PartProps & { texts: string[] }) {
  const { actions } = usePage();
  return (
    <p class="follow-ups">
      {texts.map((text) => (
        <button type="button" key={text} class="btn btn-small" onClick={() => actions.say({ as: person, to: chat.id, text })}><Icon name="reply" size={13} /> {text}</button>
      ))}
    </p>
  );
}
