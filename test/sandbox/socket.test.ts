import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { decodeFrame, encodeFrame, type WireFrame } from '../../sandbox/wire/frames.ts';
import type { SandboxOptions } from '../../sandbox/server.ts';
import { app, startTown, type Town } from './city.ts';
import { dial as connect, endpoint, ping, type Line } from './line.ts';
import { sendCard } from './wire.ts';

const towns: Town[] = [];
const lines: Line[] = [];
afterEach(async () => {
  for (const line of lines.splice(0)) line.socket.terminate();
  for (const town of towns.splice(0)) await town.sandbox.stop();
});

async function open(options: SandboxOptions = {}): Promise<Town> {
  const town = await startTown(options);
  towns.push(town);
  return town;
}

/** A connection that the end of the test closes. */
async function dial(town: Town, answer: (frame: WireFrame) => object | undefined): Promise<Line> {
  const line = await connect(town, answer);
  lines.push(line);
  return line;
}

const button = {
  schema: '2.0',
  body: { elements: [{ tag: 'button', text: { tag: 'plain_text', content: '好' }, behaviors: [{ type: 'callback', value: {} }] }] },
};
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

describe('the long connection', () => {
  it('tells where to connect, with device and service not first and the whole configuration', async () => {
    const { code, data } = await endpoint(await open());
    expect(code).toBe(0);
    expect(data.URL).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/ws\/v2\?fpid=.*device_id=.*service_id=/);
    expect(Object.keys(data.ClientConfig).toSorted()).toEqual(['PingInterval', 'ReconnectCount', 'ReconnectInterval', 'ReconnectNonce']);
  });

  it('refuses a wrong secret with 514 and a used ticket at the handshake', async () => {
    const town = await open();
    expect((await endpoint(town, 'wrong')).code).toBe(514);
    const { data } = await endpoint(town);
    const first = new WebSocket(data.URL);
    await new Promise((resolve) => first.once('open', resolve));
    const second = new WebSocket(data.URL);
    await expect(new Promise((_resolve, reject) => second.once('error', reject))).rejects.toThrow('403');
    first.terminate();
  });

  it('answers a ping with all four settings', async () => {
    const line = await dial(await open(), () => undefined);
    expect(line.pongs[0]?.headers).toEqual({ type: 'pong' });
    expect(Object.values(JSON.parse(line.pongs[0]?.payload.toString() ?? '{}') as Record<string, number>).every(Number.isFinite)).toBe(
      true,
    );
  });

  it('brings no event before the first ping, when the client does not listen yet', async () => {
    const town = await open();
    const { data } = await endpoint(town);
    const socket = new WebSocket(data.URL);
    const came: WireFrame[] = [];
    socket.on('message', (bytes: Buffer) => came.push(decodeFrame(bytes)));
    await new Promise((resolve) => socket.once('open', resolve));
    await town.client.say({ as: town.people[0] ?? '', to: app.appId, text: '早' });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(came).toHaveLength(0);
    socket.send(encodeFrame(ping));
    await expect.poll(() => came.map((frame) => frame.method)).toEqual([0, 1]);
    socket.terminate();
  });

  it('brings events to a client that does not ping, as the Python SDK after a reconnection', async () => {
    const town = await open();
    const { data } = await endpoint(town);
    const socket = new WebSocket(data.URL);
    const came: WireFrame[] = [];
    socket.on('message', (bytes: Buffer) => came.push(decodeFrame(bytes)));
    await new Promise((resolve) => socket.once('open', resolve));
    await town.client.say({ as: town.people[0] ?? '', to: app.appId, text: '早' });
    await expect.poll(() => came.map((frame) => frame.method), { timeout: 5_000 }).toEqual([1]);
    socket.terminate();
  });

  it('cuts long payloads into frames with sum and seq', async () => {
    const town = await open({ fragmentBytes: 200 });
    const line = await dial(town, () => ({ code: 200 }));
    await town.client.say({ as: town.people[0] ?? '', to: app.appId, text: '很长的话'.repeat(50) });
    await expect.poll(() => line.frames.length).toBeGreaterThan(2);
    const sum = Number(line.frames[0]?.headers['sum']);
    await expect.poll(() => line.frames).toHaveLength(sum);
    expect(line.frames.map((frame) => Number(frame.headers['seq']))).toEqual([...line.frames.keys()]);
    const whole = JSON.parse(Buffer.concat(line.frames.map((frame) => frame.payload)).toString()) as { header: { event_type: string } };
    expect(whole.header.event_type).toBe('im.message.receive_v1');
  });

  it('an event answered with 500 comes again on the sandbox clock', async () => {
    const town = await open();
    let code = 500;
    const line = await dial(town, () => ({ code }));
    await town.client.say({ as: town.people[0] ?? '', to: app.appId, text: '一' });
    await expect.poll(() => line.frames).toHaveLength(1);
    code = 200;
    await town.client.advance({ minutes: 1 });
    await expect.poll(() => line.frames).toHaveLength(2);
    await town.client.advance({ days: 1 });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(line.frames).toHaveLength(2);
  });

  it('events wait until somebody connects', async () => {
    const town = await open();
    await town.client.say({ as: town.people[0] ?? '', to: app.appId, text: '有人吗' });
    const line = await dial(town, () => ({ code: 200 }));
    await expect.poll(() => line.frames).toHaveLength(1);
  });

  it('an event duplicated by a fault keeps its message_id and has another event_id', async () => {
    const town = await open();
    const line = await dial(town, () => ({ code: 200 }));
    await town.client.faults({ eventDuplicate: 1 });
    await town.client.say({ as: town.people[0] ?? '', to: app.appId, text: '一次' });
    await expect.poll(() => line.frames).toHaveLength(2);
    const seen = line.frames.map(
      (frame) => JSON.parse(frame.payload.toString()) as { header: { event_id: string }; event: { message: { message_id: string } } },
    );
    expect(new Set(seen.map((each) => each.header.event_id)).size).toBe(2);
    expect(new Set(seen.map((each) => each.event.message.message_id)).size).toBe(1);
  });

  it.each<[string, number, object | undefined]>([
    ['nobody answers in 3 s', 200341, undefined],
    ['the handler threw', 200671, { code: 500 }],
    ['the answer carries no data', 108002, { code: 200 }],
    ['there is no handler', 200672, { code: 200, data: base64('no card.action.trigger event handle') }],
  ])('a tap when %s shows %i', async (_what, code, said) => {
    const town = await open();
    await dial(town, () => said);
    const id = await sendCard(town, town.people[0] ?? '', button);
    expect(await town.client.tap({ as: town.people[0] ?? '', message: id, at: { text: '好' } })).toMatchObject({
      outcome: 'failed',
      error: { code },
    });
  });

  it('a tap without any connection shows 200340', async () => {
    const town = await open();
    const id = await sendCard(town, town.people[0] ?? '', button);
    expect(await town.client.tap({ as: town.people[0] ?? '', message: id, at: { text: '好' } })).toMatchObject({ error: { code: 200340 } });
  });

  it('a group card tapped by its name in a column is answered', async () => {
    const town = await open();
    await dial(town, () => ({ code: 200, data: base64({ toast: { type: 'success', content: '好的' } }) }));
    const id = await sendCard(town, town.people[0] ?? '', {
      schema: '2.0',
      body: { elements: [{ tag: 'column_set', columns: [{ tag: 'column', elements: [{ ...button.body.elements[0], name: 'ok' }] }] }] },
    });
    const at = ['body', 'elements', 0, 'columns', 0, 'elements', 0];
    expect(await town.client.tap({ as: town.people[0] ?? '', message: id, at })).toMatchObject({
      outcome: 'ok',
      toast: { content: '好的' },
    });
    expect(await town.client.tap({ as: town.people[0] ?? '', message: id, at: { name: 'ok' } })).toMatchObject({ outcome: 'ok' });
  });

  it('is closed from the platform with a code or abruptly, and the app is told how many there were', async () => {
    const town = await open();
    const codes: number[] = [];
    const join = async (): Promise<void> =>
      void (await dial(town, () => undefined)).socket.once('close', (code: number) => codes.push(code));
    await join();
    expect(await town.client.act('disconnect', { app: app.appId, code: 4000 })).toEqual({ closed: 1 });
    await expect.poll(() => codes).toEqual([4000]);
    await join();
    await join();
    expect(await town.client.act('disconnect', { app: app.appId })).toEqual({ closed: 2 });
    await expect.poll(() => codes).toEqual([4000, 1006, 1006]);
    await expect(town.client.act('disconnect', { app: app.appId, code: 7 })).rejects.toThrow('code 应为');
  });

  it('has room for fifty connections of an app, and tells the next one so', async () => {
    const town = await open();
    for (let index = 0; index < 50; index += 1) {
      const socket = new WebSocket((await endpoint(town)).data.URL);
      await new Promise((resolve) => socket.once('open', resolve));
    }
    expect((await endpoint(town)).code).toBe(1000040350);
    await town.client.act('disconnect', { app: app.appId });
    await expect.poll(async () => (await endpoint(town)).code).toBe(0);
  });
});
