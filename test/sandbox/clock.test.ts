import { afterEach, describe, expect, it } from 'vitest';
import { startTown, type Town } from './city.ts';

const towns: Town[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.sandbox.stop();
});

async function at(time: string): Promise<{ town: Town; pass: (ms: number) => void }> {
  let now = Date.parse(time);
  const town = await startTown({ now: () => now });
  towns.push(town);
  return { town, pass: (ms) => void (now += ms) };
}

describe('the clock of the sandbox', () => {
  it('runs with the machine until it is moved', async () => {
    const { town, pass } = await at('2026-11-24T10:00:00+08:00');
    pass(60_000);
    expect(await town.client.clock()).toEqual({ now: '2026-11-24T10:01:00.000+08:00', rate: 1, weekday: '星期二', workingDay: true });
  });

  it('goes forward by minutes, hours, days and to a time', async () => {
    const { town } = await at('2026-11-24T10:00:00+08:00');
    expect((await town.client.advance({ minutes: 5 })).now).toContain('2026-11-24T10:05');
    expect((await town.client.advance({ hours: 1 })).now).toContain('2026-11-24T11:05');
    expect((await town.client.advance({ days: 2 })).now).toContain('2026-11-26T11:05');
    expect((await town.client.advance({ to: '2026-12-01T09:00:00+08:00' })).now).toContain('2026-12-01T09:00');
  });

  it('never goes back', async () => {
    const { town } = await at('2026-11-24T10:00:00+08:00');
    await expect(town.client.advance({ to: '2026-11-24T09:59:59+08:00' })).rejects.toThrow('409');
    await expect(town.client.advance({ days: -1 })).rejects.toThrow('409');
    await expect(town.client.advance({})).rejects.toThrow('409');
  });

  it('working days skip weekends and holidays, count worked Saturdays, and land on 09:00', async () => {
    const { town } = await at('2026-09-30T15:00:00+08:00');
    // 1 and 2 October are off, 3 and 4 a weekend: the next working day is Monday the 5th.
    expect((await town.client.advance({ workingDays: 1 })).now).toContain('2026-10-05T09:00:00');
    expect((await town.client.advance({ workingDays: 5 })).now).toContain('2026-10-10T09:00:00');
    expect((await town.client.clock()).workingDay).toBe(true);
  });

  it('can run faster', async () => {
    const { town, pass } = await at('2026-11-24T10:00:00+08:00');
    await town.client.advance({ rate: 60 });
    pass(60_000);
    expect(await town.client.clock()).toMatchObject({ now: '2026-11-24T11:00:00.000+08:00', rate: 60 });
  });
});
