import type { ChatView, MessageView } from '../../api/chats.ts';
import { resourceUrl } from '../state/api-client.ts';
import { list, text, toNode, type Node } from '../card/shape.ts';
import { emojiOf } from './emoji.ts';
import { Icon } from '../kit/icons.tsx';
import { postLines, summaryOf } from './message-text.ts';
import { t } from '../language/language.ts';

interface BodyProps {
  chat: ChatView;
  message: MessageView;
}

/** The content of every message type but cards. */
export function MessageBody({ chat, message }: BodyProps) {
  const content = toNode(message.content);
  const key = text(content['file_key']);
  if (message.type === 'text') return <div class="bubble">{plain(text(content['text']), chat)}</div>;
  if (message.type === 'post') return <Post content={content} chat={chat} />;
  if (message.type === 'image') return <Picture imageKey={text(content['image_key'])} />;
  if (message.type === 'file') return <FileBox name={text(content['file_name'])} href={resourceUrl(key)} />;
  if (message.type === 'media') return <FileBox name={text(content['file_name']) || t('video')} href={resourceUrl(key)} />;
  if (message.type === 'audio') return <div class="bubble sound"><Icon name="sound" /> {t('voice', { count: Math.round(Number(content['duration'] ?? 0) / 1000) })}</div>;
  if (message.type === 'location') return <div class="bubble sound"><Icon name="place" /> {text(content['name'])}</div>;
  if (message.type === 'merge_forward') return <Merged content={content} chat={chat} />;
  return <div class="bubble quiet">{summaryOf(message)}</div>;
}

/** Text with mentions written as names and addresses made into links. */
function plain(words: string, chat: ChatView) {
  const named = words
    .replace(/<at user_id="([^"]+)">([^<]*)<\/at>/g, (_, id: string, name: string) => `@${name || memberName(chat, id)}`)
    .replace(/@_all\b/g, `@${t('everybody')}`);
  return named.split(/(https?:\/\/[^\s\u3000-\u303f\uff00-\uffef]+)/g).map((part, at) =>
    at % 2 === 1 ? <a key={at} href={part} target="_blank" rel="noopener noreferrer">{part}</a> : part,
  );
}

function memberName(chat: ChatView, id: string): string {
  return id === 'all' ? t('everybody') : (chat.members.find((member) => member.id === id)?.name ?? id);
}

function Post({ content, chat }: { content: Node; chat: ChatView }) {
  const inner = toNode(content['zh_cn']);
  const title = text(content['title']) || text(inner['title']);
  return (
    <div class="bubble post">
      {title !== '' && <h3>{title}</h3>}
      {postLines(content).map((line, at) => <p key={at}>{line.map((part, index) => <PostPart key={index} part={part} chat={chat} />)}</p>)}
    </div>
  );
}

function PostPart({ part, chat }: { part: Node; chat: ChatView }) {
  const words = text(part['text']);
  const style = list(part['style']).length > 0 ? '' : text(part['style']);
  if (part['tag'] === 'a') return <a href={safeHref(text(part['href']))} target="_blank" rel="noopener noreferrer">{words}</a>;
  if (part['tag'] === 'at') return <span class="at">@{text(part['user_name']) || memberName(chat, text(part['user_id']))}</span>;
  if (part['tag'] === 'img') return <Picture imageKey={text(part['image_key'])} />;
  if (part['tag'] === 'emotion') return <span>{emojiOf(text(part['emoji_type']))}</span>;
  if (part['tag'] === 'hr') return <hr />;
  if (part['tag'] === 'code_block') return <pre>{words}</pre>;
  return style.includes('bold') ? <b>{words}</b> : <>{words}</>;
}

/** Only web addresses are followed; everything else becomes a dead link. */
export function safeHref(address: string): string {
  return /^(https?|lark|mailto):/i.test(address) ? address : '#';
}

function Picture({ imageKey }: { imageKey: string }) {
  return <img class="picture" src={resourceUrl(imageKey)} alt={t('picture')} loading="lazy" />;
}

function FileBox({ name, href }: { name: string; href: string }) {
  const kind = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).slice(0, 4).toUpperCase() : t('file');
  return (
    <a class="file-box" href={href} download={name} aria-label={t('download', { name })}>
      <span class="file-kind" aria-hidden="true">{kind}</span>
      <span class="file-name">{name}</span>
      <Icon name="download" />
    </a>
  );
}

function Merged({ content, chat }: { content: Node; chat: ChatView }) {
  return (
    <div class="bubble merged">
      <h3>{t('record')}</h3>
      {list(content['children']).slice(0, 6).map((child, at) => {
        const from = text(child['from']);
        const summary = summaryOf({ recalled: false, type: text(child['type']), content: child['content'] });
        return <p key={at}>{t('says', { name: memberName(chat, from), text: summary })}</p>;
      })}
    </div>
  );
}
