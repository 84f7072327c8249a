import * as lark from '@larksuiteoapi/node-sdk';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { app } from './city.ts';
import { mute } from './login/agree.ts';

/** The official client; its token cache is otherwise shared by the whole process, and every sandbox has tokens of its own. */
export function client(domain: string, logger: typeof mute = mute): lark.Client {
  const kept = new Map<unknown, unknown>();
  const cache = { get: async (key: unknown) => kept.get(key), set: async (key: unknown, value: unknown) => kept.set(key, value) !== undefined };
  return new lark.Client({ ...app, domain, logger, cache });
}

/** A server behind the official adapter, as careless bots have it. */
export async function adapter(dispatcher: lark.EventDispatcher): Promise<{ url: string; stop(): Promise<unknown> }> {
  const handle = lark.adaptDefault('/', dispatcher);
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = (): Promise<unknown> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, stop };
}
