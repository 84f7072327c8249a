import { useState } from 'preact/hooks';
import type { ChatView, MessageView } from '../../api/chats.ts';
import { text, toNode } from '../card/shape.ts';
import { Floating, moveAmong } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { t, type Word } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import { threadKey } from '../state/store.ts';
import { allEmoji, emojiOf, offeredEmoji } from './emoji.ts';
import { ForwardDialog } from './forward-dialog.tsx';

interface ActsProps {
  index: number;
  chat: ChatView;
  person: string;
  message: MessageView;
  inThread: boolean;
}

/** The button beside a message and its menu: react, reply, open a thread, forward, choose, mark, edit, recall. */
export function MessageActs(props: ActsProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [forwarding, setForwarding] = useState(false);
  const close = () => setAnchor(null);
  return (
    <>
      <button type="button" class="btn-icon message-more" aria-haspopup="dialog" aria-expanded={anchor !== null} aria-label={t('aboutMessage')} onClick={(event) => setAnchor(event.currentTarget)}>
        <Icon name="more" />
      </button>
      {anchor !== null && (
        <Floating anchor={anchor} label={t('aboutMessage')} width={236} onClose={close}>
          <div onKeyDown={(event) => moveAmong(event, 'button')}>
            <EmojiRow {...props} onDone={close} />
            <ActMenu {...props} onDone={close} onForward={() => { close(); setForwarding(true); }} />
          </div>
        </Floating>
      )}
      {forwarding && <ForwardDialog person={props.person} messages={[props.message.id]} onClose={() => setForwarding(false)} />}
    </>
  );
}

function EmojiRow({ person, message, onDone }: ActsProps & { onDone: () => void }) {
  const { actions } = usePage();
  const [all, setAll] = useState(false);
  const react = (emoji: string) => {
    onDone();
    void actions.act('react', { as: person, message: message.id, emoji });
  };
  return (
    <div class={`emoji-row${all ? ' is-all' : ''}`} role="group" aria-label={t('reactWith')}>
      {(all ? allEmoji : offeredEmoji).map((emoji) => <button type="button" key={emoji} class="emoji" onClick={() => react(emoji)}>{emojiOf(emoji)}</button>)}
      {!all && <button type="button" class="emoji" aria-label={t('moreReactions')} onClick={() => setAll(true)}><Icon name="more" size={16} /></button>}
    </div>
  );
}

interface Entry {
  icon: string;
  word: Word;
  act: () => void;
}

function ActMenu(props: ActsProps & { onDone: () => void; onForward: () => void }) {
  const entries = useEntries(props);
  return (
    <>
      {entries.map(({ icon, word, act }) => (
        <button type="button" key={word} class="menu-item" onClick={() => { props.onDone(); act(); }}><Icon name={icon} /> {t(word)}</button>
      ))}
    </>
  );
}

function useEntries({ index, chat, person, message, inThread, onForward }: ActsProps & { onForward: () => void }): Entry[] {
  const { store, actions } = usePage();
  const key = threadKey(person, inThread ? `thread ${message.thread ?? message.id}` : chat.id);
  const aim = (kind: 'reply' | 'edit') => { store.aims.value = { ...store.aims.value, [key]: { kind, message } }; };
  const act = (path: string, body: Record<string, unknown> = {}) => () => void actions.act(path, { as: person, message: message.id, ...body });
  const mine = message.from.id === person;
  const words = message.type === 'text' ? text(toNode(message.content)['text']) : '';
  const select = () => { store.selection.value = { ...store.selection.value, [threadKey(person, chat.id)]: [message.id] }; };
  // A card may forbid it; any other message has no such word.
  const forwardable = toNode(toNode(message.content)['config'])['enable_forward'] !== false;
  const pinned = chat.pins.includes(message.id);
  const onTop = chat.pinned === message.id;
  const copy = () => void navigator.clipboard.writeText(words).then(() => actions.tell(person, { type: 'success', text: t('copied') }), () => undefined);
  const thread = () => actions.showPanel(index, { kind: 'thread', root: message.id });
  const all: (Entry | false)[] = [
    !inThread && { icon: 'reply', word: 'reply', act: () => aim('reply') },
    !inThread && { icon: 'chat', word: 'replyInThread', act: thread },
    forwardable && { icon: 'send', word: 'forwardMessage', act: onForward },
    words !== '' && { icon: 'copy', word: 'copyText', act: copy },
    !inThread && { icon: 'check', word: 'chooseSeveral', act: select },
    { icon: 'pin', word: pinned ? 'unmark' : 'markMessage', act: act('pin', { on: !pinned }) },
    chat.mode === 'group' && { icon: 'bell', word: onTop ? 'takeFromTop' : 'putOnTop', act: act('top', { on: !onTop }) },
    mine && !inThread && message.type === 'text' && { icon: 'task', word: 'edit', act: () => aim('edit') },
    mine && { icon: 'close', word: 'recall', act: () => void actions.recall(person, { id: message.id, words }) },
  ];
  return all.filter((each) => each !== false);
}
