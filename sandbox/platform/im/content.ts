import type { Surroundings } from '../../card/references.ts';
import { cardFault } from '../../card/validate.ts';
import { fields, isFields, list, parse, text, type Fields } from '../../json.ts';
import type { Mention } from '../../state/chats.ts';
import type { World } from '../../world.ts';
import type { Call } from '../call.ts';
import { fail } from '../errors.ts';

const TEXT_BYTES = 150 * 1024;
const CARD_BYTES = 30 * 1024;

/** Content that was checked: the string to keep and the people mentioned. */
export interface Content {
  type: string;
  content: string;
  mentions: Mention[];
  cardId?: string;
}

function wrong(message: string): Error {
  return fail(230001, { message: `Your request contains an invalid request parameter, ext=${message}` });
}

/** What a card of an app may name in this tenant. */
export function surroundings(world: World, appId: string): Surroundings {
  const { people, files, apps } = world.state;
  return {
    knowsPerson: (id) => people[id] !== undefined || Object.values(apps).some((app) => app.botId === id),
    ownsImage: (key) => files[key]?.owner === appId,
  };
}

/** Throws 230099 with the inner code when a card is not legal. */
export function checkCard(call: Call, card: unknown): void {
  const fault = cardFault(card, surroundings(call.world, call.app.appId));
  if (fault === undefined) return;
  throw fail(230099, { message: `Failed to create card content, ext=ErrCode: ${fault.code}; ErrMsg: ${fault.message}; ` });
}

function ownKey(call: Call, content: Fields, field: string): void {
  const file = call.world.state.files[text(content[field])];
  if (file === undefined) throw wrong(`${field} is invalid`);
  if (file.owner !== call.app.appId) throw fail(230017);
}

function mentionsOf(world: World, source: string): Mention[] {
  const found: Mention[] = [];
  for (const match of source.matchAll(/<at user_id="([^"]+)">([^<]*)<\/at>/g)) {
    const id = match[1] ?? '';
    if (id !== 'all') found.push({ key: `@_user_${found.length + 1}`, id, name: world.state.people[id]?.name ?? match[2] ?? '' });
  }
  return found;
}

const checks: Record<string, (call: Call, content: Fields) => void> = {
  text: (_call, content) => {
    if (typeof content['text'] !== 'string' || content['text'] === '') throw wrong('text is empty');
  },
  post: (call, content) => {
    const locales = Object.values(content);
    if (locales.length === 0 || !locales.every((each) => Array.isArray(fields(each)['content'])))
      throw wrong('post needs a locale with content');
    const nodes = locales
      .flatMap((each) => list(fields(each)['content']))
      .flatMap((row) => list(row))
      .map(fields);
    for (const node of nodes) if (node['tag'] === 'img') ownKey(call, node, 'image_key');
  },
  image: (call, content) => ownKey(call, content, 'image_key'),
  file: (call, content) => ownKey(call, content, 'file_key'),
  audio: (call, content) => ownKey(call, content, 'file_key'),
  media: (call, content) => ownKey(call, content, 'file_key'),
  sticker: (_call, content) => {
    if (text(content['file_key']) === '') throw wrong('file_key is empty');
  },
  share_chat: (_call, content) => {
    if (!text(content['chat_id']).startsWith('oc_')) throw wrong('chat_id is invalid');
  },
  share_user: (_call, content) => {
    if (!text(content['user_id']).startsWith('ou_')) throw wrong('user_id is invalid');
  },
  system: (_call, content) => {
    if (content['type'] !== 'divider') throw wrong('type must be divider');
  },
};

function checkInteractive(call: Call, content: Fields): { cardId?: string } {
  if (content['type'] === 'template') {
    throw fail(230099, { message: 'Failed to create card content, ext=ErrCode: 200380; ErrMsg: template does not exist; ' });
  }
  if (content['type'] !== 'card') {
    checkCard(call, content);
    return {};
  }
  const cardId = text(fields(content['data'])['card_id']);
  const entity = call.world.state.cards[cardId];
  if (entity === undefined || entity.appId !== call.app.appId || entity.message !== undefined) {
    throw fail(230099, { message: 'Failed to create card content, ext=ErrCode: 11310; ErrMsg: cardid is invalid; ' });
  }
  return { cardId };
}

/** Checks `msg_type` and `content` of a send, reply or edit as the platform does; throws its error. */
export function checkContent(call: Call, type: string, raw: unknown): Content {
  if (typeof raw !== 'string') {
    call.breaches.push('content 必须是 JSON 字符串，不是对象');
    throw wrong('content is not a string in json format');
  }
  const content = parse(raw);
  if (!isFields(content)) throw wrong('content is not a string in json format');
  const size = Buffer.byteLength(raw);
  if (size > (type === 'text' ? TEXT_BYTES : CARD_BYTES)) throw fail(230025);
  if (type === 'interactive') return { type, content: raw, mentions: [], ...checkInteractive(call, content) };
  const check = checks[type];
  if (check === undefined) throw wrong('invalid msg_type');
  check(call, content);
  if (type === 'file')
    return {
      type,
      content: JSON.stringify({ ...content, file_name: call.world.state.files[text(content['file_key'])]?.name ?? '' }),
      mentions: [],
    };
  if (type !== 'text') return { type, content: raw, mentions: [] };
  const mentions = mentionsOf(call.world, text(content['text']));
  return { type, content: raw, mentions };
}

/** What GET shows of a card unless the authored one is asked for (contract 9.1). */
export const stub = JSON.stringify({ title: null, elements: [[{ tag: 'text', text: '请升级至最新版本客户端，以查看内容' }]] });

/** What stands for a forwarded bundle; its messages come as further items. */
export const bundle = JSON.stringify({ content: 'Merged and Forwarded Message' });

/** A text with mention tags turned into `@_user_N`, as it is read back. */
export function readBack(message: { type: string; content: string; mentions: Mention[] }, authored: string | undefined): string {
  if (message.type === 'interactive') return authored ?? stub;
  if (message.type === 'merge_forward') return bundle;
  if (message.type !== 'text') return message.content;
  let index = 0;
  const source = text(fields(parse(message.content))['text']).replace(/<at user_id="([^"]+)">[^<]*<\/at>/g, (_all, id: string) =>
    id === 'all' ? '@_all' : (message.mentions[index++]?.key ?? ''),
  );
  return JSON.stringify({ text: source });
}
