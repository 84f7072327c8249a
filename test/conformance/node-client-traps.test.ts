import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as wordsOf } from 'node:stream/consumers';
import * as lark from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app, startTown, type Town } from '../sandbox/city.ts';
import { silent } from './node/talk.ts';

/** What reached a bare server that stands in for nothing: it only writes down and answers as told. */
interface Wire { url: string; asked: { method: string; path: string; type: string; token: string; body: string }[]; stop: () => void }

async function listenTo(answer: (path: string) => { status: number; body: unknown }): Promise<Wire> {
  const asked: Wire['asked'] = [];
  const server = createServer((request, response) => void wordsOf(request).then((body) => {
    const { method = '', url: path = '', headers } = request;
    asked.push({ method, path, type: headers['content-type'] ?? '', token: headers.authorization ?? '', body });
    const { status, body: said } = answer(path);
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  }));
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, stop: () => void server.close() };
}

const token = { code: 0, msg: 'ok', tenant_access_token: 't-automatic', expire: 7200 };
const isToken = (path: string): boolean => path.includes('tenant_access_token');
const easy = (path: string): { status: number; body: unknown } => ({ status: 200, body: isToken(path) ? token : { code: 0, msg: 'success', data: {} } });

/** A logger that keeps all it is given. */
function diary(): { logger: typeof silent; pages: string[] } {
  const pages: string[] = [];
  const seen = new WeakSet<object>();
  const write = (...words: unknown[]): undefined => void pages.push(JSON.stringify(words, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return '…';
    seen.add(value);
    return value;
  }));
  return { pages, logger: { error: write, warn: write, info: write, debug: write, trace: write } };
}

const wires: Wire[] = [];
async function open(answer = easy, more: Partial<ConstructorParameters<typeof lark.Client>[0]> = {}): Promise<{ wire: Wire; client: lark.Client }> {
  const wire = await listenTo(answer);
  wires.push(wire);
  // Tokens are kept by app id in one cache of the whole process: each test is an app of its own.
  const appId = `cli_${String(wires.length).padStart(16, '0')}`;
  return { wire, client: new lark.Client({ appId, appSecret: 'the-secret', domain: wire.url, logger: silent, ...more }) };
}
afterAll(() => wires.forEach((wire) => wire.stop()));

