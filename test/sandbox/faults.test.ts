import { afterEach, describe, expect, it } from 'vitest';
import { startTown, type Town } from './city.ts';
import { callApi } from './wire.ts';

const towns: Town[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.sandbox.stop();
});

async function row(seed: number): Promise<unknown[]> {
  const town = await startTown();
  towns.push(town);
  await town.client.faults({ seed, api5xx: 0.5 });
  const codes: unknown[] = [];
  for (let index = 0; index < 12; index += 1) codes.push((await callApi(town, 'GET', '/bot/v3/info')).body['code']);
  return codes;
}

describe('faults', () => {
  it('come in the same row for the same seed', async () => {
    const [one, same, other] = [await row(5), await row(5), await row(6)];
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
    expect(new Set(one)).toEqual(new Set([0, 2200]));
  });

  it('of the gateway alternate 429 and 400 and tell when to come back; they are no breach', async () => {
    const town = await startTown();
    towns.push(town);
    await town.client.faults({ api429: 1 });
    const answers = [await callApi(town, 'GET', '/bot/v3/info'), await callApi(town, 'GET', '/bot/v3/info')];
    expect(answers.map((answer) => answer.status)).toEqual([429, 400]);
    expect(answers.every((answer) => answer.body['code'] === 99991400 && answer.headers.get('x-ogw-ratelimit-reset') === '1')).toBe(true);
    expect((await town.client.breaches()).count).toBe(0);
  });

  it('of the token make the next login give another one', async () => {
    const town = await startTown();
    towns.push(town);
    await town.client.faults({ tokenExpired: 1 });
    expect((await callApi(town, 'GET', '/bot/v3/info')).body['code']).toBe(99991663);
    await town.client.faults({});
    expect((await callApi(town, 'GET', '/bot/v3/info')).body['code']).toBe(0);
  });

  it('of time: a send that is never answered may have happened, and with its uuid it happens once', async () => {
    const town = await startTown();
    towns.push(town);
    const [person = ''] = town.people;
    const send = async (uuid: string): Promise<unknown> => {
      const work = callApi(town, 'POST', '/im/v1/messages?receive_id_type=open_id', {
        receive_id: person,
        msg_type: 'text',
        content: '{"text":"x"}',
        uuid,
      });
      return Promise.race([
        work.then(
          ({ body }) => body['code'],
          () => 'lost',
        ),
        new Promise((resolve) => setTimeout(resolve, 100, 'silence')),
      ]);
    };
    await town.client.faults({ seed: 3, apiTimeout: 1 });
    const silent = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(send));
    expect(new Set(silent)).toEqual(new Set(['silence']));
    const done = (await town.client.messages(person)).length;
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(5);
    await town.client.faults({});
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(send));
    expect(await town.client.messages(person)).toHaveLength(5);
  });

  it('more than fifty calls of one API in a second are refused', async () => {
    const town = await startTown();
    towns.push(town);
    const answers = await Promise.all(Array.from({ length: 60 }, () => callApi(town, 'GET', '/contact/v3/scopes')));
    expect(answers.filter((answer) => answer.body['code'] === 99991400).length).toBe(10);
  });
});
