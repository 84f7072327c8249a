import { convertTemplate } from '../cards/templates.ts';
import { checkCard } from '../cards/check.ts';
import { cardFailure } from '../cards/failure.ts';
import { fields, isFields, parse, text, type Fields } from '../../json.ts';
import type { Chat, Mention } from '../../state/chats.ts';
import type { World } from '../../world.ts';
import type { Call } from '../call.ts';
import { fail } from '../errors.ts';
import { rules } from './find.ts';
import { postFault, postNodes } from './post-content.ts';

const TEXT_BYTES = 150 * 1024;
const CARD_BYTES = 30 * 1024;

/** Content that was checked: the string to keep and the people mentioned. */
export interface Content {
  type: string;
  content: string;
  mentions: Mention[];
  cardId?: string;
}

/** What is about to be said, and where. */
export interface Wording {
  type: string;
  raw: unknown;
  chat: Chat;
}

/** 230001 with what is wrong. */
export function wrong(message: string): Error {
  return fail(230001, { message: `Your request contains an invalid request parameter, ext=${message}` });
}

/** The app's own upload under a key of the content; `forms` are the file types it may have been uploaded as. */
function ownKey(call: Call, content: Fields, { field, forms }: { field: string; forms?: readonly string[] }): void {
  const file = call.world.state.files[text(content[field])];
  if (file === undefined) throw wrong(`${field} is invalid`);
  if (file.owner !== call.app.appId) throw fail(230017);
  const image = field === 'image_key';
  if ((file.kind === 'image') !== image) throw fail(230055);
  if (forms !== undefined && file.form !== undefined && !forms.includes(file.form)) throw fail(230055);
}

function mentionedIn(world: World, ids: { id: string; shown: string }[]): Mention[] {
  return ids
    .filter(({ id }) => id !== 'all')
    .map(({ id, shown }, index) => ({ key: `@_user_${index + 1}`, id, name: world.state.people[id]?.name ?? shown }));
}

function mentionsOf(world: World, type: string, content: Fields): Mention[] {
  if (type === 'post') {
    const [body] = Object.values(content);
    const nodes = postNodes({ body }).filter((node) => node['tag'] === 'at');
    return mentionedIn(
      world,
      nodes.map((node) => ({ id: text(node['user_id']), shown: text(node['user_name']) })),
    );
  }
  if (type !== 'text') return [];
  const found = [...text(content['text']).matchAll(/<at user_id="([^"]+)">([^<]*)<\/at>/g)];
  return mentionedIn(
    world,
    found.map((match) => ({ id: match[1] ?? '', shown: match[2] ?? '' })),
  );
}

type Check = (call: Call, content: Fields, chat: Chat) => void;

/** Only owner and managers may call everybody where the group says so. */
function checkAll(call: Call, chat: Chat, everybody: boolean): void {
  const open = chat.mode === 'p2p' || (chat.settings['at_all_permission'] ?? 'all_members') === 'all_members';
  if (everybody && !open && !rules(chat, call.app.appId)) throw fail(230018);
}

const divider: Check = (_call, content, chat) => {
  const words = text(fields(fields(content['params'])['divider_text'])['text']);
  if (content['type'] !== 'divider') throw wrong('type must be divider');
  if (words === '' || [...words].length > 20) throw wrong('divider_text.text must have 1 to 20 characters');
  if (chat.mode !== 'p2p') throw wrong('system message is only supported in p2p chat');
};

