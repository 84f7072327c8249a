import type { ChatView } from '../../api/chats.ts';
import { t } from '../language/language.ts';

/** The name under which a person knows a chat and what stands for it. */
export function chatFace(chat: ChatView, person: string): { name: string; kind: 'bot' | 'person' | 'group' } {
  const other = chat.members.find((member) => member.id !== person);
  const kind = chat.mode === 'group' ? 'group' : chat.appId === undefined && other?.bot !== true ? 'person' : 'bot';
  return { kind, name: chatTitle(chat, person) };
}

/** The name under which a person knows a chat. */
export function chatTitle(chat: ChatView, person: string): string {
  if (chat.name !== '') return chat.name;
  const others = chat.members.filter((member) => member.id !== person).map((member) => member.name);
  return others.length === 0 ? t('chat') : others.slice(0, 3).join(t('comma'));
}
