import type { MessageView } from '../../api/chats.ts';
import { label, list, text, toNode } from '../card/shape.ts';
import { t, type Word } from '../language/language.ts';

const names: Record<string, Word> = {
  image: 'typeImage', audio: 'typeAudio', media: 'typeMedia', sticker: 'typeSticker', folder: 'typeFolder', merge_forward: 'record',
  share_chat: 'typeShareChat', share_user: 'typeShareUser', todo: 'typeTodo', vote: 'typeVote', video_chat: 'typeVideoChat', hongbao: 'typeHongbao',
};

/** One line of plain text for a message: in quotes, in the pinned line, in the list. */
export function summaryOf(message: Pick<MessageView, 'recalled' | 'type' | 'content'>): string {
  if (message.recalled) return t('recalled');
  const content = toNode(message.content);
  if (message.type === 'text' || message.type === 'system') return text(content['text']);
  if (message.type === 'interactive') return cardSummary(content);
  if (message.type === 'file') return t('bracketedFile', { name: text(content['file_name']) });
  if (message.type === 'location') return t('bracketedPlace', { name: text(content['name']) });
  if (message.type === 'post') return postLines(content).flat().map((part) => text(part['text']) || text(part['user_name'])).join('');
  const name = names[message.type];
  return t('bracketed', { name: name === undefined ? message.type : t(name) });
}

function cardSummary(card: Record<string, unknown>): string {
  const summary = text(toNode(toNode(card['config'])['summary'])['content']);
  return summary || label(toNode(card['header'])['title']) || t('bracketed', { name: t('typeCard') });
}

/** The paragraphs of a rich-text message, with or without the language wrapper of the sending form. */
export function postLines(content: Record<string, unknown>): Record<string, unknown>[][] {
  const body = Array.isArray(content['content']) ? content : toNode(content['zh_cn'] ?? Object.values(content)[0]);
  const lines = body['content'];
  return Array.isArray(lines) ? lines.map((line) => list(line)) : [];
}