const checks: Record<string, Check> = {
  text: (call, content, chat) => {
    if (typeof content['text'] !== 'string' || content['text'] === '') throw wrong('text is empty');
    checkAll(call, chat, content['text'].includes('<at user_id="all">'));
  },
  post: (call, content, chat) => {
    const fault = postFault(content);
    if (fault !== undefined) throw wrong(fault);
    const nodes = postNodes(content);
    for (const node of nodes.filter(({ tag }) => tag === 'img')) ownKey(call, node, { field: 'image_key' });
    for (const node of nodes.filter(({ tag }) => tag === 'media')) ownKey(call, node, { field: 'file_key', forms: ['mp4'] });
    checkAll(
      call,
      chat,
      nodes.some((node) => node['tag'] === 'at' && node['user_id'] === 'all'),
    );
  },
  image: (call, content) => ownKey(call, content, { field: 'image_key' }),
  file: (call, content) => ownKey(call, content, { field: 'file_key' }),
  audio: (call, content) => ownKey(call, content, { field: 'file_key', forms: ['opus'] }),
  media: (call, content) => {
    ownKey(call, content, { field: 'file_key', forms: ['mp4'] });
    if (content['image_key'] !== undefined) ownKey(call, content, { field: 'image_key' });
  },
  sticker: (call, content) => {
    const { messages, chats } = call.world.state;
    const heard = Object.values(messages).some(
      (message) =>
        message.type === 'sticker' &&
        fields(parse(message.content))['file_key'] === content['file_key'] &&
        chats[message.chat]?.bots.includes(call.app.appId) === true,
    );
    if (!heard) throw wrong('file_key is invalid: only stickers the bot has received can be sent');
  },
  share_chat: (call, content) => {
    const shared = call.world.state.chats[text(content['chat_id'])];
    if (shared === undefined) throw wrong('chat_id is invalid');
    if (shared.mode === 'p2p') throw fail(230015);
    if (!shared.bots.includes(call.app.appId)) throw fail(230002);
  },
  share_user: (call, content) => {
    const id = text(content['user_id']);
    if (!id.startsWith('ou_') || call.world.state.people[id] === undefined) throw wrong('user_id is invalid');
  },
  system: divider,
};

/** Sensitive words and what must not leave the tenant, as its settings say. */
function audit(world: World, raw: string): void {
  const { sensitiveWords, leakGuard } = world.state.settings;
  if (sensitiveWords.some((word) => word !== '' && raw.includes(word))) throw fail(230022);
  if (leakGuard && /(?<!\d)1[3-9]\d{9}(?!\d)|[\w.+-]+@[\w-]+\.[\w.]+/.test(raw)) throw fail(230028);
}

function checkInteractive(call: Call, content: Fields): { content?: string; cardId?: string } {
  if (content['type'] === 'template') return { content: convertTemplate(call.world, call.app.appId, content['data']) };
  if (content['type'] !== 'card') {
    if (content['schema'] !== '2.0' && Object.keys(content).length > 0) call.notes.push('1.0 卡片：沙盘画出常用部分，建议改用 2.0');
    checkCard(call, content);
    return {};
  }
  const cardId = text(fields(content['data'])['card_id']);
  const entity = call.world.state.cards[cardId];
  if (entity === undefined || entity.appId !== call.app.appId || entity.message !== undefined) {
    throw cardFailure({ code: 11310, message: 'cardid is invalid' });
  }
  return { cardId };
}

/** Checks `msg_type` and `content` of a send, reply or edit as the platform does; throws its error. */
export function checkContent(call: Call, { type, raw, chat }: Wording): Content {
  if (typeof raw !== 'string') {
    call.breaches.push('content 必须是 JSON 字符串，不是对象');
    throw wrong('content is not a string in json format');
  }
  const content = parse(raw);
  if (!isFields(content)) throw wrong('content is not a string in json format');
  const check = Object.hasOwn(checks, type) ? checks[type] : undefined;
  if (check === undefined && type !== 'interactive') throw wrong('invalid msg_type');
  if (Buffer.byteLength(raw) > (type === 'text' ? TEXT_BYTES : CARD_BYTES)) throw fail(230025);
  audit(call.world, raw);
  if (check === undefined) return { type, content: raw, mentions: [], ...checkInteractive(call, content) };
  check(call, content, chat);
  const named =
    type === 'file' || type === 'media'
      ? { ...content, file_name: call.world.state.files[text(content['file_key'])]?.name ?? '' }
      : content;
  return { type, content: named === content ? raw : JSON.stringify(named), mentions: mentionsOf(call.world, type, content) };
}
