import { once } from 'node:events';
import { createServer, request as openRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import * as lark from '@larksuiteoapi/node-sdk';
import { afterEach, describe, expect, it } from 'vitest';
import { encrypt, signature } from '../../sandbox/wire/crypto.ts';
import { silent } from './node/talk.ts';

const keys = { encryptKey: 'a key', verificationToken: 'the-token' };
const envelope = { schema: '2.0', header: { event_id: 'e', token: keys.verificationToken, create_time: '1', event_type: 'im.chat.disbanded_v1', tenant_key: 't', app_id: 'cli' }, event: { chat_id: 'oc_1' } };
const withToken = (token: string): typeof envelope => ({ ...envelope, header: { ...envelope.header, token } });

const servers: Server[] = [];
afterEach(() => servers.splice(0).forEach((server) => (server.closeAllConnections(), server.close())));

/** The SDK's own adapter behind an address, and what its handler heard. */
async function hook({ autoChallenge = true, ...how }: { encryptKey?: string; verificationToken?: string; autoChallenge?: boolean }): Promise<{ url: string; heard: string[] }> {
  const heard: string[] = [];
  const dispatcher = new lark.EventDispatcher({ ...how, logger: silent }).register({ 'im.chat.disbanded_v1': (event) => void heard.push(event.chat_id ?? '') });
  const handle = lark.adaptDefault('/hook', dispatcher, { autoChallenge });
  const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, heard };
}

async function post(url: string, body: string, signedOver?: string): Promise<{ status: number; text: string }> {
  const signed = { timestamp: '1760000000', nonce: 'n', encryptKey: keys.encryptKey };
  const headers = signedOver === undefined ? {} : {
    'X-Lark-Request-Timestamp': signed.timestamp, 'X-Lark-Request-Nonce': signed.nonce, 'X-Lark-Signature': signature({ ...signed, body: signedOver }),
  };
  const answer = await fetch(url, { method: 'POST', body, headers: { 'Content-Type': 'application/json', ...headers } as HeadersInit, signal: AbortSignal.timeout(1_000) });
  return { status: answer.status, text: await answer.text() };
}

const sealed = (plain: unknown): string => JSON.stringify({ encrypt: encrypt(keys.encryptKey, JSON.stringify(plain)) });

describe('why the product verifies pushes itself and not by the Node SDK', () => {
  it('without an Encrypt Key nothing is checked, not even the token', async () => {
    const { url, heard } = await hook({ verificationToken: keys.verificationToken });
    await post(url, JSON.stringify(withToken('somebody-else')));
    expect(heard).toEqual(['oc_1']);
  });

  it('with an Encrypt Key a wrong token passes all the same', async () => {
    const { url, heard } = await hook(keys);
    const body = sealed(withToken('somebody-else'));
    await post(url, body, body);
    expect(heard).toEqual(['oc_1']);
  });

  it('an unsigned event is answered with 200 and lost', async () => {
    const { url, heard } = await hook(keys);
    expect(await post(url, sealed(envelope))).toEqual({ status: 200, text: '' });
    expect(heard).toEqual([]);
  });

  it('the signature is taken over the text written anew: one blank more and a good event is lost', async () => {
    const { url, heard } = await hook(keys);
    const body = sealed(envelope).replace(':', ': ');
    await post(url, body, body);
    expect(heard).toEqual([]);
  });

  it('a plain event passes where an encrypted one is due', async () => {
    const { url, heard } = await hook(keys);
    const body = JSON.stringify(envelope);
    await post(url, body, body);
    expect(heard).toEqual(['oc_1']);
  });

  it('a challenge is answered whoever asks', async () => {
    const { url } = await hook(keys);
    const answer = await post(url, JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'somebody-else' }));
    expect(JSON.parse(answer.text)).toEqual({ challenge: 'abc' });
  });

  it('an event nobody registered for is answered with 200 and a sentence', async () => {
    const { url } = await hook({});
    const answer = await post(url, JSON.stringify({ ...envelope, header: { ...envelope.header, event_type: 'no.such_v1' } }));
    expect(answer).toEqual({ status: 200, text: '"no no.such_v1 event handle"' });
  });

  it('what cannot be decrypted is answered with 200 and a sentence about nothing', async () => {
    const { url } = await hook({ ...keys, autoChallenge: false });
    const body = '{"encrypt":"garbage"}';
    expect(await post(url, body, body)).toEqual({ status: 200, text: '"no undefined event handle"' });
  });

  it('a Chinese character that is cut between two packets comes broken', async () => {
    const { url, heard } = await hook({});
    const bytes = Buffer.from(JSON.stringify({ ...envelope, event: { chat_id: '会商' } }));
    const cut = bytes.indexOf('商') + 1;
    const open = openRequest(url, { method: 'POST', headers: { 'Content-Type': 'application/json' } });
    open.write(bytes.subarray(0, cut));
    await wait(200);
    open.end(bytes.subarray(cut));
    await once(open, 'response');
    expect(heard).toHaveLength(1);
    expect(heard[0]).toMatch(/^会\ufffd+$/);
  });

  it('an address with a query is never answered', async () => {
    const { url } = await hook({});
    await expect(post(`${url}?x=1`, JSON.stringify(envelope))).rejects.toThrow('timeout');
  });

  it('a handler that throws makes the dispatcher throw', async () => {
    const dispatcher = new lark.EventDispatcher({ logger: silent }).register({ 'im.chat.disbanded_v1': () => { throw new Error('broken'); } });
    await expect(dispatcher.invoke(envelope)).rejects.toThrow('broken');
  });

  it('in a card callback the event’s token hides the verification token', async () => {
    const seen: unknown[] = [];
    const dispatcher = new lark.EventDispatcher({ logger: silent }).register({ 'card.action.trigger': (event: { token: string }) => seen.push(event.token) } as unknown as lark.EventHandles);
    await dispatcher.invoke({ ...envelope, header: { ...envelope.header, event_type: 'card.action.trigger' }, event: { token: 'c-1' } });
    expect(seen).toEqual(['c-1']);
  });

  it('opens the platform’s own example of an encrypted text', () => {
    expect(new lark.AESCipher('test key').decrypt('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=')).toBe('hello world');
  });
});
