import { get } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { app, startTown, type Town } from './city.ts';

const towns: Town[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.sandbox.stop();
});

async function movable(): Promise<{
  town: Town;
  forward: (minutes: number) => void;
  token: (secret?: string) => Promise<Record<string, unknown>>;
}> {
  let now = Date.parse('2026-11-24T02:00:00Z');
  const town = await startTown({ now: () => now });
  towns.push(town);
  return {
    town,
    forward: (minutes) => {
      now += minutes * 60_000;
    },
    token: async (secret = app.appSecret) =>
      (
        await fetch(`${town.sandbox.url}/open-apis/auth/v3/tenant_access_token/internal`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ app_id: app.appId, app_secret: secret }),
        })
      ).json() as Promise<Record<string, unknown>>,
  };
}

const bot = async (town: Town, token: string): Promise<{ status: number; body: Record<string, unknown>; logId: string | null }> => {
  const answer = await fetch(`${town.sandbox.url}/open-apis/bot/v3/info`, {
    headers: token === '' ? {} : { Authorization: `Bearer ${token}` },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown>, logId: answer.headers.get('x-tt-logid') };
};

describe('tenant access tokens', () => {
  it('stay the same while 30 minutes or more remain, and both stay valid after renewal', async () => {
    const { town, forward, token } = await movable();
    const first = await token();
    expect(first).toMatchObject({ code: 0, msg: 'ok', expire: 7200 });
    forward(89);
    expect(await token()).toMatchObject({ tenant_access_token: first['tenant_access_token'], expire: 31 * 60 });
    forward(2);
    const second = await token();
    expect(second['tenant_access_token']).not.toBe(first['tenant_access_token']);
    expect((await bot(town, String(first['tenant_access_token']))).body['code']).toBe(0);
    forward(30);
    expect((await bot(town, String(first['tenant_access_token']))).body['code']).toBe(99991663);
    expect((await bot(town, String(second['tenant_access_token']))).body['code']).toBe(0);
  });

  it('are refused for a wrong secret', async () => {
    const { token } = await movable();
    expect(await token('wrong')).toEqual({ code: 10014, msg: 'app secret invalid' });
  });

  it('must be there and valid on every call', async () => {
    const { town } = await movable();
    const none = await bot(town, '');
    expect(none).toMatchObject({ status: 400, body: { code: 99991661 } });
    expect(none.logId).not.toBeNull();
    expect(await bot(town, 't-unknown')).toMatchObject({
      status: 400,
      body: { code: 99991663, error: { log_id: expect.any(String) as string } },
    });
  });

  it('a log id comes with every answer under the header that the Python SDK spells out', async () => {
    const { town } = await movable();
    const names = await new Promise<string[]>((resolve) => void get(`${town.sandbox.url}/open-apis/bot/v3/info`, (answer) => resolve(answer.rawHeaders)));
    expect(names).toContain('X-Tt-Logid');
  });

  it('an unknown path is 404 with 99991201', async () => {
    const { town } = await movable();
    const answer = await fetch(`${town.sandbox.url}/open-apis/nothing/here`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 99991201 });
  });

  it('the bot tells its open_id at the top level', async () => {
    const { town, token } = await movable();
    const { body } = await bot(town, String((await token())['tenant_access_token']));
    expect(body).toMatchObject({
      code: 0,
      bot: { activate_status: 2, app_name: '助手', open_id: (await town.client.city()).apps[0]?.botId },
    });
  });
});
