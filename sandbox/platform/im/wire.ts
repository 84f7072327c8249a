import { wireMentions } from '../../chat/mentions.ts';
import { cardOf } from '../../chat/views.ts';
import { wordsOf } from '../../card/words.ts';
import { fields, parse, text, type Fields } from '../../json.ts';
import type { Message } from '../../state/chats.ts';
import type { World } from '../../world.ts';

/** What stands for a 2.0 card where its content is not shown. */
export const stub = JSON.stringify({ title: null, elements: [[{ tag: 'text', text: '请升级至最新版本客户端，以查看内容' }]] });

/** What stands for a forwarded bundle; its messages come as further items. */
export const bundle = JSON.stringify({ content: 'Merged and Forwarded Message' });

/** How a card is to be read: as a stub, by its words, as it was authored, or as the platform's inner form. */
export type CardReading = 'stub' | 'words' | 'user_card_content' | 'raw_card_content';

function cardText(world: World, message: Message, reading: CardReading): string {
  const card = fields(cardOf(world, message));
  if (reading === 'user_card_content') return JSON.stringify(card);
  if (reading === 'raw_card_content')
    return JSON.stringify({ json_card: JSON.stringify(card), card_schema: card['schema'] === '2.0' ? 2 : 1 });
  if (reading === 'stub' && card['schema'] === '2.0') return stub;
  return JSON.stringify(wordsOf(card));
}

/** A text with mention tags turned into `@_user_N`, as it is read back. */
function plainText(message: Message): string {
  let index = 0;
  const source = text(fields(parse(message.content))['text']).replace(/<at user_id="([^"]+)">[^<]*<\/at>/g, (_all, id: string) =>
    id === 'all' ? '@_all' : (message.mentions[index++]?.key ?? ''),
  );
  return JSON.stringify({ text: source });
}

/** A post without its locale wrapper, as it is received and read back. */
function plainPost(message: Message): string {
  const content = fields(parse(message.content));
  const body = Array.isArray(content['content']) ? content : fields(content['zh_cn'] ?? Object.values(content)[0]);
  let index = 0;
  const rows = (Array.isArray(body['content']) ? (body['content'] as unknown[]) : []).map((row) =>
    (Array.isArray(row) ? (row as unknown[]) : []).map(fields).map((node) => {
      const id = text(node['user_id']);
      if (node['tag'] !== 'at' || id.startsWith('@_')) return node;
      if (id === 'all') return { ...node, user_id: '@_all' };
      const mention = message.mentions[index++];
      return { tag: 'at', user_id: mention?.key ?? id, user_name: mention?.name ?? '', style: [] };
    }),
  );
  return JSON.stringify({ title: text(body['title']), content: rows });
}

/** The content of a message as people's apps receive it and the API reads it back. */
export function readBack(world: World, message: Message, reading: CardReading): string {
  if (message.type === 'interactive') return cardText(world, message, reading);
  if (message.type === 'merge_forward') return bundle;
  if (message.type === 'post') return plainPost(message);
  return message.type === 'text' ? plainText(message) : message.content;
}

/** A message as the API gives it back. */
export function wireMessage(world: World, message: Message, reading: CardReading = world.state.settings.cardReadBack): Fields {
  const mentions = wireMentions(world, message).map((mention) => ({
    key: mention['key'],
    id: fields(mention['id'])['open_id'],
    id_type: 'open_id',
    name: mention['name'],
    tenant_key: world.state.tenantKey,
  }));
  const app = message.sender.kind === 'app';
  return {
    message_id: message.id,
    ...(message.root === undefined ? {} : { root_id: message.root }),
    ...(message.parent === undefined ? {} : { parent_id: message.parent }),
    ...(message.thread === undefined ? {} : { thread_id: message.thread }),
    ...(message.upper === undefined ? {} : { upper_message_id: message.upper }),
    msg_type: message.type,
    create_time: String(message.at),
    update_time: String(message.updatedAt),
    deleted: message.recalled,
    updated: message.edits > 0 || message.revision > 1,
    chat_id: message.chat,
    sender: {
      id: message.sender.id,
      id_type: app ? 'app_id' : 'open_id',
      sender_type: app ? 'app' : message.sender.kind,
      tenant_key: world.state.tenantKey,
    },
    body: { content: message.recalled ? 'This message was recalled' : readBack(world, message, reading) },
    ...(mentions.length > 0 ? { mentions } : {}),
  };
}
