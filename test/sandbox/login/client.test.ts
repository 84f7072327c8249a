import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app, startTown, type Town } from '../city.ts';
import { callApi } from '../wire.ts';
import { officialClient } from './agree.ts';

describe('a web page inside the client', () => {
  let town: Town;
  let now = Date.parse('2026-12-01T09:00:00+08:00');
  beforeAll(async () => void (town = await startTown({ now: () => now })));
  afterAll(() => town.sandbox.stop());
  const person = (): string => town.people[0] ?? '';
  const url = 'https://console.example.cn/list?page=1';

  const sign = async (change: { timestamp?: number; at?: string } = {}) => {
    const { body } = await callApi(town, 'POST', '/jssdk/ticket/get');
    const { ticket } = body['data'] as { ticket: string };
    const timestamp = String(change.timestamp ?? now);
    const nonceStr = Math.random().toString(36).slice(2);
    const line = `jsapi_ticket=${ticket}&noncestr=${nonceStr}&timestamp=${timestamp}&url=${change.at ?? url}`;
    return { app: app.appId, url: `${url}#top`, timestamp, nonceStr, signature: createHash('sha1').update(line).digest('hex') };
  };
  const config = (asked: object) => town.client.act('h5-config', { ...asked });

  it('gets a code for three minutes, exchanged without redirect_uri', async () => {
    const ask = async () => String((await town.client.act('h5-code', { as: person(), app: app.appId }))['code']);
    const exchange = (code: string) => officialClient(town).accessToken.retrieveByAuthorizationCode({ code });
    expect((await exchange(await ask())).accessToken).toMatch(/^u-/);
    const late = await ask();
    now += 3 * 60_000;
    await expect(exchange(late)).rejects.toMatchObject({ code: 20004 });
  });

  it('a person may refuse', async () => {
    expect(await town.client.act('h5-code', { as: person(), app: app.appId, refused: true })).toMatchObject({ errno: 2700002 });
  });

  it('its signature is good once, for ten minutes, for its own address, in milliseconds', async () => {
    const good = await sign();
    expect(await config(good)).toEqual({ ok: true });
    expect(await config(good)).toEqual({ ok: false, errno: 333443 });
    expect(await config(await sign({ at: 'https://console.example.cn/other' }))).toEqual({ ok: false, errno: 333441 });
    expect(await config(await sign({ timestamp: Math.floor(now / 1000) }))).toEqual({ ok: false, errno: 333444 });
    await town.client.act('console', { app: app.appId, trustedDomains: ['elsewhere.example.cn'] });
    expect(await config(await sign())).toEqual({ ok: false, errno: 333447 });
  });

  it.each([
    [`/client/bot/open?appId=${app.appId}`, 200, `href="/?app=${app.appId}"`],
    ['/client/chat/open?openChatId=oc_1', 200, 'href="/?chat=oc_1"'],
    ['/client/todo/detail?guid=g', 200, 'href="/?view=tasks"'],
    ['/client/web_url/open?mode=window&url=https%3A%2F%2Fexample.cn%2Fa', 200, 'href="https://example.cn/a"'],
    ['/client/web_url/open?url=javascript%3Aalert(1)', 200, 'href="/"'],
    ['/client/nowhere', 404, '没有这种链接'],
  ])('an AppLink says where it leads: %s', async (path, status, words) => {
    const page = await fetch(town.sandbox.url + path);
    const text = await page.text();
    expect([page.status, text.includes(words), text.includes('不是真实飞书')]).toEqual([status, true, true]);
  });
});