describe('what the product must not trust in the client of the Node SDK', () => {
  it('three first calls at once are three token requests', async () => {
    const { wire, client } = await open();
    await Promise.all([1, 2, 3].map(() => client.im.v1.chat.get({ path: { chat_id: 'oc_1' } })));
    expect(wire.asked.filter(({ path }) => isToken(path))).toHaveLength(3);
  });

  it('a wrong secret is an Error whose text alone has the code', async () => {
    const { client } = await open(() => ({ status: 200, body: { code: 10014, msg: 'app secret invalid' } }));
    await expect(client.im.v1.chat.get({ path: { chat_id: 'oc_1' } })).rejects.toThrow('failed to get tenant_access_token, code: 10014');
  });

  it('a refusal with HTTP 200 is returned, one with HTTP 400 is thrown', async () => {
    const refusal = { code: 230001, msg: 'no' };
    const soft = await open((path) => (isToken(path) ? easy(path) : { status: 200, body: refusal }));
    expect(await soft.client.im.v1.chat.get({ path: { chat_id: 'oc_1' } })).toEqual(refusal);
    const hard = await open((path) => (isToken(path) ? easy(path) : { status: 400, body: refusal }));
    await expect(hard.client.im.v1.chat.get({ path: { chat_id: 'oc_1' } })).rejects.toMatchObject({ response: { data: refusal } });
  });

  it('a refused token is not fetched anew', async () => {
    const { wire, client } = await open((path) => (isToken(path) ? easy(path) : { status: 400, body: { code: 99991663, msg: 'invalid' } }));
    const call = (): Promise<unknown> => client.im.v1.chat.get({ path: { chat_id: 'oc_1' } });
    await expect(call()).rejects.toThrow('400');
    await expect(call()).rejects.toThrow('400');
    expect(wire.asked.filter(({ path }) => isToken(path))).toHaveLength(1);
  });

  it('withTenantToken is overwritten unless the token cache is off', async () => {
    const call = ({ im }: lark.Client): Promise<unknown> => im.v1.chat.get({ path: { chat_id: 'oc_1' } }, lark.withTenantToken('t-mine'));
    const usual = await open();
    await call(usual.client);
    expect(usual.wire.asked.at(-1)?.token).toBe('Bearer t-automatic');
    const off = await open(easy, { disableTokenCache: true });
    await call(off.client);
    expect(off.wire.asked.at(-1)?.token).toBe('Bearer t-mine');
  });

  it('an id goes into the path as it is', async () => {
    const { wire, client } = await open();
    await client.im.v1.chat.get({ path: { chat_id: '../../x?y=1' } });
    expect(wire.asked.at(-1)?.path).toBe('/open-apis/im/x?y=1');
  });

  it('a GET has a JSON body', async () => {
    const { wire, client } = await open();
    await client.im.v1.chat.get({ path: { chat_id: 'oc_1' } });
    expect(wire.asked.at(-1)).toMatchObject({ method: 'GET', body: '{}', type: expect.stringContaining('application/json') as string });
  });

  it('request() logs the token, and a failing token endpoint the secret', async () => {
    const calls = diary();
    const one = await open((path) => (isToken(path) ? easy(path) : { status: 400, body: { code: 1 } }), { logger: calls.logger });
    await expect(one.client.request({ method: 'GET', url: '/open-apis/bot/v3/info' })).rejects.toThrow('400');
    expect(calls.pages.join('\n')).toContain('Bearer t-automatic');
    const tokens = diary();
    const two = await open(() => ({ status: 429, body: { code: 99991400 } }), { logger: tokens.logger });
    await expect(two.client.im.v1.chat.get({ path: { chat_id: 'oc_1' } })).rejects.toThrow('429');
    expect(tokens.pages.join('\n')).toContain('the-secret');
  });

  it('level fatal is level info', async () => {
    const { pages, logger } = diary();
    await open(easy, { logger, loggerLevel: lark.LoggerLevel.fatal });
    expect(pages.join('\n')).toContain('client ready');
  });
});

describe('what the sandbox shows of the Node SDK', () => {
  let town: Town;
  let client: lark.Client;
  beforeAll(async () => {
    town = await startTown();
    client = new lark.Client({ ...app, domain: town.sandbox.url, logger: silent });
  });
  afterAll(() => town.sandbox.stop());

  it('an iterator ends where a page fails, without a word', async () => {
    await town.client.faults({ api5xx: { only: 'GET /contact/v3/departments/*', times: 1 } });
    const names: unknown[] = [];
    for await (const page of await client.contact.v3.department.childrenWithIterator({ path: { department_id: '0' }, params: { page_size: 1 } })) names.push(...(page?.items ?? []));
    expect(names).toEqual([]);
    expect((await client.contact.v3.department.children({ path: { department_id: '0' } })).data?.items).toHaveLength(2);
  });

  it('an upload from bytes has no file name in its part, and its answer no code', async () => {
    const answer = await client.im.v1.file.create({ data: { file_type: 'pdf', file_name: '函.pdf', file: Buffer.from('%PDF') } });
    expect(answer).toEqual({ file_key: expect.stringMatching(/^file_/) as string });
    expect((await town.client.log()).findLast(({ title }) => title === '上传文件')?.request).toMatchObject({ file_name: '函.pdf', files: [{ name: '', size: 4 }] });
  });

  it('the reason of a failed download is a stream', async () => {
    const failed = client.im.v1.messageResource.get({ path: { message_id: `om_${'0'.repeat(32)}`, file_key: 'file_v3_none' }, params: { type: 'file' } });
    const body = await failed.then(() => undefined, (fault: { response: { data: NodeJS.ReadableStream } }) => fault.response.data);
    expect(JSON.parse(await wordsOf(body as never))).toMatchObject({ code: 99992354 });
  });
});
