import { deepEqual } from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { SandboxClient } from '../../sandbox/client.ts';
import { ownId } from '../../sandbox/state/open-ids.ts';
import { encrypt, signature } from '../../sandbox/wire/crypto.ts';
import { apps, given } from './given-data.ts';
import { rule, until, type Rule, type Stage } from './rule.ts';

async function connected({ people }: Stage): Promise<void> {
  await until(async () => (await people.city()).apps.find((app) => app.appId === apps.line.appId)?.connections === 1, 'one connection');
}

/** Fills in the form and submits it; the person sees the toast and the other card. */
async function submit(people: SandboxClient, as: string, message: string): Promise<void> {
  const answer = await people.tap({ as, message, at: { name: 'submit' }, form: { place: '三号桥', kind: 'WB' } });
  deepEqual([answer.outcome, answer.toast], ['ok', given.toast]);
  deepEqual((await people.waitFor(as, (each) => each.id === message)).content, given.submitted);
}

/** Breaks the long connection in the middle of a push and waits until the client is back. */
async function dropOnce(stage: Stage): Promise<void> {
  const { people, ids } = stage;
  await people.faults({ dropSocket: { times: 1 } });
  await people.say({ as: ids[2], to: apps.line.appId, text: '断线时说的话' });
  await until(async () => (await people.log()).some((entry) => entry.title === '长连接已断开'), 'the connection broken');
  await connected(stage);
}

/** What a request URL gets: an encrypted event with its headers, signed or with a signature of somebody else. */
function push(text: string, signedWith: string): { body: string; headers: Record<string, string> } {
  const { appId, encryptKey, verificationToken } = apps.hook;
  const message = { message_id: 'om_forged', create_time: '1', chat_id: 'oc_forged', chat_type: 'p2p', message_type: 'text', content: JSON.stringify({ text }) };
  const sender = { sender_id: { open_id: given.nobody }, sender_type: 'user', tenant_key: 't' };
  const header = { event_id: 'forged', token: verificationToken, create_time: '1', event_type: 'im.message.receive_v1', tenant_key: 't', app_id: appId };
  const body = JSON.stringify({ encrypt: encrypt(encryptKey, JSON.stringify({ schema: '2.0', header, event: { sender, message } })) });
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1_000)), randomBytes(4).toString('hex')];
  const headers = {
    'Content-Type': 'application/json; charset=utf-8', 'X-Lark-Request-Timestamp': timestamp, 'X-Lark-Request-Nonce': nonce,
    'X-Lark-Signature': signature({ timestamp, nonce, encryptKey: signedWith, body }),
  };
  return { body, headers };
}

