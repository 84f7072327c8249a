import { text as wordsOf } from 'node:stream/consumers';
import * as lark from '@larksuiteoapi/node-sdk';
import { must, refusalOf, report, silent, textOf, type Told } from './talk.ts';

/** Sends to one of the people and resolves with the message's id. */
export type Send = (to: 0 | 1 | 2, kind: string, content: unknown) => Promise<string>;

/** Sends through a client of the SDK. */
export function sender(told: Told, client: lark.Client): Send {
  return async (to, kind, content) => must((await create(client, { to: told.ids[to], kind, content })).data?.message_id);
}

function create(client: lark.Client, wanted: { to: string; kind: string; content: unknown; uuid?: string }): ReturnType<typeof client.im.v1.message.create> {
  const { to, kind, content, uuid } = wanted;
  const data = { receive_id: to, msg_type: kind, content: JSON.stringify(content), ...(uuid ? { uuid } : {}) };
  return client.im.v1.message.create({ params: { receive_id_type: 'open_id' }, data });
}

/** Tokens, messages, cards and files. */
export async function playMessages(told: Told, client: lark.Client): Promise<void> {
  const asked = await playWords(told, client);
  await playFiles(told, client);
  await playReading(client, asked);
  await playRefusals(told, client);
  await playEntity(told, client);
}

async function playWords(told: Told, client: lark.Client): Promise<string> {
  const { given, ids, apps } = told;
  const send = sender(told, client);
  let card = '';
  // The SDK's type promises the token under `data`; the platform answers flat.
  const login = async (secret: string): Promise<{ code?: number | undefined; tenant_access_token?: string }> =>
    client.auth.v3.tenantAccessToken.internal({ data: { app_id: apps.line.appId, app_secret: secret } });
  const once = async (): Promise<string | undefined> =>
    (await create(client, { to: ids[0], kind: 'text', content: { text: '只有一次' }, uuid: 'once-only' })).data?.message_id;
  await report('token', async () => ({ token: (await login(apps.line.appSecret)).tenant_access_token }));
  await report('wrong-secret', async () => ({ code: (await login('wrong')).code }));
  const { asked = '' } = await report('text', async () => ({ message: await send(0, 'text', { text: given.text }) }));
  await report('reply', async () => {
    const answer = await client.im.v1.message.reply({ path: { message_id: asked }, data: { msg_type: 'text', content: JSON.stringify({ text: given.reply }) } });
    return { message: answer.data?.message_id };
  });
  await report('post', async () => ({ message: await send(0, 'post', given.post) }));
  await report('card', async () => ({ message: (card = await send(0, 'interactive', given.card)) }));
  await report('patch', async () => {
    await client.im.v1.message.patch({ path: { message_id: card }, data: { content: JSON.stringify(given.patched) } });
    return { message: card };
  });
  await report('same-uuid', async () => ({ first: await once(), second: await once() }));
  return asked;
}

async function playFiles(told: Told, client: lark.Client): Promise<void> {
  const { given } = told;
  const send = sender(told, client);
  await report('image', async () => {
    const key = must((await client.im.v1.image.create({ data: { image_type: 'message', image: Buffer.from(given.png, 'base64') } }))?.image_key);
    return { key, message: await send(1, 'image', { image_key: key }) };
  });
  const sent = await report('file', async () => {
    const data = { file_type: 'pdf', file_name: given.file.name, file: Buffer.from(given.file.base64, 'base64') } as const;
    const key = must((await client.im.v1.file.create({ data }))?.file_key);
    return { key, message: await send(1, 'file', { file_key: key }) };
  });
  await report('download', async () => {
    const file = await client.im.v1.messageResource.get({ path: { message_id: sent['message'] ?? '', file_key: sent['key'] ?? '' }, params: { type: 'file' } });
    return { text: await wordsOf(file.getReadableStream()) };
  });
  await report('recall', async () => {
    const message = await send(1, 'text', { text: '发错了' });
    await client.im.v1.message.delete({ path: { message_id: message } });
    return { message };
  });
}

async function playReading(client: lark.Client, asked: string): Promise<void> {
  const read = async () => must((await client.im.v1.message.get({ path: { message_id: asked } })).data?.items?.[0]);
  await report('read', async () => {
    const found = await read();
    return { type: found.msg_type, text: textOf(must(found.body).content), sender: found.sender?.id };
  });
  await report('list', async () => {
    const chat = must((await read()).chat_id);
    const types: (string | undefined)[] = [];
    let pages = 0;
    for (let token: string | undefined = ''; token !== undefined; pages += 1) {
      const params = { container_id_type: 'chat', container_id: chat, page_size: 2, ...(token ? { page_token: token } : {}) };
      const { data } = await client.im.v1.message.list({ params });
      types.push(...(data?.items ?? []).map((each) => each.msg_type));
      token = data?.has_more ? data.page_token : undefined;
    }
    return { pages, types: [...types.slice(0, 3), types.at(-1)] };
  });
}

async function playRefusals(told: Told, client: lark.Client): Promise<void> {
  const { given, ids, apps, url } = told;
  const words = { to: ids[0], kind: 'text', content: { text: 'x' } };
  await report('nobody', () => refusalOf(create(client, { ...words, to: given.nobody })));
  await report('broken-card', () => refusalOf(create(client, { to: ids[0], kind: 'interactive', content: given.brokenCard })));
  await report('wrong-token', () => {
    const stranger = new lark.Client({ ...apps.line, domain: url, logger: silent, disableTokenCache: true });
    const data = { receive_id: ids[0], msg_type: 'text', content: '{"text":"x"}' };
    return refusalOf(stranger.im.v1.message.create({ params: { receive_id_type: 'open_id' }, data }, lark.withTenantToken('t-wrong')));
  });
  await report('no-path', () => refusalOf(client.request({ method: 'GET', url: '/open-apis/no/such/path' })), true);
  await report('no-scope', () => refusalOf(client.calendar.v4.calendarEvent.list({ path: { calendar_id: 'primary' } })));
  await report('too-often', () => refusalOf(client.im.v1.chat.list()));
  await report('bot', async () => {
    const { bot } = await client.request<{ bot: { app_name: string; open_id: string } }>({ method: 'GET', url: '/open-apis/bot/v3/info' });
    return { name: bot.app_name, id: bot.open_id };
  }, true);
}

async function playEntity(told: Told, client: lark.Client): Promise<void> {
  let card = '';
  let message = '';
  await report('entity', async () => {
    card = must((await client.cardkit.v1.card.create({ data: { type: 'card_json', data: JSON.stringify(told.given.entity) } })).data?.card_id);
    message = await sender(told, client)(1, 'interactive', { type: 'card', data: { card_id: card } });
    return { card, message };
  });
  await report('entity-update', async () => {
    const change = (): Promise<unknown> => client.cardkit.v1.card.update({
      path: { card_id: card }, data: { card: { type: 'card_json', data: JSON.stringify(told.given.entityPatched) }, sequence: 1 },
    });
    await change();
    return { message, stale: (await refusalOf(change())).code };
  });
}
