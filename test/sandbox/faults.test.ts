import { afterEach, describe, expect, it } from 'vitest';
import type { FaultPlan } from '../../sandbox/api/faults.ts';
import { createWeather } from '../../sandbox/weather.ts';
import { emptyState } from '../../sandbox/state/model.ts';
import { app, startTown, type Town } from './city.ts';
import { callApi } from './wire.ts';

const towns: Town[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.sandbox.stop();
});

async function open(faults: FaultPlan = {}): Promise<Town> {
  const town = await startTown();
  towns.push(town);
  await town.client.faults(faults);
  return town;
}

const info = async (town: Town): Promise<unknown> => (await callApi(town, 'GET', '/bot/v3/info')).body['code'];
const text = (town: Town, to: string, uuid: string): Promise<unknown> =>
  callApi(town, 'POST', '/im/v1/messages?receive_id_type=open_id', {
    receive_id: to,
    msg_type: 'text',
    content: '{"text":"x"}',
    uuid,
  }).then(
    ({ body }) => body['code'],
    () => 'lost',
  );

/** Where a kind strikes among sixty throws, when others are thrown between them. */
function row(plan: FaultPlan, others: ('apiReset' | 'api429')[] = []): boolean[] {
  const weather = createWeather(emptyState(0));
  weather.set(plan);
  return Array.from({ length: 60 }, () => {
    for (const other of others) weather.strikes(other, 'GET /x');
    return weather.strikes('api5xx', 'GET /x') !== undefined;
  });
}

describe('the dice', () => {
  it('the same seed gives the same row, another seed another row', () => {
    expect(row({ seed: 5, api5xx: 0.5 })).toEqual(row({ seed: 5, api5xx: 0.5 }));
    expect(row({ seed: 5, api5xx: 0.5 })).not.toEqual(row({ seed: 6, api5xx: 0.5 }));
    expect(row({ seed: 5, api5xx: 0.5 }).filter(Boolean).length).toBeGreaterThan(15);
  });

  it('a kind that is switched on besides shifts nothing', () => {
    expect(row({ seed: 5, api5xx: 0.5, apiReset: 0.5, api429: 0.3 }, ['apiReset', 'api429'])).toEqual(row({ seed: 5, api5xx: 0.5 }));
  });

  it('setting the faults throws the dice anew', async () => {
    const town = await open();
    const codes = async (): Promise<unknown[]> => {
      await town.client.faults({ seed: 9, api5xx: { chance: 0.5, only: '/bot/*' } });
      const found: unknown[] = [];
      for (let index = 0; index < 10; index += 1) found.push(await info(town));
      return found;
    };
    const first = await codes();
    expect(new Set(first)).toEqual(new Set([0, 2200]));
    expect(await codes()).toEqual(first);
  });
});

describe('a switch', () => {
  it('with times strikes so often and is then used up', async () => {
    const town = await open({ api5xx: { times: 2, only: '/bot/*' } });
    expect([await info(town), await info(town), await info(town)]).toEqual([2200, 2200, 0]);
    expect((await town.client.faults()).api5xx).toMatchObject({ times: 0 });
  });

  it('with only strikes nowhere else, by method too', async () => {
    const town = await open({ api5xx: { only: 'POST /im/v1/*' } });
    const [person = ''] = town.people;
    expect(await info(town)).toBe(0);
    expect(await text(town, person, 'a')).toBe(2200);
    expect((await callApi(town, 'GET', '/im/v1/messages/om_x')).body['code']).toBe(99992354);
  });

  it('that nobody knows, or a chance above 1, is refused in words', async () => {
    const town = await open();
    await expect(town.client.faults({ rain: 1 } as FaultPlan)).rejects.toThrow('没有 rain 这种故障');
    await expect(town.client.faults({ api5xx: 2 })).rejects.toThrow('故障 api5xx 的 chance 不对');
    expect(await town.client.faults()).toEqual({ seed: 1 });
  });
});

