import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChatView } from '../../api/chats.ts';
import { usePage } from '../state/context.ts';
import { Floating, moveAmong } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { summaryOf } from './message-text.ts';
import { text, toNode } from '../card/shape.ts';
import { threadKey } from '../state/store.ts';
import { t } from '../language/language.ts';

interface ComposerProps {
  chat: ChatView;
  person: string;
  /** On the phone the bot's menu hides behind a button of the composer. */
  menuShown: boolean;
  onMenu: () => void;
}

/** Where a person writes: text kept per chat, Enter sends (Shift+Enter breaks the line), files by button or by dropping them. */
export function Composer({ chat, person, menuShown, onMenu }: ComposerProps) {
  const { store, actions } = usePage();
  const key = threadKey(person, chat.id);
  const aim = store.aims.value[key];
  const [words, setWords] = useState(store.texts.get(key) ?? '');
  const [mentions, setMentions] = useState<string[]>([]);
  const [over, setOver] = useState(false);
  const { sending, sendFiles } = useFiles(chat, person);
  const input = useRef<HTMLTextAreaElement>(null);
  const write = (value: string) => {
    store.texts.set(key, value);
    setWords(value);
  };
  useEffect(() => {
    if (aim === undefined) return;
    if (aim.kind === 'edit') write(text(toNode(aim.message.content)['text']));
    input.current?.focus();
  }, [aim]);
  const dropAim = () => { store.aims.value = { ...store.aims.value, [key]: undefined }; };
  const send = () => {
    if (words.trim() === '' && mentions.length === 0) return;
    if (aim?.kind === 'edit') void actions.act('edit', { as: person, message: aim.message.id, text: words });
    else void actions.act('say', { as: person, to: chat.id, text: words, ...(mentions.length > 0 ? { mention: mentions } : {}), ...(aim === undefined ? {} : { reply: aim.message.id }) });
    write('');
    setMentions([]);
    dropAim();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send();
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    sendFiles([...(event.dataTransfer?.files ?? [])]);
  };
  const nameOf = (id: string) => chat.members.find((member) => member.id === id)?.name ?? '';
  return (
    <form class={`composer${over ? ' is-over' : ''}`} onSubmit={(event) => { event.preventDefault(); send(); }} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={onDrop}>
      {aim !== undefined && <AimLine text={aim.kind === 'reply' ? t('replyTo', { name: aim.message.from.name, text: summaryOf(aim.message) }) : t('editing', { text: summaryOf(aim.message) })} onDrop={dropAim} />}
      {mentions.length > 0 && <p class="mentions">{mentions.map((id) => <button type="button" key={id} class="at" aria-label={t('unmention', { name: nameOf(id) })} onClick={() => setMentions(mentions.filter((each) => each !== id))}>@{nameOf(id)} <Icon name="close" size={12} /></button>)}</p>}
      {sending.map((file) => <p key={file.name} class="sending" role="status">{file.name}<progress max={1} value={file.share} aria-label={file.name} /></p>)}
      <div class="composer-line">
        {chat.appId !== undefined && <button type="button" class="btn-icon phone-only menu-toggle" aria-label={t('botMenu')} aria-pressed={menuShown} onClick={onMenu}><Icon name="menu" /></button>}
        <textarea ref={input} rows={1} value={words} placeholder={over ? t('dropToSend') : t('input')} aria-label={t('input')} onInput={(event) => write(event.currentTarget.value)} onKeyDown={onKeyDown} />
        {chat.mode === 'group' && <MentionButton chat={chat} person={person} onChoose={(id) => setMentions([...new Set([...mentions, id])])} />}
        <label class="btn-icon" title={t('sendFile')}>
          <Icon name="clip" />
          <input type="file" multiple class="sr" aria-label={t('sendFile')} onChange={(event) => { sendFiles([...(event.currentTarget.files ?? [])]); event.currentTarget.value = ''; }} />
        </label>
        <button type="submit" class="btn-icon btn-send" aria-label={t('send')} title={t('sendKey')} disabled={words.trim() === '' && mentions.length === 0}><Icon name="send" /></button>
      </div>
    </form>
  );
}

interface Sending {
  name: string;
  share: number;
}

function useFiles(chat: ChatView, person: string) {
  const { actions } = usePage();
  const [sending, setSending] = useState<Sending[]>([]);
  const without = (name: string) => (list: Sending[]) => list.filter((each) => each.name !== name);
  const sendOne = async (file: File) => {
    const mark = (share: number) => setSending((list) => [...without(file.name)(list), { name: file.name, share }]);
    mark(0);
    await actions.upload({ as: person, to: chat.id, file }, mark);
    setSending(without(file.name));
  };
  const sendFiles = (files: File[]) => { for (const file of files) void sendOne(file); };
  return { sending, sendFiles };
}

function AimLine({ text: words, onDrop }: { text: string; onDrop: () => void }) {
  return <p class="aim"><span>{words}</span><button type="button" class="btn-icon" aria-label={t('cancel')} onClick={onDrop}><Icon name="close" size={14} /></button></p>;
}

function MentionButton({ chat, person, onChoose }: { chat: ChatView; person: string; onChoose: (id: string) => void }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <button type="button" class="btn-icon" aria-haspopup="dialog" aria-label={t('mention')} title={t('mention')} onClick={(event) => setAnchor(event.currentTarget)}><Icon name="at" /></button>
      {anchor !== null && (
        <Floating anchor={anchor} label={t('mention')} width={200} align="end" onClose={() => setAnchor(null)}>
          <div onKeyDown={(event) => moveAmong(event, 'button')}>
            {chat.members.filter((member) => member.id !== person).map((member) => (
              <button type="button" key={member.id} class="menu-item" onClick={() => { onChoose(member.id); setAnchor(null); }}>{member.name}{member.bot && <i class="bot-tag">{t('bot')}</i>}</button>
            ))}
          </div>
        </Floating>
      )}
    </>
  );
}
