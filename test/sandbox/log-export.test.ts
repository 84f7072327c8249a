import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LogEntry } from '../../sandbox/api/inspector.ts';
import { fields } from '../../sandbox/json.ts';
import { app, type Town } from './city.ts';
import { openHook, startHooked, type Hook } from './hook.ts';
import { callApi } from './wire.ts';

const run = promisify(execFile);
let town: Town;
let hook: Hook;
beforeEach(async () => {
  hook = await openHook();
  town = await startHooked(hook);
});
afterEach(async () => {
  await town.sandbox.stop();
  await hook.close();
});

async function entry(test: (each: LogEntry) => boolean): Promise<LogEntry> {
  await expect.poll(async () => (await town.client.log()).some(test)).toBe(true);
  const found = (await town.client.log()).findLast(test);
  if (found === undefined) throw new Error('no such entry');
  return found;
}
const says = async (words: string): Promise<LogEntry> => {
  await town.client.say({ as: town.people[0] ?? '', to: app.appId, text: words });
  return entry((each) => each.kind === 'event' && JSON.stringify(each.request ?? '').includes(words));
};
const sends = async (words: string): Promise<LogEntry> => {
  const body = { receive_id: town.people[0], msg_type: 'text', content: JSON.stringify({ text: words }) };
  await callApi(town, 'POST', '/im/v1/messages?receive_id_type=open_id', body);
  return entry((each) => each.kind === 'call' && each.title === '发消息');
};
const get = (path: string): Promise<Response> => fetch(`${town.sandbox.url}/sandbox/log/${path}`);
const shell = async (lines: string): Promise<string> =>
  (
    await run('sh', ['-c', lines], {
      env: { ...process.env, APP_SECRET: app.appSecret, ENCRYPT_KEY: 'test key', VERIFICATION_TOKEN: 'verify-me', WEBHOOK_URL: hook.url },
    })
  ).stdout;

describe('an entry of the log', () => {
  it('of a call becomes shell lines that make the call again, without secrets in them', async () => {
    const { seq } = await sends("it's $HOME `x` 你好");
    const lines = await (await get(`${seq}/curl`)).text();
    expect(lines).not.toContain(app.appSecret);
    expect(JSON.parse(await shell(lines))).toMatchObject({ code: 0 });
    const texts = (await town.client.messages(town.people[0] ?? '')).map((message) => fields(message.content)['text']);
    expect(texts).toEqual(["it's $HOME `x` 你好", "it's $HOME `x` 你好"]);
    const login = await entry((each) => each.title === '取令牌');
    expect(JSON.parse(await shell(await (await get(`${login.seq}/curl`)).text()))).toMatchObject({ code: 0, msg: 'ok' });
  });

  it('of an event becomes shell lines that push it again, encrypted and signed', async () => {
    const { seq } = await says("说'了");
    const lines = await (await get(`${seq}/curl`)).text();
    expect(lines).not.toContain('verify-me');
    await shell(lines);
    expect(hook.came).toHaveLength(2);
    expect(hook.came[1]?.plain).toEqual(hook.came[0]?.plain);
    expect(hook.came.map((came) => came.signed)).toEqual([true, true]);
  });

  it('becomes a fixture for a test, marked as sandbox data', async () => {
    const { seq } = await says('取样');
    const fixture = (await (await get(`${seq}/fixture`)).json()) as { mark: string; request: { header: { event_type: string } } };
    expect(fixture.mark).toBe('沙盘数据');
    expect(fixture.request.header.event_type).toBe('im.message.receive_v1');
  });

  it('of an event is pushed again under the same event_id, of a call made again; a callback never', async () => {
    const again = async (seq: number): Promise<unknown> =>
      (await fetch(`${town.sandbox.url}/sandbox/log/${seq}/replay`, { method: 'POST' })).json();
    expect(await again((await says('再来')).seq)).toEqual({ pushed: true });
    await expect.poll(() => hook.came.length).toBe(2);
    expect(fields(hook.came[1]?.plain['header'])['event_id']).toBe(fields(hook.came[0]?.plain['header'])['event_id']);
    expect(await again((await sends('又一条')).seq)).toMatchObject({ pushed: false, status: 200, body: { code: 0 } });
    const card = {
      schema: '2.0',
      body: { elements: [{ tag: 'button', text: { tag: 'plain_text', content: '好' }, behaviors: [{ type: 'callback', value: {} }] }] },
    };
    const sent = await callApi(town, 'POST', '/im/v1/messages?receive_id_type=open_id', {
      receive_id: town.people[0],
      msg_type: 'interactive',
      content: JSON.stringify(card),
    });
    const message = String(fields(sent.body['data'])['message_id']);
    await town.client.tap({ as: town.people[0] ?? '', message, at: { text: '好' } });
    const { seq } = await entry((each) => each.kind === 'callback');
    expect(await again(seq)).toEqual({ error: '卡片回调不会重推，请再点一次' });
    expect(await again(99_999)).toEqual({ error: '没有这条记录，或者已经太旧' });
  });
});
