import type { ChatView, MessageView } from '../../api/chats.ts';
import { text, toNode } from '../card/shape.ts';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { resourceUrl } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { Merged } from './merged.tsx';
import { plain, summaryOf } from './message-text.ts';
import { Picture } from './picture.tsx';
import { Post } from './post.tsx';

interface BodyProps {
  chat: ChatView;
  message: Pick<MessageView, 'type' | 'content'>;
}

/** The content of every message type but cards. */
export function MessageBody({ chat, message }: BodyProps) {
  const content = toNode(message.content);
  const key = text(content['file_key']);
  const seconds = Math.round(Number(content['duration'] ?? 0) / 1000);
  switch (message.type) {
    case 'text': return <div class="bubble"><Linked words={plain(text(content['text']), chat)} /></div>;
    case 'post': return <Post content={content} chat={chat} />;
    case 'image': return <Picture imageKey={text(content['image_key'])} />;
    case 'file': return <FileBox name={text(content['file_name'])} bytes={Number(content['file_size'] ?? 0)} href={resourceUrl(key)} />;
    case 'media': return <Video name={text(content['file_name']) || t('video')} seconds={seconds} href={resourceUrl(key)} />;
    case 'audio': return <Sound seconds={seconds} href={resourceUrl(key)} />;
    case 'sticker': return <div class="sticker" role="img" aria-label={t('typeSticker')}><Icon name="smile" size={44} /></div>;
    case 'location': return <Tile icon="place" title={text(content['name'])} note={`${text(content['latitude'])}, ${text(content['longitude'])}`} kind={t('typeLocation')} />;
    case 'share_chat': return <Tile icon="people" title={t('typeShareChat')} note={text(content['chat_id'])} kind={t('typeShareChat')} />;
    case 'share_user': return <NameCard id={text(content['user_id'])} />;
    case 'folder': return <Tile icon="file" title={text(content['file_name'])} note="" kind={t('typeFolder')} />;
    case 'merge_forward': return <Merged content={content} draw={(type, inner) => <MessageBody chat={chat} message={{ type, content: inner }} />} />;
    default: return <div class="bubble quiet">{summaryOf({ recalled: false, ...message })}</div>;
  }
}

/** Text with its web addresses as links. */
export function Linked({ words }: { words: string }) {
  return (
    <>
      {words.split(/(https?:\/\/[^\s\u3000-\u303f\uff00-\uffef]+)/g).map((part, at) =>
        at % 2 === 1 ? <a key={at} href={part} target="_blank" rel="noopener noreferrer">{part}</a> : part,
      )}
    </>
  );
}

function sizeOf(bytes: number): string {
  if (bytes <= 0) return '';
  return bytes < 1_048_576 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1_048_576).toFixed(1)} MB`;
}

function FileBox({ name, bytes, href }: { name: string; bytes: number; href: string }) {
  const kind = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).slice(0, 4).toUpperCase() : t('file');
  return (
    <a class="file-box" href={href} download={name} aria-label={t('download', { name })}>
      <span class="file-kind" aria-hidden="true">{kind}</span>
      <span class="file-name">{name}<small>{sizeOf(bytes)}</small></span>
      <Icon name="download" />
    </a>
  );
}

function Video({ name, seconds, href }: { name: string; seconds: number; href: string }) {
  return (
    <figure class="tile video">
      <video controls preload="none" src={href} aria-label={name} />
      <figcaption>{name}<small>{t('voice', { count: seconds })}</small></figcaption>
    </figure>
  );
}

function Sound({ seconds, href }: { seconds: number; href: string }) {
  return (
    <figure class="tile">
      <figcaption><Icon name="sound" size={16} /> {t('sound')} <small>{t('voice', { count: seconds })}</small></figcaption>
      <audio controls preload="none" src={href} aria-label={t('sound')} />
    </figure>
  );
}

function NameCard({ id }: { id: string }) {
  const { store } = usePage();
  const person = store.city.value?.people.find((each) => each.id === id);
  return <Tile icon="person" title={person?.name ?? t('unknownPerson')} note={person === undefined ? '' : `${person.department} ${person.title}`} kind={t('typeShareUser')} />;
}

function Tile({ icon, title, note, kind }: { icon: string; title: string; note: string; kind: string }) {
  return (
    <div class="tile">
      <p class="tile-head"><Icon name={icon} size={20} /><b>{title || kind}</b></p>
      {note !== '' && <p class="quiet tile-note">{note}</p>}
      <p class="tile-kind">{kind}</p>
    </div>
  );
}
