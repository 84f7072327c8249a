import type { ChatView, MessageView } from '../../api/chats.ts';
import { cardLocale, localise } from '../card/localise.ts';
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

function cardSummary(given: Record<string, unknown>): string {
  const card = localise(given, cardLocale());
  const summary = text(toNode(toNode(card['config'])['summary'])['content']);
  return summary || label(toNode(card['header'])['title']) || t('bracketed', { name: t('typeCard') });
}

/** The paragraphs of a rich-text message, with or without the language wrapper of the sending form. */
export function postLines(content: Record<string, unknown>): Record<string, unknown>[][] {
  const body = Array.isArray(content['content']) ? content : toNode(content['zh_cn'] ?? Object.values(content)[0]);
  const lines = body['content'];
  return Array.isArray(lines) ? lines.map((line) => list(line)) : [];
}

/** The name of somebody in a chat; who has left it keeps a word of his own. */
export function memberName(chat: ChatView, id: string): string {
  return id === 'all' ? t('everybody') : (chat.members.find((member) => member.id === id)?.name ?? t('somebody'));
}

/** Text with mentions written as names. */
export function plain(words: string, chat: ChatView): string {
  return words
    .replace(/<at user_id="([^"]+)">([^<]*)<\/at>/g, (_, id: string, name: string) => `@${name || memberName(chat, id)}`)
    .replace(/@_all\b/g, `@${t('everybody')}`);
}

/** Only web addresses are followed; everything else becomes a dead link. */
export function safeHref(address: string): string {
  return /^(https?|lark|mailto):/i.test(address) ? address : '#';
}
