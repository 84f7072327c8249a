import type { Received } from '../define.ts';

/** The words of a message without @ marks; a post's paragraphs joined by line breaks. */
export function textOf(received: Pick<Received, 'type' | 'content'>): string {
  const content = JSON.parse(received.content || '{}') as { text?: string; title?: string; content?: { tag: string; text?: string }[][] };
  const post = content.content?.map((row) => row.map((piece) => piece.text ?? '').join('')).join('\n') ?? '';
  return [content.title ?? '', content.text ?? post].join('\n').replace(/@_(user_\d+|all)/g, '').trim();
}
