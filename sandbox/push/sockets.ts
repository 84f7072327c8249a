import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Fields } from '../json.ts';
import { freshHex } from '../state/ids.ts';
import { decodeFrame, encodeFrame, type WireFrame } from '../wire/frames.ts';
import type { Ground, Reply } from '../world.ts';
import { readAck } from './webhook.ts';

const ACK_MS = 3000;
const TICKET_MS = 60_000;
const MAX_CONNECTIONS = 50;
/** The official Python SDK does not ping right after reconnecting, only every PingInterval. */
const SILENT_MS = 1000;

/** The connection settings told at the endpoint and with every pong; seconds. */
export const clientConfig = { ReconnectCount: -1, ReconnectInterval: 3, ReconnectNonce: 1, PingInterval: 30 };

/** The long connections of all apps. */
export interface Sockets {
  count(appId: string): number;
  full(appId: string): boolean;
  /** A one-minute ticket for the next handshake of this app. */
  ticket(appId: string): string;
  /** Sends to one random connection of the app; `cut` breaks that connection right after sending. */
  send(appId: string, envelope: Fields, cut: boolean): Promise<Reply>;
  /** Closes every connection of an app, with a close code or, without one, abruptly; answers how many there were. */
  disconnect(appId: string, code?: number): number;
  attach(server: Server): void;
  close(): void;
}

interface Link {
  socket: WebSocket;
  service: number;
  waiting: Map<string, (reply: Reply) => void>;
  /** True once the client has spoken (its first ping) or had time to begin listening: what is pushed before may be lost on it. */
  ready: boolean;
}

function fragments(payload: Buffer, size: number): Buffer[] {
  const parts: Buffer[] = [];
  for (let start = 0; start === 0 || start < payload.length; start += size) parts.push(payload.subarray(start, start + size));
  return parts;
}

function receive(link: Link, frame: WireFrame): void {
  if (frame.method === 0 && frame.headers['type'] === 'ping') {
    link.socket.send(
      encodeFrame({
        service: frame.service,
        method: 0,
        headers: { type: 'pong' },
        payload: Buffer.from(JSON.stringify(clientConfig)),
      }),
    );
    return;
  }
  const id = frame.headers['message_id'] ?? '';
  const settle = link.waiting.get(id);
  link.waiting.delete(id);
  settle?.(readAck(frame.payload));
}

function transmit(link: Link, envelope: Fields, size: number): Promise<Reply> {
  const id = freshHex();
  const parts = fragments(Buffer.from(JSON.stringify(envelope)), size);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      link.waiting.delete(id);
      resolve({ kind: 'timeout' });
    }, ACK_MS);
    link.waiting.set(id, (reply) => {
      clearTimeout(timer);
      resolve(reply);
    });
    parts.forEach((payload, index) =>
      link.socket.send(
        encodeFrame({
          service: link.service,
          method: 1,
          payload,
          headers: { type: 'event', message_id: id, sum: String(parts.length), seq: String(index), trace_id: freshHex() },
        }),
      ),
    );
  });
}

function listen(ground: Ground, link: Link, gone: () => void): void {
  const { socket } = link;
  ground.log.add({ kind: 'call', title: '长连接已建立', path: '/ws/v2', breaches: [] });
  socket.on('message', (data: Buffer) => {
    try {
      receive(link, decodeFrame(data));
    } catch (error) {
      ground.log.add({ kind: 'call', title: '长连接收到坏帧', path: '/ws/v2', breaches: [`帧无法解析：${String(error)}`] });
    }
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    gone();
    for (const settle of link.waiting.values()) settle({ kind: 'broken' });
    link.waiting.clear();
    ground.log.add({ kind: 'call', title: '长连接已断开', path: '/ws/v2', breaches: [] });
  });
}

function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nHandshake-Status: 403\r\nHandshake-Msg: invalid ticket\r\nConnection: close\r\n\r\n');
}

/** Closes connections, with a close code or abruptly; answers how many. */
function hangUp(group: readonly Link[], code: number | undefined): number {
  for (const { socket } of group) {
    if (code === undefined) socket.terminate();
    else socket.close(code);
  }
  return group.length;
}

/** The WebSocket server behind `/ws/v2`; `opened` is told whenever an app gains a connection. */
export function createSockets(ground: Ground, opened: (appId: string) => void): Sockets {
  const server = new WebSocketServer({ noServer: true });
  const links = new Map<string, Set<Link>>();
  const tickets = new Map<string, { appId: string; until: number }>();
  const open = (appId: string): Link[] =>
    [...(links.get(appId) ?? [])].filter((link) => link.ready && link.socket.readyState === WebSocket.OPEN);

  const adopt = (socket: WebSocket, appId: string, service: number): void => {
    const link: Link = { socket, service, waiting: new Map(), ready: false };
    const group = links.get(appId) ?? new Set<Link>();
    links.set(appId, group.add(link));
    listen(ground, link, () => group.delete(link));
    const begin = (): void => {
      if (link.ready) return;
      link.ready = true;
      opened(appId);
    };
    socket.once('message', begin);
    setTimeout(begin, SILENT_MS).unref();
  };

  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    const url = new URL(request.url ?? '/', 'http://sandbox');
    const ticket = tickets.get(url.searchParams.get('ticket') ?? '');
    if (url.pathname !== '/ws/v2' || ticket === undefined || ticket.until < ground.real()) return refuse(socket);
    tickets.delete(url.searchParams.get('ticket') ?? '');
    server.handleUpgrade(request, socket, head, (accepted) => {
      adopt(accepted, ticket.appId, Number(url.searchParams.get('service_id')));
    });
  };

  return {
    count: (appId) => open(appId).length,
    full: (appId) => (links.get(appId)?.size ?? 0) >= MAX_CONNECTIONS,
    ticket: (appId) => {
      const value = freshHex();
      tickets.set(value, { appId, until: ground.real() + TICKET_MS });
      return value;
    },
    send: async (appId, envelope, cut) => {
      const ready = open(appId);
      const link = ready[Math.floor(ground.weather.roll('connection') * ready.length)];
      if (link === undefined) return { kind: 'nobody' };
      const reply = transmit(link, envelope, ground.fragmentBytes);
      if (cut) link.socket.terminate();
      return reply;
    },
    disconnect: (appId, code) => hangUp([...(links.get(appId) ?? [])], code),
    attach: (http) => void http.on('upgrade', upgrade),
    close: () => {
      for (const group of links.values()) for (const link of group) link.socket.terminate();
      server.close();
    },
  };
}
