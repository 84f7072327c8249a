import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { mayBeDone } from '../../jobs/send.ts';
import { createCaller } from '../../src/feishu/caller.ts';
import { PlatformFault } from '../../src/feishu/fault.ts';
import { createHttp, createLark, type Tokens } from '../../src/feishu/lark.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** What a call fails with at a server that answers so. */
async function faultAt(listener: RequestListener, { tokens = { get: () => Promise.resolve('t-1'), drop: () => undefined }, closed = false }: { tokens?: Tokens; closed?: boolean } = {}): Promise<unknown> {
  const server = createServer(listener);
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  servers.push(server);
  const domain = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  if (closed) await new Promise((settle) => server.close(settle));
  const lark = createLark({ appId: 'cli_1', appSecret: 's', domain }, createHttp(domain));
  const caller = createCaller({ lark, tokens, pace: { pace: () => Promise.resolve({ late: 0 }), hold: () => Promise.resolve() } });
  return caller.api({ method: 'POST', path: '/im/v1/messages' }).then(() => undefined, (fault: unknown) => fault);
}

describe('whether a call that failed may be done all the same', () => {
  it('may be, where the connection broke off, the gateway failed, or the answer cannot be read', async () => {
    expect(mayBeDone(await faultAt((request) => request.socket.destroy()))).toBe(true);
    expect(mayBeDone(await faultAt((_request, response) => response.writeHead(502).end('<html>')))).toBe(true);
    expect(mayBeDone(await faultAt((_request, response) => response.writeHead(500).end(JSON.stringify({ code: 2200 }))))).toBe(true);
  });

  it('is not, where the platform said no, or too often', async () => {
    expect(mayBeDone(await faultAt((_request, response) => response.writeHead(400).end(JSON.stringify({ code: 230013 }))))).toBe(false);
    expect(mayBeDone(await faultAt((_request, response) => response.writeHead(429).end(JSON.stringify({ code: 99991400 }))))).toBe(false);
  });

  it('is not, where it never went out: nobody listens there, or there was no token', async () => {
    expect(mayBeDone(await faultAt(() => undefined, { closed: true }))).toBe(false);
    const unheard = { get: () => Promise.reject(new PlatformFault({ code: 0, status: 0 })), drop: () => undefined };
    expect(mayBeDone(await faultAt((_request, response) => response.end('{}'), { tokens: unheard }))).toBe(false);
  });
});
