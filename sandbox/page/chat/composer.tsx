import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatView } from '../../api/chats.ts';
import { text, toNode } from '../card/shape.ts';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import { threadKey, type ComposerAim } from '../state/store.ts';
import { EmojiButton } from './emoji-button.tsx';
import { MentionList, useMention } from './mention.tsx';
import { summaryOf } from './message-text.ts';
import { OutgoingList } from './outgoing-list.tsx';

interface ComposerProps {
  chat: ChatView;
  person: string;
  /** Answers go to the thread that this message began. */
  thread?: string;
  /** On the phone the bot's menu hides behind a button of the composer. */
  menu?: { shown: boolean; toggle: () => void };
}

const typingEveryMs = 2500;

/** Where a person writes: text kept per chat over a reload, Enter sends (Shift+Enter breaks the line), files by button, paste or drop. */
export function Composer({ chat, person, thread, menu }: ComposerProps) {
  const { store, actions } = usePage();
  const key = threadKey(person, thread === undefined ? chat.id : `thread ${thread}`);
  const aim = store.aims.value[key];
  const input = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState(store.texts.value[key] ?? '');
  const write = (value: string) => {
    setWords(value);
    store.texts.value = { ...store.texts.value, [key]: value };
  };
  const mention = useMention({ chat, person, words, write, input });
  const noteTyping = useTyping(person, chat.id);
  const dropAim = () => { store.aims.value = { ...store.aims.value, [key]: undefined }; };
  useAim(aim, { input, write });
  const send = () => {
    if (words.trim() === '') return;
    const ids = mention.idsIn(words);
    const reply = thread ?? (aim?.kind === 'reply' ? aim.message.id : undefined);
    if (aim?.kind === 'edit') void actions.act('edit', { as: person, message: aim.message.id, text: words });
    else actions.say({ as: person, to: chat.id, text: words.replaceAll(`@${t('everybody')}`, '@_all'), ...(ids.length > 0 ? { mention: ids } : {}), ...(reply === undefined ? {} : { reply, inThread: thread !== undefined }) });
    write('');
    dropAim();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (mention.onKeyDown(event)) return;
    if (event.key === 'Escape' && aim !== undefined) dropAim();
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  const sendFiles = (files: Iterable<File>) => { for (const file of files) actions.upload({ as: person, to: chat.id, file }); };
  const onPaste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    sendFiles(files);
  };
  const onInput = (value: string) => {
    write(value);
    if (value !== '') noteTyping();
  };
  return (
    <form class="composer" onSubmit={(event) => { event.preventDefault(); send(); }}>
      {thread === undefined && <OutgoingList person={person} chat={chat.id} />}
      {aim !== undefined && aim.kind !== 'again' && <AimLine aim={aim} onDrop={dropAim} />}
      <div class="composer-line">
        {menu !== undefined && chat.appId !== undefined && <button type="button" class="btn-icon phone-only menu-toggle" aria-label={t('botMenu')} aria-pressed={menu.shown} onClick={menu.toggle}><Icon name="menu" /></button>}
        <textarea ref={input} rows={1} value={words} placeholder={t(thread === undefined ? 'input' : 'inputThread')} aria-label={t(thread === undefined ? 'input' : 'inputThread')} onInput={(event) => onInput(event.currentTarget.value)} onKeyDown={onKeyDown} onPaste={onPaste} />
        <Tools chat={chat} inThread={thread !== undefined} onMention={mention.begin} onEmoji={(emoji) => write(words + emoji)} onFiles={sendFiles} />
        <button type="submit" class="btn-icon btn-send" aria-label={t('send')} title={t('sendKey')} disabled={words.trim() === ''}><Icon name="send" /></button>
      </div>
      <MentionList mention={mention} />
    </form>
  );
}

interface ToolsProps {
  chat: ChatView;
  inThread: boolean;
  onMention: () => void;
  onEmoji: (emoji: string) => void;
  onFiles: (files: Iterable<File>) => void;
}

/** The buttons beside the box; files go to the chat, not into a thread. */
function Tools({ chat, inThread, onMention, onEmoji, onFiles }: ToolsProps) {
  return (
    <>
      {chat.mode === 'group' && <button type="button" class="btn-icon" aria-label={t('mention')} title={t('mentionKey')} onClick={onMention}><Icon name="at" /></button>}
      <EmojiButton onChoose={onEmoji} />
      {!inThread && (
        <label class="btn-icon" title={t('sendFile')}>
          <Icon name="clip" />
          <input type="file" multiple class="sr" aria-label={t('sendFile')} onChange={(event) => { onFiles([...(event.currentTarget.files ?? [])]); event.currentTarget.value = ''; }} />
        </label>
      )}
    </>
  );
}

/** What is answered, edited or written anew puts its words into the box and takes the focus there. */
function useAim(aim: ComposerAim | undefined, { input, write }: { input: { current: HTMLTextAreaElement | null }; write: (value: string) => void }): void {
  useEffect(() => {
    if (aim === undefined) return;
    if (aim.kind === 'edit') write(text(toNode(aim.message.content)['text']));
    if (aim.kind === 'again') write(aim.words ?? '');
    input.current?.focus();
  }, [aim]);
}

/** Tells the others in the chat, now and then, that this person writes. */
function useTyping(person: string, chat: string): () => void {
  const { actions } = usePage();
  const last = useRef(0);
  return () => {
    if (Date.now() - last.current < typingEveryMs) return;
    last.current = Date.now();
    void actions.typing(person, chat);
  };
}

function AimLine({ aim, onDrop }: { aim: ComposerAim; onDrop: () => void }) {
  const summary = summaryOf(aim.message);
  const words = aim.kind === 'reply' ? t('replyTo', { name: aim.message.from.name, text: summary }) : t('editing', { text: summary });
  return <p class="aim"><span>{words}</span><button type="button" class="btn-icon" aria-label={t('cancel')} onClick={onDrop}><Icon name="close" size={14} /></button></p>;
}