/** Long connection, card callbacks and webhook. */
export const pushRules: readonly Rule[] = [
  rule('refused-line', 'a long connection with a wrong secret is told 514', { report: z.object({ told: z.string().includes('514') }) }),
  rule('connect', 'a long connection is opened', {
    report: z.object({}),
    seen: async (stage) => {
      await connected(stage);
    },
    next: async ({ people, ids }) => {
      await people.say({ as: ids[2], to: apps.line.appId, text: '长连接里的话' });
    },
  }),
  rule('hear', 'a message that came in several frames is heard, with who said it', {
    report: z.object({ text: z.literal('长连接里的话'), chat: z.literal('p2p'), sender: z.string() }),
    seen: async ({ ids }, { sender }) => {
      deepEqual(sender, ids[2]);
    },
    next: ({ people, ids }) => people.menu(ids[2], apps.line.appId, 'mine'),
  }),
  rule('menu', 'a tap on the bot menu is heard by its key', {
    report: z.object({ key: z.literal('mine') }),
    next: async ({ people, ids, memory }) => {
      const { chat } = await people.act('group', { as: ids[0], name: '三号桥工作群', people: [ids[1]], apps: [apps.line.appId] });
      memory['group'] = String(chat);
    },
  }),
  rule('added', 'a bot that is taken into a group hears of it', {
    report: z.object({ chat: z.string() }),
    seen: async ({ memory }, { chat }) => deepEqual(chat, memory['group']),
    next: async ({ people, ids, memory }) => {
      await people.say({ as: ids[0], to: memory['group'] ?? '', text: '进度如何', mention: [apps.line.appId] });
    },
  }),
  rule('mention', 'a mention in a group comes as a key in the words and a name beside them', {
    report: z.object({ chat: z.literal('group'), text: z.string().includes('@_user_1'), name: z.literal('长连接助手') }),
    next: async ({ people, ids, memory }) => void (await people.act('react', { as: ids[0], message: memory['text'], emoji: 'OK' })),
  }),
  rule('reaction', 'a reaction is heard with its message', {
    report: z.object({ emoji: z.literal('OK'), message: z.string() }),
    seen: async ({ memory }, { message }) => deepEqual(message, memory['text']),
    next: async ({ people, ids, memory }) => void (await people.act('read', { as: ids[0], chat: memory['chat'] })),
  }),
  rule('read-receipt', 'the bot hears that its messages were read, and by whom', {
    report: z.object({ reader: z.string(), messages: z.array(z.string()) }),
    seen: async ({ ids, memory }, { reader, messages }) => deepEqual([reader, messages.includes(memory['unread'] ?? '')], [ids[0], true]),
  }),
  rule('answer', 'a form is answered with a toast and another card, and the person sees both', {
    report: z.object({ message: z.string().startsWith('om_') }),
    seen: async ({ people, ids }, { message }) => {
      await submit(people, ids[2], message);
    },
  }),
  rule('tap', 'a form arrives with its values, its button and who pressed it', {
    report: z.object({ value: z.object({ act: z.literal('submit') }), form: z.object({ place: z.literal('三号桥'), kind: z.literal('WB') }), name: z.literal('submit'), operator: z.string() }),
    seen: async (stage, { operator }) => {
      deepEqual(operator, stage.ids[2]);
    },
  }),
  rule('later', 'the token of the tap changes the card once more', {
    report: z.object({ message: z.string().startsWith('om_') }),
    seen: async ({ people, ids }, { message }) => deepEqual((await people.waitFor(ids[2], (each) => each.id === message)).content, given.later),
    next: async (stage) => {
      await dropOnce(stage);
      await stage.people.say({ as: stage.ids[2], to: apps.line.appId, text: '断线之后的话' });
    },
  }),
  rule('reconnect', 'a broken long connection comes back by itself', { report: z.object({ text: z.literal('断线之后的话') }) }),
  rule('challenge', 'a request URL is verified by the SDK’s own code', {
    report: z.object({ url: z.url() }),
    seen: async ({ people, memory }, { url }) => {
      memory['url'] = url;
      await people.act('console', { app: apps.hook.appId, webhookUrl: url });
      await until(async () => (await people.log()).some((entry) => entry.title === '请求地址已验证'), 'the request URL verified');
    },
    next: async ({ people, ids }) => {
      await people.say({ as: ids[0], to: apps.hook.appId, text: '加密推送的话' });
    },
  }),
  rule('decrypt', 'an encrypted and signed event is opened by the SDK’s own code', {
    report: z.object({ text: z.literal('加密推送的话'), sender: z.string() }),
    seen: async ({ ids }, { sender }) => {
      deepEqual(sender, ownId(apps.hook.appId, ids[0]));
    },
    next: async ({ memory }) => {
      const send = (words: string, key: string): Promise<Response> => fetch(memory['url'] ?? '', { method: 'POST', ...push(words, key) });
      memory['forged'] = String((await send('伪造的话', 'another key')).status);
      await send('真正的话', apps.hook.encryptKey);
    },
  }),
  rule('forged', 'an event with a wrong signature never reaches the handler', { report: z.object({ heard: z.tuple([z.literal('真正的话')]) }) }),
  rule('hook-answer', 'a form is answered over the request URL as well', {
    report: z.object({ message: z.string().startsWith('om_') }),
    seen: async ({ people, ids }, { message }) => submit(people, ids[1], message),
  }),
];
