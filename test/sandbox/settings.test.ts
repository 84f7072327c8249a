import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { app, startTown, type Town } from './city.ts';

describe('the settings of the sandbox', () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown();
  });
  afterAll(() => town.sandbox.stop());

  it('change only what is named', async () => {
    const before = await town.client.settings();
    expect(await town.client.settings({ recallHours: 1 })).toEqual({ ...before, recallHours: 1 });
    expect(await town.client.settings()).toEqual({ ...before, recallHours: 1 });
  });

  it.each([
    ['an unknown name', { sunshine: true }, '没有叫 sunshine 的设置'],
    ['a value that is not offered', { emptyChoice: 'null' }, '只能是 absent、empty'],
    ['a count below nothing', { recallHours: -1 }, '不小于 0'],
    ['a list of something else', { sensitiveWords: [1] }, '一组文字'],
  ])('refuse %s by name and change nothing', async (_what, wish, sentence) => {
    const before = await town.client.settings();
    await expect(town.client.act('settings', { recallHours: 7, ...wish })).rejects.toThrow(sentence);
    expect(await town.client.settings()).toEqual(before);
  });

  it('decide how a wrong secret is refused', async () => {
    await town.client.settings({ tokenFailureStatus: 400, wrongSecretCode: 10015 });
    const answer = await fetch(`${town.sandbox.url}/open-apis/auth/v3/tenant_access_token/internal`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ app_id: app.appId, app_secret: 'wrong' }),
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ code: 10015, msg: 'app id or app secret is wrong' });
  });
});
