import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app } from '../city.ts';
import { startScene, type Scene } from './scene.ts';
import { consoled, under } from './ways.ts';

const info = '/bot/v3/info';

describe('the gateway', () => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await startScene();
  });
  afterAll(() => scene.town.sandbox.stop());

  const bare = async (authorization: string): Promise<unknown> => {
    const answer = await fetch(`${scene.town.sandbox.url}/open-apis${info}`, { headers: authorization === '' ? {} : { authorization } });
    return ((await answer.json()) as { code: number }).code;
  };

  it.each([
    ['no token', '', 99991661],
    ['a token that is no bearer', 'Basic x', 99991661],
    ['a token of no kind', 'Bearer x-1', 99991671],
    ['a token that is not known', 'Bearer t-unknown', 99991663],
    ['a user token where the app must speak', 'Bearer u-unknown', 99991668],
  ])('refuses %s', async (_what, authorization, code) => {
    expect(await bare(authorization)).toBe(code);
  });

  it('tells an unknown path from a known one with another method', async () => {
    expect(await scene.api('GET', '/im/v9/messages')).toMatchObject({ status: 404, code: 99991201 });
    expect(await scene.api('DELETE', info)).toMatchObject({ status: 404, code: 99991301 });
  });

  it('an app without published version is not installed, one that is switched off is disabled', async () => {
    expect((await consoled(scene, { version: 'withdraw' }, () => scene.api('GET', info))).code).toBe(99991673);
    const login = JSON.stringify({ app_id: app.appId, app_secret: app.appSecret });
    const path = `${scene.town.sandbox.url}/open-apis/auth/v3/tenant_access_token/internal`;
    const token = async (): Promise<Record<string, unknown>> =>
      (await (await fetch(path, { method: 'POST', body: login })).json()) as Record<string, unknown>;
    const before = String((await token())['tenant_access_token']);
    const [code, next] = await consoled(scene, { enabled: false }, async () => [await bare(`Bearer ${before}`), await token()]);
    expect(code).toBe(99991662);
    expect(next).toEqual({ code: 10014, msg: 'app unauthorized' });
  });

  it('a scope holds only from the published version on', async () => {
    await scene.town.client.act('console', { app: app.appId, scopes: ['im:message'], version: 'publish' });
    await scene.town.client.act('console', { app: app.appId, scopes: ['im:message', 'im:chat'], version: 'draft' });
    expect((await scene.api('POST', '/im/v1/chats', { name: '群' })).code).toBe(99991672);
    await scene.town.client.act('console', { app: app.appId, version: 'publish' });
    expect((await scene.api('POST', '/im/v1/chats', { name: '群' })).code).toBe(0);
    await scene.town.client.act('console', { app: app.appId, scopes: 'all' });
  });

  it('addresses outside the list are refused', async () => {
    const call = (): ReturnType<typeof scene.api> => scene.api('GET', '/im/v1/chats');
    expect((await under(scene, { ipAllowList: ['10.0.0.1'] }, call)).code).toBe(99991401);
    expect((await under(scene, { ipAllowList: ['127.0.0.1'] }, call)).code).toBe(0);
  });

  it('the calls of a month have a quota, and the next month begins anew', async () => {
    await under(scene, { monthlyCalls: 1 }, async () => {
      expect((await scene.api('GET', info)).code).toBe(99991403);
      await scene.town.client.advance({ days: 31 });
      expect((await scene.api('GET', info)).code).toBe(0);
    });
  });

  it.each([
    ['an unknown kind of id', '/contact/v3/users/x?user_id_type=card', 'user_id_type'],
    ['an unknown kind of container', '/im/v1/messages?container_id_type=box&container_id=x', 'container_id_type'],
    ['a missing container', '/im/v1/messages?container_id_type=chat', 'container_id'],
    ['a page of nothing', '/im/v1/chats?page_size=0', 'page_size'],
    ['a time that is no number', '/im/v1/messages?container_id_type=chat&container_id=x&start_time=now', 'start_time'],
  ])('names the field of %s', async (_what, path, field) => {
    const answer = await scene.api('GET', path);
    expect(answer).toMatchObject({ code: 99992402, body: { error: { field_violations: [{ field }] } } });
  });

  it.each([
    ['open_id', `ou_${'0'.repeat(32)}`, 99992351],
    ['union_id', `on_${'0'.repeat(32)}`, 99992363],
    ['user_id', 'nobody', 99992359],
  ])('an unknown %s has a code of its own', async (type, id, code) => {
    const body = { receive_id: id, msg_type: 'text', content: '{"text":"x"}' };
    expect((await scene.api('POST', `/im/v1/messages?receive_id_type=${type}`, body)).code).toBe(code);
  });

  it('an API of a slower tier is refused sooner', async () => {
    scene.run(false);
    const body = { app_feed_card: { title: '待办', link: { link: 'https://x' } }, user_ids: [scene.person(0)] };
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => scene.api('POST', '/im/v2/app_feed_card?user_id_type=open_id', body)),
    );
    scene.run(true);
    const refused = answers.filter((answer) => answer.code === 99991400);
    expect(refused).toHaveLength(2);
    expect(refused[0]?.headers.get('x-ogw-ratelimit-limit')).toBe('10');
  });

  it('secrets do not stand in the inspector', async () => {
    await scene.api('GET', info);
    const log = JSON.stringify(await scene.town.client.log({ limit: 20 }));
    expect(log).toContain('取令牌');
    expect(log).not.toContain(app.appSecret);
  });
});
