import { createHash } from 'node:crypto';
import * as lark from '@larksuiteoapi/node-sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app, startTown, type Town } from '../city.ts';
import { answerLogin, home, logIn, loginUrl, officialClient } from './agree.ts';

const MINUTE = 60_000;

describe('logging in', () => {
  let town: Town;
  let now = Date.parse('2026-11-02T09:00:00+08:00');
  beforeAll(async () => void (town = await startTown({ now: () => now })));
  afterAll(() => town.sandbox.stop());
  const person = (index: number): string => town.people[index] ?? '';
  const codeFor = async (wish: Record<string, string> = {}): Promise<string> =>
    (await answerLogin(town, person(0), wish)).searchParams.get('code') ?? '';
  const exchange = async (fields: Record<string, unknown>): Promise<{ status: number; body: Record<string, unknown> }> => {
    const answer = await fetch(`${town.sandbox.url}/open-apis/authen/v2/oauth/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        grant_type: 'authorization_code',
        client_id: app.appId,
        client_secret: app.appSecret,
        redirect_uri: home,
        ...fields,
      }),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const set = (change: object) => town.client.act('console', { app: app.appId, ...change });

  it('brings the browser back with code and state, and the official client exchanges the code', async () => {
    const back = await answerLogin(town, person(0), { state: 'abc' });
    expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([home, 'abc']);
    const token = await officialClient(town).accessToken.retrieveByAuthorizationCode({
      code: back.searchParams.get('code') ?? '',
      redirectUri: home,
    });
    expect(token).toMatchObject({ tokenType: 'Bearer', expiresIn: 7200 });
    expect(token.refreshToken).toBeUndefined();
    expect(token.accessToken.length).toBeGreaterThan(1000);
  });

  it('a person who refuses is sent back with access_denied', async () => {
    const back = await answerLogin(town, person(0), { state: 'abc' }, 'refuse');
    expect([back.searchParams.get('error'), back.searchParams.get('state'), back.searchParams.get('code')]).toEqual([
      'access_denied',
      'abc',
      null,
    ]);
  });

  it('a code is good for five minutes and for one exchange', async () => {
    const code = await codeFor();
    expect((await exchange({ code })).body['code']).toBe(0);
    expect(await exchange({ code })).toMatchObject({ status: 400, body: { code: 20065, error: 'invalid_grant' } });
    const late = await codeFor();
    now += 5 * MINUTE;
    expect((await exchange({ code: late })).body).toMatchObject({ code: 20004, error: 'invalid_grant' });
    expect((await exchange({ code: 'unknown' })).body).toMatchObject({ code: 20003 });
  });

  it.each([
    [{ client_secret: 'wrong' }, 20002],
    [{ client_id: 'cli_ffffffffffffffff' }, 20048],
    [{ redirect_uri: 'https://elsewhere.example.cn' }, 20071],
    [{ grant_type: 'password' }, 20036],
    [{ scope: 'im:message im:message' }, 20067],
    [{ scope: 'im:message' }, 20068],
    [{ grant_type: '' }, 20001],
  ])('the token endpoint refuses %o with %i', async (fault, expected) => {
    expect((await exchange({ code: await codeFor(), ...fault })).body['code']).toBe(expected);
  });

  it.each(['S256', 'plain'])('a code asked for with a challenge (%s) needs its verifier', async (method) => {
    const verifier = 'v'.repeat(43);
    const challenge = method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url');
    const code = await codeFor({ code_challenge: challenge, code_challenge_method: method });
    expect((await exchange({ code, code_verifier: 'w'.repeat(43) })).body).toMatchObject({ code: 20049 });
    expect((await exchange({ code, code_verifier: verifier })).body).toMatchObject({ code: 0 });
  });

  it('a refresh token comes only with offline_access, is used once, and leaves the old token one minute', async () => {
    const client = officialClient(town);
    const code = await codeFor({ scope: 'offline_access contact:user.email:readonly' });
    const first = await client.accessToken.retrieveByAuthorizationCode({ code, redirectUri: home });
    expect(first.refreshTokenExpiresIn).toBe(604_800);
    const second = await client.accessToken.refresh({ refreshToken: first.refreshToken ?? '' });
    expect(second.accessToken).not.toBe(first.accessToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    await expect(client.accessToken.refresh({ refreshToken: first.refreshToken ?? '' })).rejects.toMatchObject({ code: 20073 });
    const who = (token: string) => client.authen.v1.userInfo.get({}, lark.withUserAccessToken(token));
    expect((await who(first.accessToken)).code).toBe(0);
    now += MINUTE;
    expect((await who(first.accessToken)).code).toBe(20005);
    expect((await who(second.accessToken)).code).toBe(0);
  });

  it('after 365 days only a new agreement helps', async () => {
    const client = officialClient(town);
    let token = await client.accessToken.retrieveByAuthorizationCode({
      code: await codeFor({ scope: 'offline_access' }),
      redirectUri: home,
    });
    const weeks = Math.floor(365 / 6.5);
    for (let week = 0; week < weeks; week += 1) {
      now += 6.5 * 24 * 60 * MINUTE;
      token = await client.accessToken.refresh({ refreshToken: token.refreshToken ?? '' });
    }
    now += 24 * 60 * MINUTE;
    await expect(client.accessToken.refresh({ refreshToken: token.refreshToken ?? '' })).rejects.toMatchObject({ code: 20037 });
  });

  it('shows of the person what was granted', async () => {
    const client = officialClient(town);
    const bare = await client.authen.v1.userInfo.get({}, lark.withUserAccessToken(await logIn(town, person(1))));
    expect(bare.data).toMatchObject({ name: '李娜', open_id: person(1), tenant_key: expect.stringMatching(/^[0-9a-f]{16}$/) as string });
    expect(bare.data).not.toHaveProperty('mobile');
    const more = await client.authen.v1.userInfo.get(
      {},
      lark.withUserAccessToken(await logIn(town, person(1), 'contact:user.phone:readonly')),
    );
    expect(more.data?.mobile).toBe('13800000000');
  });

  it.each([
    ['frozen', 'change-person', { frozen: true }, 20022],
    ['gone', 'resign', {}, 20021],
  ])('somebody %s is told so at HTTP 200', async (_what, act, fields, code) => {
    const hired = await town.client.act('hire', { name: '新人', department: 'house' });
    const token = await logIn(town, String(hired['person']));
    await town.client.act(act, { person: hired['person'], ...fields });
    const told = await officialClient(town).authen.v1.userInfo.get({}, lark.withUserAccessToken(token));
    expect(told.code).toBe(code);
  });

  it('somebody outside the availability range gets no token', async () => {
    const code = await codeFor();
    await set({ availability: [] });
    expect((await exchange({ code })).body).toMatchObject({ code: 20010 });
    await set({ availability: 'all' });
  });

  it.each([
    ['an address that the console does not list', 20029, { redirectUris: ['https://other.example.cn/'] }, {}],
    ['a scope that the published version lacks', 20027, { scopes: ['im:message'] }, { scope: 'task:task:write' }],
  ])('the page refuses %s with %i', async (_what, expected, settings, wish) => {
    await set(settings);
    const page = await fetch(loginUrl(town, wish));
    const words = await page.text();
    expect([page.status, words.includes(String(expected)), words.includes('不是真实飞书')]).toEqual([400, true, true]);
    await set({ redirectUris: 'all', scopes: 'all' });
  });

  it('a user access token does not open what only the app may do, and runs out', async () => {
    const client = officialClient(town);
    const token = await logIn(town, person(0));
    const chats = () => client.im.v1.chat.list({}, lark.withUserAccessToken(token));
    await expect(chats()).rejects.toMatchObject({ response: { data: { code: 99991668 } } });
    now += 120 * MINUTE;
    await expect(chats()).rejects.toMatchObject({ response: { data: { code: 99991677 } } });
  });
});
