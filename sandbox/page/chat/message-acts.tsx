import { useState } from 'preact/hooks';
import type { ChatView, MessageView } from '../../api/chats.ts';
import { chatTitle } from './chat-list.tsx';
import { usePage } from '../state/context.ts';
import { emojiOf, offeredEmoji } from './emoji.ts';
import { Floating, moveAmong } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { threadKey } from '../state/store.ts';
import { t } from '../language/language.ts';

interface ActsProps {
  chat: ChatView;
  person: string;
  message: MessageView;
  mine: boolean;
}

/** The button beside a message and its menu: react, reply, forward, edit, recall. */
export function MessageActs({ chat, person, message, mine }: ActsProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [forwarding, setForwarding] = useState(false);
  const close = () => {
    setAnchor(null);
    setForwarding(false);
  };
  return (
    <>
      <button type="button" class="btn-icon message-more" aria-haspopup="dialog" aria-label={t('aboutMessage')} onClick={(event) => setAnchor(event.currentTarget)}>
        <Icon name="more" />
      </button>
      {anchor !== null && (
        <Floating anchor={anchor} label={t('aboutMessage')} width={216} onClose={close}>
          <div onKeyDown={(event) => moveAmong(event, 'button')}>
            {forwarding
              ? <ForwardList person={person} message={message} onDone={close} />
              : <ActMenu chat={chat} person={person} message={message} mine={mine} onDone={close} onForward={() => setForwarding(true)} />}
          </div>
        </Floating>
      )}
    </>
  );
}

function ActMenu({ chat, person, message, mine, onDone, onForward }: ActsProps & { onDone: () => void; onForward: () => void }) {
  const { store, actions } = usePage();
  const act = (path: string, body: Record<string, unknown>) => {
    onDone();
    void actions.act(path, { as: person, message: message.id, ...body });
  };
  const aim = (kind: 'reply' | 'edit') => {
    onDone();
    store.aims.value = { ...store.aims.value, [threadKey(person, chat.id)]: { kind, message } };
  };
  return (
    <>
      <div class="emoji-row">
        {offeredEmoji.map((emoji) => <button type="button" key={emoji} class="emoji" onClick={() => act('react', { emoji })}>{emojiOf(emoji)}</button>)}
      </div>
      <button type="button" class="menu-item" onClick={() => aim('reply')}><Icon name="reply" /> {t('reply')}</button>
      <button type="button" class="menu-item" onClick={onForward}><Icon name="send" /> {t('forwardMessage')}</button>
      {mine && message.type === 'text' && <button type="button" class="menu-item" onClick={() => aim('edit')}><Icon name="file" /> {t('edit')}</button>}
      {mine && <button type="button" class="menu-item" onClick={() => act('recall', {})}><Icon name="close" /> {t('recall')}</button>}
    </>
  );
}

function ForwardList({ person, message, onDone }: { person: string; message: MessageView; onDone: () => void }) {
  const { store, actions } = usePage();
  const chats = store.chats.value[person] ?? [];
  const forward = (to: string) => {
    onDone();
    void actions.act('forward', { as: person, messages: [message.id], to, merged: false });
  };
  return (
    <>
      <p class="menu-title">{t('forwardTitle')}</p>
      {chats.filter((chat) => !chat.dissolved).map((chat) => (
        <button type="button" key={chat.id} class="menu-item" onClick={() => forward(chat.id)}>{chatTitle(chat, person)}</button>
      ))}
    </>
  );
}
