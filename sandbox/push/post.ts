import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { parse } from '../json.ts';
import type { Reply } from '../world.ts';

const CONNECT_MS = 2000;

/** A request to an app's side; `within` ms for the whole answer. */
export interface Post {
  url: string;
  body: string;
  headers: Record<string, string>;
  within: number;
}

function failure(error: NodeJS.ErrnoException): Reply {
  return { kind: error.code === 'ENOTFOUND' || error.code === 'EAI_AGAIN' ? 'unresolved' : 'unreachable' };
}

/** Posts JSON as the platform does: 2 s to connect, no redirects, the answer read to its end; never throws. */
export function post({ url, body, headers, within }: Post): Promise<Reply> {
  return new Promise((resolve) => {
    if (!URL.canParse(url)) return resolve({ kind: 'unresolved' });
    const sent = (url.startsWith('https:') ? overHttps : overHttp)(url, {
      method: 'POST',
      agent: false,
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': String(Buffer.byteLength(body)), ...headers },
    });
    const give = (reply: Reply): void => {
      clearTimeout(deadline);
      clearTimeout(patience);
      resolve(reply);
      sent.destroy();
    };
    const deadline = setTimeout(() => give({ kind: 'timeout' }), within);
    const patience = setTimeout(() => give({ kind: 'unreachable' }), Math.min(CONNECT_MS, within));
    let connected = false;
    sent.on('socket', (socket) =>
      socket.once('connect', () => {
        connected = true;
        clearTimeout(patience);
      }),
    );
    sent.on('error', (error) => give(connected ? { kind: 'broken' } : failure(error)));
    sent.on('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => void chunks.push(chunk));
      answer.on('error', () => give({ kind: 'broken' }));
      answer.on('end', () => {
        const source = Buffer.concat(chunks).toString('utf8');
        give({ kind: 'answered', status: answer.statusCode ?? 0, body: parse(source), empty: source.trim() === '' });
      });
    });
    sent.end(body);
  });
}
