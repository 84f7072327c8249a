import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AppPlan } from '../../sandbox/api/city.ts';
import { fields } from '../../sandbox/json.ts';
import { app, type Town } from './city.ts';
import { openHook, startHooked, type Hook } from './hook.ts';
import { sendCard } from './wire.ts';

const receive = 'im.message.receive_v1';
const button = {
  schema: '2.0',
  body: { elements: [{ tag: 'button', text: { tag: 'plain_text', content: '好' }, behaviors: [{ type: 'callback', value: { a: 1 } }] }] },
};

let hook: Hook;
const towns: Town[] = [];
beforeEach(async () => void (hook = await openHook()));
afterEach(async () => {
  for (const town of towns.splice(0)) await town.sandbox.stop();
  await hook.close();
});

async function open(more: Partial<AppPlan> = {}): Promise<Town> {
  const town = await startHooked(hook, {}, more);
  towns.push(town);
  return town;
}
const say = (town: Town, text: string): Promise<string> => town.client.say({ as: town.people[0] ?? '', to: app.appId, text });
const heard = (): unknown[] =>
  hook.of(receive).map(({ plain }) => JSON.parse(String(fields(fields(plain['event'])['message'])['content'])) as unknown);
const ids = (part: 'event_id' | 'message_id'): unknown[] =>
  hook
    .of(receive)
    .map(({ plain }) =>
      part === 'event_id' ? fields(plain['header'])['event_id'] : fields(fields(plain['event'])['message'])['message_id'],
    );
const tap = async (town: Town): Promise<unknown> =>
  town.client.tap({ as: town.people[0] ?? '', message: await sendCard(town, town.people[0] ?? '', button), at: { text: '好' } });

describe('events over the webhook', () => {
  it('are signed in seconds, or in ms where the settings say so', async () => {
    const town = await open();
    await say(town, '甲');
    await town.client.settings({ signatureTime: 'ms' });
    await say(town, '乙');
    await expect.poll(() => hook.came.length).toBe(2);
    expect(hook.came.every((came) => came.signed)).toBe(true);
    expect(hook.came.map((came) => String(came.headers['x-lark-request-timestamp']).length)).toEqual([10, 13]);
  });

  it('answered with a redirect or late are pushed again after 15 s, with the same event_id', async () => {
    const town = await open();
    hook.answers(() => ({ status: 302 }));
    await say(town, '转走');
    await expect.poll(() => hook.came.length).toBe(1);
    hook.answers(() => ({}));
    await expect
      .poll(async () => (await town.client.breaches()).entries.map((entry) => entry.breaches[0]))
      .toContain('事件未被接收：应答状态 302，应为 200');
    await town.client.passes('15 秒');
    await expect.poll(() => hook.came.length).toBe(2);
    expect(new Set(ids('event_id')).size).toBe(1);
  });

  it('of an ordered type wait for the one before, others do not', async () => {
    const town = await open({ orderedEvents: [receive] });
    hook.answers(({ plain }) => ({ status: JSON.stringify(plain).includes('一') ? 500 : 200 }));
    await say(town, '一');
    await say(town, '二');
    await town.client.menu(town.people[0] ?? '', app.appId, 'mine');
    await expect.poll(() => hook.of('application.bot.menu_v6').length).toBe(1);
    expect(heard()).toEqual([{ text: '一' }]);
    hook.answers(() => ({}));
    await town.client.passes('15 秒');
    await expect.poll(heard).toEqual([{ text: '一' }, { text: '一' }, { text: '二' }]);
  });

  it('come twice under two event_ids and one message_id, late, after the next one, or again though they were taken', async () => {
    const town = await open();
    await town.client.faults({ eventDuplicate: { times: 1 } });
    await say(town, '两次');
    await expect.poll(() => hook.came.length).toBe(2);
    expect([new Set(ids('event_id')).size, new Set(ids('message_id')).size]).toEqual([2, 1]);
    await town.client.faults({ eventDelay: { ms: 60_000, times: 1 } });
    await say(town, '晚');
    await say(town, '早');
    await expect.poll(() => heard().at(-1)).toEqual({ text: '早' });
    await town.client.passes('1 分钟');
    await expect.poll(() => heard().at(-1)).toEqual({ text: '晚' });
    await town.client.faults({ eventReorder: { ms: 5000, times: 1 } });
    await say(town, '先说');
    await say(town, '后说');
    await expect.poll(() => heard().slice(-2)).toEqual([{ text: '后说' }, { text: '先说' }]);
    await town.client.faults({ ackLost: { times: 1 } });
    await say(town, '丢');
    await expect.poll(() => heard().at(-1)).toEqual({ text: '丢' });
    await town.client.passes('15 秒');
    await expect.poll(() => heard().slice(-2)).toEqual([{ text: '丢' }, { text: '丢' }]);
    expect((await town.client.breaches()).count).toBe(0);
  });
});

describe('callbacks over the webhook', () => {
  const subscribe = (town: Town, callbacks: string[]): Promise<unknown> => town.client.act('console', { app: app.appId, callbacks });

  it('the old one alone is flat, plain and signed with sha1 over the verification token', async () => {
    const town = await open();
    await subscribe(town, ['card.action.trigger_v1']);
    hook.answers(() => ({ body: JSON.stringify({ toast: { type: 'success', content: '旧的收到' } }) }));
    expect(await tap(town)).toMatchObject({ outcome: 'ok', toast: { content: '旧的收到' } });
    const [came] = hook.came;
    expect(came?.plain).toMatchObject({
      open_id: town.people[0],
      action: { tag: 'button', value: { a: 1 } },
      token: expect.stringMatching(/^c-/) as string,
    });
    const header = (name: string): string => String(came?.headers[`x-lark-${name}`]);
    const sha1 = createHash('sha1')
      .update(header('request-timestamp') + header('request-nonce') + 'verify-me' + came?.raw)
      .digest('hex');
    expect(header('signature')).toBe(sha1);
  });

  it('old and new: two requests for one click, and the answer of either counts', async () => {
    const town = await open();
    await subscribe(town, ['card.action.trigger', 'card.action.trigger_v1']);
    hook.answers(({ plain }) => ({ body: 'schema' in plain ? '{}' : JSON.stringify({ toast: { type: 'info', content: '旧的答' } }) }));
    expect(await tap(town)).toMatchObject({ outcome: 'ok', toast: { content: '旧的答' } });
    expect(hook.came).toHaveLength(2);
  });

  it('an old card as the answer shows 200830; no subscription shows 200340', async () => {
    const town = await open();
    await subscribe(town, ['card.action.trigger_v1']);
    hook.answers(() => ({ body: JSON.stringify({ elements: [] }) }));
    expect(await tap(town)).toMatchObject({ outcome: 'failed', error: { code: 200830 } });
    await subscribe(town, []);
    expect(await tap(town)).toMatchObject({ outcome: 'failed', error: { code: 200340 } });
  });

  it.each([
    ['a name that does not resolve', 200343, async () => 'http://nobody.invalid/'],
    ['a closed port', 200342, async () => closedPort()],
    ['no such scheme', 200343, async () => 'nonsense'],
  ])('%s shows %i', async (_what, code, url) => {
    const town = await open();
    await town.client.act('console', { app: app.appId, webhookUrl: await url() });
    expect(await tap(town)).toMatchObject({ outcome: 'failed', error: { code } });
  });
});

async function closedPort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
}
