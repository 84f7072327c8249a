import { deepEqual, ok } from 'node:assert/strict';
import { z } from 'zod';
import type { MessageView } from '../../sandbox/api/chats.ts';
import { apps, given } from './given-data.ts';
import { rule, type Rule, type Stage } from './rule.ts';

const message = z.object({ message: z.string().startsWith('om_') });
const code = (wanted: number): z.ZodType<{ code: number }> => z.object({ code: z.literal(wanted) });

/** The message as one of the people sees it now. */
async function shown({ people, ids }: Stage, who: 0 | 1 | 2, id: string): Promise<MessageView> {
  return people.waitFor(ids[who], (each) => each.id === id);
}

async function bytesOf({ people }: Stage, key: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(`${people.url}/sandbox/files/${key}`)).arrayBuffer());
}

/** Tokens, messages, cards and files. */
export const messageRules: readonly Rule[] = [
  rule('token', 'the right secret gets a tenant token', { report: z.object({ token: z.string().startsWith('t-') }) }),
  rule('wrong-secret', 'a wrong secret is told as 10014', { report: code(10014) }),
  rule('text', 'a text reaches the person, line breaks and all', {
    report: message,
    seen: async (stage, { message: id }) => {
      const { content, chat } = await shown(stage, 0, id);
      deepEqual(content, { text: given.text });
      Object.assign(stage.memory, { text: id, chat });
    },
    next: async ({ people, ids }) => ({ asked: await people.say({ as: ids[0], to: apps.line.appId, text: '我要反映问题' }) }),
  }),
  rule('reply', 'a reply hangs on what the person said', {
    report: message,
    seen: async (stage, { message: id }) => {
      const reply = await shown(stage, 0, id);
      deepEqual(reply.content, { text: given.reply });
      deepEqual((await shown(stage, 0, reply.parent ?? '')).content, { text: '我要反映问题' });
    },
  }),
  rule('post', 'a post reaches the person with its title', {
    report: message,
    seen: async (stage, { message: id }) => ok(JSON.stringify((await shown(stage, 0, id)).content).includes(given.post.zh_cn.title)),
  }),
  rule('card', 'a card reaches the person as it was written', {
    report: message,
    seen: async (stage, { message: id }) => deepEqual((await shown(stage, 0, id)).content, given.card),
  }),
  rule('patch', 'a card patch is seen by the person', {
    report: message,
    seen: async (stage, { message: id }) => {
      const { content, revision } = await shown(stage, 0, id);
      deepEqual({ content, revision }, { content: given.patched, revision: 2 });
    },
  }),
  rule('same-uuid', 'the same uuid twice is one message', {
    report: z.object({ first: z.string().startsWith('om_'), second: z.string() }).refine(({ first, second }) => first === second, 'two ids'),
    seen: async ({ people, ids, memory }, { first }) => {
      memory['unread'] = first;
      const same = (await people.messages(ids[0])).filter((each) => JSON.stringify(each.content).includes('只有一次'));
      deepEqual(same.map((each) => each.content), [{ text: '只有一次' }]);
    },
  }),
  rule('image', 'an uploaded image reaches the person byte for byte', {
    report: message.extend({ key: z.string().startsWith('img_') }),
    seen: async (stage, { message: id, key }) => {
      deepEqual((await shown(stage, 1, id)).content, { image_key: key });
      deepEqual(await bytesOf(stage, key), Buffer.from(given.png, 'base64'));
    },
  }),
  rule('file', 'an uploaded file reaches the person under its Chinese name', {
    report: message.extend({ key: z.string().startsWith('file_') }),
    seen: async (stage, { message: id, key }) => {
      const bytes = Buffer.from(given.file.base64, 'base64');
      deepEqual((await shown(stage, 1, id)).content, { file_key: key, file_name: given.file.name, file_size: bytes.length });
      deepEqual(await bytesOf(stage, key), bytes);
    },
    next: async (stage) => {
      const sent = await stage.people.sendFile({ as: stage.ids[1], to: apps.line.appId, name: '证据.txt', bytes: Buffer.from('现场照片说明') });
      const { content } = await shown(stage, 1, sent);
      return { message: sent, key: (content as { file_key: string }).file_key };
    },
  }),
  rule('download', 'a file that a person sent is downloaded whole', { report: z.object({ text: z.literal('现场照片说明') }) }),
  rule('read', 'a message is read back with its sender and words', {
    report: z.object({ type: z.literal('text'), text: z.literal('我要反映问题'), sender: z.string() }),
    seen: async ({ ids }, { sender }) => deepEqual(sender, ids[0]),
  }),
  rule('list', 'the messages of a chat come page by page, oldest first', {
    report: z.object({ pages: z.number().min(2), types: z.tuple([z.literal('text'), z.literal('text'), z.literal('text')], z.string()) }),
  }),
  rule('recall', 'a recalled message is gone for the person', {
    report: message,
    seen: async (stage, { message: id }) => ok((await shown(stage, 1, id)).recalled),
  }),
  rule('nobody', 'an unknown receiver is told as 99992351 with a log id', { report: z.object({ code: z.literal(99992351), log: z.string().min(10) }) }),
  rule('broken-card', 'a card with a tag that 2.0 no longer has is told as 230099', {
    report: z.object({ code: z.literal(230099), message: z.string().includes('200861') }),
  }),
  rule('wrong-token', 'a wrong token is told as 99991663', { report: code(99991663) }),
  rule('no-path', 'a path that does not exist is told as 99991201', {
    report: code(99991201),
    next: async ({ people }) => void (await people.act('console', { app: apps.line.appId, scopes: ['im:message', 'im:chat'] })),
  }),
  rule('no-scope', 'a scope that the published version lacks is told as 99991672, by its name', {
    report: z.object({ code: z.literal(99991672), message: z.string().includes('calendar:calendar') }),
    next: async ({ people }) => {
      await people.act('console', { app: apps.line.appId, scopes: 'all' });
      await people.faults({ api429: { times: 1 } });
    },
  }),
  rule('too-often', 'a call too many is told as 99991400', { report: code(99991400) }),
  rule('bot', 'the bot learns its own name and open_id', { report: z.object({ name: z.literal('长连接助手'), id: z.string().startsWith('ou_') }) }),
  rule('entity', 'a card entity is sent by its id', {
    report: message.extend({ card: z.string().min(10) }),
    seen: async (stage, { message: id }) => deepEqual((await shown(stage, 1, id)).content, given.entity),
  }),
  rule('entity-update', 'a card entity changes in its message, and an old sequence is told as 300317', {
    report: message.extend({ stale: z.literal(300317) }),
    seen: async (stage, { message: id }) => deepEqual((await shown(stage, 1, id)).content, given.entityPatched),
  }),
];