describe('faults of calls', () => {
  it('of frequency alternate 429 and 400 and tell when to come back; they are no breach', async () => {
    const town = await open({ api429: { only: '/bot/*' } });
    const answers = [await callApi(town, 'GET', '/bot/v3/info'), await callApi(town, 'GET', '/bot/v3/info')];
    expect(answers.map((answer) => answer.status)).toEqual([429, 400]);
    expect(answers.every((answer) => answer.body['code'] === 99991400 && answer.headers.get('x-ogw-ratelimit-reset') === '1')).toBe(true);
    expect((await town.client.breaches()).count).toBe(0);
  });

  it('of the token make the next login give another one', async () => {
    const town = await open({ tokenExpired: { times: 1 } });
    expect(await info(town)).toBe(99991663);
    expect(await info(town)).toBe(0);
  });

  it('strike the token endpoint too', async () => {
    const town = await open({ api5xx: { times: 1, code: 503, only: '/auth/*' } });
    const login = (): Promise<Response> =>
      fetch(`${town.sandbox.url}/open-apis/auth/v3/tenant_access_token/internal`, {
        method: 'POST',
        body: JSON.stringify({ app_id: app.appId, app_secret: app.appSecret }),
      });
    expect((await login()).status).toBe(503);
    expect(await (await login()).json()).toMatchObject({ code: 0, msg: 'ok' });
    expect(JSON.stringify(await town.client.log())).not.toContain(app.appSecret);
  });

  it('of the connection: a send that is cut off may have happened, and with its uuid it happens once', async () => {
    const town = await open({ seed: 3, apiReset: { only: 'POST /im/*' } });
    const [person = ''] = town.people;
    const uuids = ['a', 'b', 'c', 'd', 'e'];
    expect(await Promise.all(uuids.map((uuid) => text(town, person, uuid)))).toEqual(uuids.map(() => 'lost'));
    const done = (await town.client.messages(person)).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(5);
    await town.client.faults({});
    await expect
      .poll(async () => [...new Set(await Promise.all(uuids.map((uuid) => text(town, person, uuid))))], { timeout: 5000 })
      .toEqual([0]);
    expect(await town.client.messages(person)).toHaveLength(5);
  });

  it('of the answer: a send may be known to have happened, or not, for as long as the switch is on', async () => {
    const town = await open({ apiReset: { only: 'POST /im/*', done: true } });
    const [person = ''] = town.people;
    expect([await text(town, person, 'a'), await text(town, person, 'b'), await text(town, person, 'a')]).toEqual(['lost', 'lost', 'lost']);
    expect(await town.client.messages(person)).toHaveLength(2);
    await town.client.faults({ apiReset: { only: 'POST /im/*', done: false } });
    expect(await text(town, person, 'c')).toBe('lost');
    expect(await town.client.messages(person)).toHaveLength(2);
  });

  it('of time: a call is not answered; a slow one is answered late', async () => {
    const town = await open({ apiTimeout: { only: '/bot/*' } });
    const silence = Promise.race([info(town).catch(() => 'lost'), new Promise((resolve) => setTimeout(resolve, 400, 'silence'))]);
    expect(await silence).toBe('silence');
    await town.client.faults({ apiSlow: { ms: 300, only: '/bot/*' } });
    const started = Date.now();
    expect(await info(town)).toBe(0);
    expect(Date.now() - started).toBeGreaterThanOrEqual(300);
  });

  it('of the group: the chat of the call is dissolved and says so', async () => {
    const town = await open({ chatDisbanded: { times: 1 } });
    const [person = ''] = town.people;
    const { chat } = await town.client.act('group', { as: person, name: '群', people: [], apps: [app.appId] });
    const sent = await callApi(town, 'POST', '/im/v1/messages?receive_id_type=chat_id', {
      receive_id: chat,
      msg_type: 'text',
      content: '{"text":"x"}',
    });
    expect(sent.body['code']).toBe(232009);
    expect((await town.client.chats(person))[0]?.dissolved).toBe(true);
    expect(await text(town, person, 'still')).toBe(0);
  });

  it('more than fifty calls of one API in a second are refused', async () => {
    const town = await open();
    const answers = await Promise.all(Array.from({ length: 60 }, () => callApi(town, 'GET', '/contact/v3/scopes')));
    expect(answers.filter((answer) => answer.body['code'] === 99991400).length).toBe(10);
  });
});
