import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decrypt, signature } from '../../sandbox/wire/crypto.ts';
import type { CityPlan } from '../../sandbox/api/city.ts';
import type { SandboxOptions } from '../../sandbox/server.ts';
import { startTown, town as plan, type Town } from './city.ts';

/** A push as it came to the request URL. */
export interface Came {
  headers: IncomingHttpHeaders;
  raw: string;
  /** Decrypted where it was sealed. */
  plain: Record<string, unknown>;
  /** Its signature fits (v2). */
  signed: boolean;
}

/** What the request URL answers; absent status 200, absent body `{}`. */
export interface Said {
  status?: number;
  body?: string;
  /** Waits so long first, ms. */
  after?: number;
}

/** A request URL that passes the console's check and then answers as told. */
export interface Hook {
  url: string;
  came: Came[];
  /** All that came of one event type. */
  of(type: string): Came[];
  answers(how: (came: Came) => Said | Promise<Said>): void;
  close(): Promise<void>;
}

const key = 'test key';

function unseal(sealed: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(decrypt(key, sealed)) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** The push, or nothing when it cannot be opened. */
function read(headers: IncomingHttpHeaders, raw: string): Came | undefined {
  const body = JSON.parse(raw) as Record<string, unknown>;
  const plain = typeof body['encrypt'] === 'string' ? unseal(body['encrypt']) : body;
  if (plain === undefined) return undefined;
  const header = (name: string): string => String(headers[`x-lark-${name}`]);
  const mark = signature({ timestamp: header('request-timestamp'), nonce: header('request-nonce'), encryptKey: key, body: raw });
  return { headers, raw, plain, signed: mark === header('signature') };
}

/** Opens a request URL on a free port. */
export async function openHook(
  challenge: (said: unknown) => Said = (said) => ({ body: JSON.stringify({ challenge: said }) }),
): Promise<Hook> {
  const came: Came[] = [];
  let how: (came: Came) => Said | Promise<Said> = () => ({});
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const push = read(request.headers, Buffer.concat(chunks).toString('utf8'));
      if (push === undefined) return void response.writeHead(400).end();
      const asked = push.plain['challenge'];
      if (asked === undefined) came.push(push);
      void Promise.resolve(asked === undefined ? how(push) : challenge(asked)).then(({ status = 200, body = '{}', after = 0 }) => {
        setTimeout(() => response.writeHead(status).end(body), after);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    came,
    of: (type) => came.filter(({ plain }) => (plain['header'] as { event_type?: string } | undefined)?.event_type === type),
    answers: (next) => void (how = next),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The town with its app's request URL at the hook. */
export function startHooked(hook: Hook, options: SandboxOptions = {}, more: Partial<CityPlan['apps'][number]> = {}): Promise<Town> {
  return startTown(options, { ...plan, apps: plan.apps.map((app) => ({ ...app, webhookUrl: hook.url, ...more })) });
}
