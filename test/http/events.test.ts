import { createServer as createHttp, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPush } from '../../src/feishu/inbound.ts';
import { parseEnvelope } from '../../src/feishu/parse.ts';
import { createReceive } from '../../src/http/events.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import { mountRoutes } from '../../src/http/routes.ts';
import { createServer, listenerOf } from '../../src/http/server.ts';
import { createTaps, plainForm } from '../../src/http/taps.ts';
import { encrypted, secrets, signed, textEvent } from '../feishu/push.ts';
import { calendar, command, directory, flows, testHandle, testStore, worldAt } from '../store/fixture.ts';
import type { Tally } from '../store/counting-flow.ts';

const now = new Date('2026-11-23T01:12:00Z');
const nudged: string[] = [];
const metrics = createMetrics(async () => 0);
let at: Awaited<ReturnType<typeof testStore>>;
let server: Server;
let base: string;

beforeAll(async () => {
  at = await testStore('http');
  const quiet = { warn: () => undefined, error: () => undefined };
  const koa = createServer(quiet);
  const nudge = (id: string): void => void nudged.push(id);
  const taps = createTaps({
    store: at.store, flows, handle: testHandle(at.store), nudge, now: () => now, directory, calendar, settings: worldAt(now).settings, warn: () => undefined,
  });
  mountRoutes(koa, {
    receive: createReceive({ inbox: at.store.inbox, nudge, taps, answered: metrics.answered, elapsed: () => performance.now() / 1_000 }),
    ready: () => at.store.ping(), metrics,
    open: (push) => {
      const opened = openPush(push, secrets, now);
      return opened.kind === 'challenge' ? { challenge: opened.challenge } : { arrival: parseEnvelope(opened.envelope, 'ou_bot') };
    },
  });
  server = createHttp(listenerOf(koa));
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close();
  await at.close();
});

async function push(plain: object, headers?: Record<string, string>): Promise<{ status: number; body: { toast?: { type: string; content: string }; challenge?: string } }> {
  const raw = encrypted(plain);
  const answer = await fetch(`${base}/feishu/events`, { method: 'POST', body: new Uint8Array(raw), headers: { 'content-type': 'application/json', ...(headers ?? signed(raw, now.getTime())) } });
  return { status: answer.status, body: (await answer.json()) as { toast?: { type: string; content: string } } };
}

const tap = (value: object, over: { form?: object; openId?: string; event?: string } = {}) => ({
  schema: '2.0', header: { event_id: over.event ?? randomUUID(), event_type: 'card.action.trigger', token: secrets.verificationToken, app_id: secrets.appId, create_time: '1760000300000000' },
  event: { operator: { open_id: over.openId ?? 'ou_head' }, token: 'c-1', action: { tag: 'button', value, ...(over.form ? { form_value: over.form } : {}) }, context: { open_message_id: 'om_card', open_chat_id: 'oc_1' } },
});

async function opened(): Promise<string> {
  const id = `m${randomUUID().slice(0, 8)}`;
  await testHandle(at.store)(command('open', { id }));
  return id;
}
const count = async (id: string) => ((await at.store.load('matter', id))?.data as Tally | undefined)?.count;

