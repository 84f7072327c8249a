import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseFields, type Fields } from '../../sandbox/json.ts';
import { app, startTown, town, type Town } from './city.ts';

const second = { appId: 'cli_00000000000000b2', appSecret: 'another-secret' };
const heard: Fields[] = [];
let stood: Town;
let answer: object = {};
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    const body = parseFields(Buffer.concat(parts).toString());
    heard.push(body);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body['type'] === 'url_verification' ? { challenge: body['challenge'] } : answer));
  });
});

beforeAll(async () => {
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const webhookUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  stood = await startTown({}, { ...town, apps: [...town.apps, { ...second, name: '另一个', encryptKey: '', verificationToken: 'v', webhookUrl, menu: [] }] });
});
afterAll(async () => {
  await stood.sandbox.stop();
  await new Promise((settle) => server.close(settle));
});

async function call(as: { appId: string; appSecret: string }, path: string, body?: object): Promise<Fields> {
  const json = { 'content-type': 'application/json' };
  const login = await fetch(`${stood.sandbox.url}/open-apis/auth/v3/tenant_access_token/internal`, { method: 'POST', headers: json, body: JSON.stringify({ app_id: as.appId, app_secret: as.appSecret }) });
  const { tenant_access_token: token } = (await login.json()) as { tenant_access_token: string };
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  return (await (await fetch(`${stood.sandbox.url}/open-apis${path}`, { ...init, headers: { ...json, authorization: `Bearer ${token}` } })).json()) as Fields;
}

const idFor = async (as: typeof second, userId: string): Promise<{ open_id: string; union_id: string }> =>
  ((await call(as, `/contact/v3/users/${userId}?user_id_type=user_id`))['data'] as { user: { open_id: string; union_id: string } }).user;
const send = (as: typeof second, to: string, content: object = { text: '您好' }, type = 'text') =>
  call(as, '/im/v1/messages?receive_id_type=open_id', { receive_id: to, msg_type: type, content: JSON.stringify(content) });
const personIn = (event: Fields | undefined): unknown => ((event?.['event'] as { sender?: { sender_id: Fields } } | undefined)?.sender?.sender_id ?? {})['open_id'];

describe('open_ids', () => {
  it('of a person differ from app to app, his union_id does not', async () => {
    const [first, other] = [await idFor(app, 'u1'), await idFor(second, 'u1')];
    expect(other.open_id).not.toBe(first.open_id);
    expect(other.union_id).toBe(first.union_id);
  });

  it('of another app are refused with 99992361, in the body, in the path and in the query', async () => {
    const [first, other] = [(await idFor(app, 'u1')).open_id, (await idFor(second, 'u1')).open_id];
    for (const [as, id] of [[second, first], [app, other]] as const) {
      expect((await send(as, id))['code']).toBe(99992361);
      expect((await call(as, `/contact/v3/users/${id}`))['code']).toBe(99992361);
      expect((await call(as, `/contact/v3/users/batch?user_ids=${id}`))['code']).toBe(99992361);
    }
  });

  it('of the app itself reach the person, and what he answers names him by the same id', async () => {
    const own = (await idFor(second, 'u1')).open_id;
    expect((await send(second, own))['code']).toBe(0);
    const me = stood.people[0] ?? '';
    await stood.client.say({ as: me, to: second.appId, text: '收到' });
    await expect.poll(() => heard.map(personIn).filter(Boolean), { timeout: 5_000 }).toEqual([own]);
  });

  it('inside a card and in the answer to a tap are those of the app', async () => {
    const own = (await idFor(second, 'u1')).open_id;
    const card = (words: string) => ({ schema: '2.0', body: { elements: [{ tag: 'person', user_id: own }, { tag: 'button', text: { tag: 'plain_text', content: words }, behaviors: [{ type: 'callback', value: { a: 1 } }] }] } });
    const sent = await send(second, own, card('看看'), 'interactive');
    expect(sent['code']).toBe(0);
    answer = { card: { type: 'raw', data: card('看过') } };
    const me = stood.people[0] ?? '';
    const message = (sent['data'] as { message_id: string }).message_id;
    expect((await stood.client.tap({ as: me, message, at: { text: '看看' } })).outcome).toBe('ok');
    const tapped = heard.find((body) => ((body['header'] ?? {}) as Fields)['event_type'] === 'card.action.trigger')?.['event'] as { operator: Fields };
    expect(tapped.operator['open_id']).toBe(own);
    expect((await stood.client.lastCard(me))?.content).toMatchObject({ body: { elements: [{ user_id: me }, { text: { content: '看过' } }] } });
  });
});
