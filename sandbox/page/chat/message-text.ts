import type { MessageView } from '../../api/chats.ts';
import { label, list, text, toNode } from '../card/shape.ts';

const names: Record<string, string> = {
  image: '[图片]', audio: '[语音]', media: '[视频]', sticker: '[表情]', folder: '[文件夹]', merge_forward: '[聊天记录]',
  share_chat: '[群名片]', share_user: '[名片]', todo: '[任务]', vote: '[投票]', video_chat: '[会议]', hongbao: '[红包]',
};

/** One line of plain text for a message: in quotes, in the pinned line, in the list. */
export function summaryOf(message: Pick<MessageView, 'recalled' | 'type' | 'content'>): string {
  if (message.recalled) return '消息已撤回';
  const content = toNode(message.content);
  if (message.type === 'text' || message.type === 'system') return text(content['text']);
  if (message.type === 'interactive') return cardSummary(content);
  if (message.type === 'file') return `[文件] ${text(content['file_name'])}`;
  if (message.type === 'location') return `[位置] ${text(content['name'])}`;
  if (message.type === 'post') return postLines(content).flat().map((part) => text(part['text']) || text(part['user_name'])).join('');
  return names[message.type] ?? `[${message.type}]`;
}

function cardSummary(card: Record<string, unknown>): string {
  const summary = text(toNode(toNode(card['config'])['summary'])['content']);
  return summary || label(toNode(card['header'])['title']) || '[卡片]';
}

/** The paragraphs of a rich-text message, with or without the language wrapper of the sending form. */
export function postLines(content: Record<string, unknown>): Record<string, unknown>[][] {
  const body = Array.isArray(content['content']) ? content : toNode(content['zh_cn'] ?? Object.values(content)[0]);
  const lines = body['content'];
  return Array.isArray(lines) ? lines.map((line) => list(line)) : [];
}