describe('the webhook', () => {
  it('answers 401 to a forged, old or wrongly addressed push, and nothing happens', async () => {
    const id = await opened();
    const approve = tap({ do: 'act', kind: 'matter', id, act: 'add', card: 'x' });
    const raw = encrypted(approve);
    const tries = [
      await push(approve, {}), await push(approve, { ...signed(raw, now.getTime()), 'x-lark-signature': '0'.repeat(64) }),
      await push(approve, signed(raw, now.getTime() - 3_600_000)), await push({ ...approve, header: { ...approve.header, token: 'wrong' } }),
      await push(textEvent('om_forged', '伪造'), {}),
    ];
    expect(tries.map((answer) => answer.status)).toEqual([401, 401, 401, 401, 401]);
    expect(await count(id)).toBe(0);
    expect(await at.store.inbox.get('om_forged')).toBeUndefined();
    expect(await metrics.text()).toMatch(/inbound_refused_total\{why="signature"\} \d/);
  });

  it('answers the set-up question', async () => {
    expect(await push({ type: 'url_verification', token: secrets.verificationToken, challenge: 'abc' }, {})).toEqual({ status: 200, body: { challenge: 'abc' } });
  });

  it('takes a message that is pushed several times once, whatever its event ids', async () => {
    const before = nudged.length;
    for (const event of ['e1', 'e2', 'e1']) expect((await push(textEvent('om_twice', '我要举报', { event }))).status).toBe(200);
    expect(nudged.slice(before)).toEqual(['om_twice']);
    expect((await at.store.inbox.get('om_twice'))?.content).toContain('我要举报');
  });

  it('keeps characters whole that arrive in two pieces, and refuses more than a mebibyte', async () => {
    const raw = encrypted(textEvent('om_pieces', '投诉'));
    const halves = new ReadableStream({ start: (control) => {
      control.enqueue(raw.subarray(0, 7));
      control.enqueue(raw.subarray(7));
      control.close();
    } });
    const sent = { method: 'POST', body: halves, duplex: 'half', headers: signed(raw, now.getTime()) } as RequestInit;
    expect((await fetch(`${base}/feishu/events`, sent)).status).toBe(200);
    const big = Buffer.alloc(1_100_000, 32);
    expect((await fetch(`${base}/feishu/events`, { method: 'POST', body: big, headers: signed(big, now.getTime()) })).status).toBe(413);
  });
});

describe('a tap', () => {
  it('acts within the answer and says what was done', async () => {
    const id = await opened();
    expect((await push(tap({ do: 'act', kind: 'matter', id, act: 'add', card: 'x', seen: 1 }))).body.toast).toEqual({ type: 'success', content: '已加' });
    expect(await count(id)).toBe(1);
  });

  it('that is sent twice acts once', async () => {
    const id = await opened();
    const same = tap({ do: 'act', kind: 'matter', id, act: 'add', card: 'x' });
    expect((await Promise.all([push(same), push(same)])).map((answer) => answer.body.toast?.type)).toEqual(['success', 'success']);
    expect(await count(id)).toBe(1);
  });

  it('of somebody who may not is answered with a sentence, whatever the button claims', async () => {
    const id = await opened();
    const { body } = await push(tap({ do: 'act', kind: 'matter', id, act: 'add', card: 'x', by: { role: 'system' } }, { openId: 'ou_stranger' }));
    expect(body.toast?.type).toBe('warning');
    expect(body).not.toHaveProperty('card');
    expect(await count(id)).toBe(0);
  });

  it('from an older round is refused', async () => {
    const id = await opened();
    expect((await push(tap({ do: 'act', kind: 'matter', id, act: 'add', card: 'x', seen: 0 }))).body.toast?.type).toBe('warning');
    expect(await count(id)).toBe(0);
  });

  it('that asks for something is queued and answered at once', async () => {
    const { body } = await push(tap({ do: 'ask', what: 'todo', arg: '' }, { event: 'ev-ask' }));
    expect(body.toast?.type).toBe('info');
    expect(await at.store.inbox.get('ev-ask')).toMatchObject({ what: 'menu', type: 'todo', openId: 'ou_head' });
  });

  it('with a value that is none of ours changes nothing', async () => {
    expect((await push(tap({ a: 'approve', $where: '1' }))).body.toast?.type).toBe('warning');
  });

  it('hands over dates as ISO and leaves out what was never set', () => {
    expect(plainForm({ day: '2025-06-10 +0800', at: '2025-06-10 19:19 +0800', none: null, list: ['a'], words: '在 2025-06-10 +0800 见', empty: '' }))
      .toEqual({ day: '2025-06-10', at: '2025-06-10T19:19:00+08:00', list: ['a'], words: '在 2025-06-10 +0800 见', empty: '' });
  });
});
