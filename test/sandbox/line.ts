import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { decodeFrame, encodeFrame, type WireFrame } from '../../sandbox/wire/frames.ts';
import { app, type Town } from './city.ts';

/** A long connection in raw frames. */
export interface Line {
  pongs: WireFrame[];
  frames: WireFrame[];
  socket: WebSocket;
  send(frame: WireFrame): void;
}

/** Asks where to connect. */
export async function endpoint(
  town: Town,
  secret = app.appSecret,
): Promise<{ code: number; data: { URL: string; ClientConfig: Record<string, number> } }> {
  const answer = await fetch(`${town.sandbox.url}/callback/ws/endpoint`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ AppID: app.appId, AppSecret: secret }),
  });
  return answer.json() as Promise<{ code: number; data: { URL: string; ClientConfig: Record<string, number> } }>;
}

/** The ping of the SDKs. */
export const ping: WireFrame = { service: 1, method: 0, headers: { type: 'ping' }, payload: Buffer.alloc(0) };

/** A connection that pings as the SDKs do, then answers data frames with what `answer` says; undefined answers nothing. */
export async function dial(town: Town, answer: (frame: WireFrame) => object | undefined): Promise<Line> {
  const { data } = await endpoint(town);
  const socket = new WebSocket(data.URL);
  const frames: WireFrame[] = [];
  const pongs: WireFrame[] = [];
  const send = (frame: WireFrame): void => socket.send(encodeFrame(frame));
  socket.on('message', (bytes: Buffer) => {
    const frame = decodeFrame(bytes);
    (frame.method === 1 ? frames : pongs).push(frame);
    const said = frame.method === 1 ? answer(frame) : undefined;
    if (said !== undefined) send({ ...frame, headers: { ...frame.headers, biz_rt: '1' }, payload: Buffer.from(JSON.stringify(said)) });
  });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  send(ping);
  await expect.poll(() => pongs.length).toBe(1);
  return { frames, pongs, socket, send };
}
