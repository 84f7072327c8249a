import type { ChatView } from '../../api/chats.ts';
import { text, texts, toNode, type Node } from '../card/shape.ts';
import { resourceUrl } from '../state/api-client.ts';
import { emojiOf } from './emoji.ts';
import { memberName, postLines, safeHref } from './message-text.ts';
import { Picture } from './picture.tsx';

const styles: Record<string, string> = { bold: 'is-bold', italic: 'is-italic', underline: 'is-underlined', lineThrough: 'is-struck' };

/** A rich-text message: title, paragraphs, links, mentions, pictures, code. */
export function Post({ content, chat }: { content: Node; chat: ChatView }) {
  const inner = toNode(content['zh_cn']);
  const title = text(content['title']) || text(inner['title']);
  return (
    <div class="bubble post">
      {title !== '' && <h3>{title}</h3>}
      {postLines(content).map((line, at) => <div class="post-line" key={at}>{line.map((part, index) => <PostPart key={index} part={part} chat={chat} />)}</div>)}
    </div>
  );
}

function PostPart({ part, chat }: { part: Node; chat: ChatView }) {
  const words = text(part['text']);
  const looks = texts(part['style']).map((style) => styles[style] ?? '').join(' ');
  switch (part['tag']) {
    case 'a': return <a class={looks} href={safeHref(text(part['href']))} target="_blank" rel="noopener noreferrer">{words}</a>;
    case 'at': return <span class="at">@{text(part['user_name']) || memberName(chat, text(part['user_id']))}</span>;
    case 'img': return <Picture imageKey={text(part['image_key'])} />;
    case 'media': return <video controls preload="none" src={resourceUrl(text(part['file_key']))} />;
    case 'emotion': return <span>{emojiOf(text(part['emoji_type']))}</span>;
    case 'hr': return <hr />;
    case 'code_block': return <pre>{words}</pre>;
    default: return <span class={looks}>{words}</span>;
  }
}
