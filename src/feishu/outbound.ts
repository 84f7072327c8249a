import type { Client } from '@larksuiteoapi/node-sdk';
import type { PlatformPort } from '../../jobs/define.ts';
import { createArrangements } from './arrangements.ts';
import type { Caller } from './caller.ts';
import { PlatformFault } from './fault.ts';

/** What the platform's port is made of; `now` is the city's time, written where the platform wants to know when. */
export interface OutboundParts { lark: Client; caller: Caller; now(): Date }

type To = { openId: string } | { chat: string };

/** Messages that can no longer be changed: recalled, deleted, self-destructed, older than 14 days, group gone, bot out of it, unknown. */
const unchangeable = new Set([230031, 230011, 230110, 230111, 232009, 230002, 230050, 99992354, 230009, 232006]);

/** The only place that calls the platform's APIs: what jobs may ask for. Faults are PlatformFault. */
export function createOutbound(parts: OutboundParts): PlatformPort {
  const { lark, caller } = parts;
  const send = async (to: To, message: { type: string; content: object }, uuid: string): Promise<{ message: string; chat: string }> => {
    const [kind, id] = 'chat' in to ? ['chat_id', to.chat] : ['open_id', to.openId];
    return sent(await caller.api({
      method: 'POST', path: '/im/v1/messages', who: id, params: { receive_id_type: kind },
      data: { receive_id: id, msg_type: message.type, content: JSON.stringify(message.content), uuid: short(uuid) },
    }));
  };
  // The same bytes for many people are uploaded once.
  const uploads = new WeakMap<Buffer, Promise<string>>();
  return {
    ...createArrangements(parts),
    ...createChats(caller),
    sendCard: (to, card, uuid) => send(to, { type: 'interactive', content: card }, uuid),
    sendText: (to, text, uuid) => send(to, { type: 'text', content: { text } }, uuid),
    sendFile: async (to, file, uuid) => {
      const key = uploads.get(file.bytes) ?? upload(parts, file);
      uploads.set(file.bytes, key);
      key.catch(() => uploads.delete(file.bytes));
      return send(to, { type: 'file', content: { file_key: await key } }, uuid);
    },
    patchCard: async (message, card) => {
      try {
        await caller.api({ method: 'PATCH', path: '/im/v1/messages/:message', ids: { message }, who: message, data: { content: JSON.stringify(card) } });
        return true;
      } catch (fault) {
        if (fault instanceof PlatformFault && unchangeable.has(fault.code)) return false;
        throw fault;
      }
    },
    react: (message, emoji) => unlessRefused(caller.api({
      method: 'POST', path: '/im/v1/messages/:message/reactions', ids: { message }, data: { reaction_type: { emoji_type: emoji } },
    })),
    urge: (message, people) => unlessRefused(caller.api({
      method: 'PATCH', path: '/im/v1/messages/:message/urgent_app', ids: { message }, params: { user_id_type: 'open_id' }, data: { user_id_list: [...people] },
    })),
    pin: (message) => unlessRefused(caller.api({ method: 'POST', path: '/im/v1/pins', data: { message_id: message }, who: `pin ${message}` })),
    download: async (message, key, type) => {
      const found = await caller.raw('GET /im/v1/messages/:message/resources/:key', (options) =>
        lark.im.v1.messageResource.get({ path: { message_id: pathId(message), file_key: pathId(key) }, params: { type } }, options));
      return found.getReadableStream() as AsyncIterable<Uint8Array>;
    },
    read: async (message) => {
      const { items } = (await caller.api({ method: 'GET', path: '/im/v1/messages/:message', ids: { message } })) as { items?: Item[] };
      return (items ?? []).map((item) => ({ type: item.msg_type, content: item.body?.content ?? '', sender: item.sender?.id ?? '', id: item.message_id }));
    },
  };
}

interface Item { message_id: string; msg_type: string; body?: { content: string }; sender?: { id: string } }

async function upload({ lark, caller }: OutboundParts, file: { name: string; bytes: Buffer }): Promise<string> {
  const made = await caller.raw('POST /im/v1/files', (options) =>
    lark.im.v1.file.create({ data: { file_type: fileType(file.name), file_name: file.name, file: file.bytes } }, options));
  if (!made?.file_key) throw new PlatformFault({ code: -1, status: 200, call: 'POST /im/v1/files' });
  return made.file_key;
}

/** No such chat, disbanded already, or the bot was taken out of it. */
const chatGone = new Set([232006, 232009, 232011]);

function createChats(caller: Caller): Pick<PlatformPort, 'createChat' | 'addToChat' | 'removeFromChat' | 'disbandChat'> {
  const addToChat: PlatformPort['addToChat'] = async (chat, people) => {
    const missing: string[] = [];
    for (let at = 0; at < people.length; at += 50) {
      const answer = await caller.api({
        method: 'POST', path: '/im/v1/chats/:chat/members', ids: { chat }, who: `members ${chat}`,
        params: { member_id_type: 'open_id', succeed_type: 1 }, data: { id_list: people.slice(at, at + 50) },
      });
      for (const list of ['invalid_id_list', 'not_existed_id_list', 'pending_approval_id_list']) missing.push(...((answer[list] as string[] | undefined) ?? []));
    }
    return missing;
  };
  return {
    addToChat,
    removeFromChat: async (chat, people) => {
      await caller.api({ method: 'DELETE', path: '/im/v1/chats/:chat/members', ids: { chat }, who: `members ${chat}`, params: { member_id_type: 'open_id' }, data: { id_list: [...people] } });
    },
    disbandChat: async (chat) => {
      await caller.api({ method: 'DELETE', path: '/im/v1/chats/:chat', ids: { chat } }).catch((fault: unknown) => {
        if (!(fault instanceof PlatformFault) || !chatGone.has(fault.code)) throw fault;
      });
    },
    createChat: async ({ name, people, uuid }) => {
      const made = await caller.api({
        method: 'POST', path: '/im/v1/chats', params: { user_id_type: 'open_id', set_bot_manager: false, uuid: short(uuid) },
        data: { name: name.slice(0, 60), user_id_list: people.slice(0, 50), chat_mode: 'group', chat_type: 'private', external: false },
      });
      const chat = String(made['chat_id']);
      if (people.length > 50) await addToChat(chat, people.slice(50));
      return chat;
    },
  };
}

function sent(data: Record<string, unknown>): { message: string; chat: string } {
  // An answer without the message is none: it may have gone out.
  if (typeof data['message_id'] !== 'string') throw new PlatformFault({ code: 0, status: 200, call: 'POST /im/v1/messages' });
  return { message: String(data['message_id']), chat: String(data['chat_id']) };
}

// What only decorates (a reaction, a pin) must not hold up what matters.
async function unlessRefused(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (fault) {
    if (!(fault instanceof PlatformFault) || fault.again) throw fault;
  }
}

function short(uuid: string): string {
  if (uuid.length > 50) throw new Error('a uuid of the platform has at most 50 characters');
  return uuid;
}

function pathId(id: string): string {
  if (!/^[A-Za-z0-9_@.=-]+$/.test(id) || id.includes('..')) throw new Error('not an id of the platform');
  return id;
}

function fileType(name: string): 'opus' | 'mp4' | 'pdf' | 'doc' | 'xls' | 'ppt' | 'stream' {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const known = { opus: 'opus', mp4: 'mp4', pdf: 'pdf', doc: 'doc', docx: 'doc', xls: 'xls', xlsx: 'xls', ppt: 'ppt', pptx: 'ppt' } as const;
  return known[ending as keyof typeof known] ?? 'stream';
}
