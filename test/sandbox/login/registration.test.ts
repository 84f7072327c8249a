import { gzipSync } from 'node:zlib';
import * as lark from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTown, type Town } from '../city.ts';

interface Begun {
  device_code: string;
  verification_uri_complete: string;
  interval: number;
}

describe('registering an app from a device', () => {
  let town: Town;
  let now = Date.parse('2026-12-01T09:00:00+08:00');
  beforeAll(async () => void (town = await startTown({ now: () => now })));
  afterAll(() => town.sandbox.stop());
  const ask = async (fields: Record<string, string>): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await fetch(`${town.sandbox.url}/oauth/v1/app/registration`, { method: 'POST', body: new URLSearchParams(fields) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const begin = async (): Promise<Begun> => (await ask({ action: 'begin', archetype: 'PersonalAgent' })).body as unknown as Begun;
  const poll = ({ device_code: code }: Begun) => {
    now += 5000;
    return ask({ action: 'poll', device_code: code });
  };
  const answer = (url: string, what: string) =>
    fetch(url, { method: 'POST', body: new URLSearchParams({ person: town.people[0] ?? '', answer: what }) });

  it('waits for somebody to agree, then hands out an app that the official client can use, with the console it asked for', async () => {
    const begun = await begin();
    expect(await poll(begun)).toMatchObject({ status: 400, body: { error: 'authorization_pending' } });
    expect((await ask({ action: 'poll', device_code: begun.device_code })).body['error']).toBe('slow_down');
    const addons = gzipSync(JSON.stringify({ scopes: { tenant: ['im:message'] }, callbacks: { items: ['card.action.trigger'] } })).toString(
      'base64url',
    );
    const page = `${begun.verification_uri_complete}&name=${encodeURIComponent('命令行助手')}&addons=${addons}`;
    expect(await (await fetch(page)).text()).toContain('命令行助手');
    expect((await answer(page, 'agree')).status).toBe(200);
    const made = await poll(begun);
    expect(made).toMatchObject({
      status: 200,
      body: { client_id: expect.stringMatching(/^cli_[0-9a-f]{16}$/) as string, user_info: { open_id: town.people[0] } },
    });
    const appId = String(made.body['client_id']);
    const client = new lark.Client({
      appId,
      appSecret: String(made.body['client_secret']),
      domain: town.sandbox.url,
      loggerLevel: lark.LoggerLevel.fatal,
    });
    expect((await client.event.v1.connection.get({})).code).toBe(0);
    const view = (await (await fetch(`${town.sandbox.url}/sandbox/console?app=${appId}`)).json()) as { published: object };
    expect(view.published).toMatchObject({ scopes: ['im:message'], callbacks: ['card.action.trigger'], events: 'all' });
    expect((await fetch(page)).status).toBe(400);
  });

  it('says when it was refused or took too long', async () => {
    const refused = await begin();
    await answer(refused.verification_uri_complete, 'refuse');
    expect((await poll(refused)).body['error']).toBe('access_denied');
    const late = await begin();
    now += 600_000;
    expect((await poll(late)).body['error']).toBe('expired_token');
  });
});
