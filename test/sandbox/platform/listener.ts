import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'vitest';
import { fields, parseFields, text, type Fields } from '../../../sandbox/json.ts';

/** A developer's server that takes plain events and answers card callbacks. */
export interface Listener {
  url: string;
  heard: Fields[];
  /** What the next callbacks are answered with. */
  answer: Fields;
  /** The newest envelope of an event type, waiting for it. */
  hears(type: string): Promise<Fields>;
  close(): Promise<void>;
}

/** The event type of either envelope. */
function typeOf(envelope: Fields): string {
  return text(fields(envelope['header'])['event_type']) || text(fields(envelope['event'])['type']);
}

/** Starts the server on a free port. */
export async function startListener(): Promise<Listener> {
  const heard: Fields[] = [];
  const listener = { heard, answer: {} as Fields };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = parseFields(Buffer.concat(chunks).toString('utf8'));
      if (body['challenge'] === undefined) heard.push(body);
      response.end(JSON.stringify(body['challenge'] === undefined ? listener.answer : { challenge: body['challenge'] }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  return Object.assign(listener, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hears: async (type: string) => {
      await expect.poll(() => heard.map(typeOf), { timeout: 4000 }).toContain(type);
      return heard.findLast((envelope) => typeOf(envelope) === type) ?? {};
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}
