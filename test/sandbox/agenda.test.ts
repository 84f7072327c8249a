import { afterEach, describe, expect, it } from 'vitest';
import type { AgendaView } from '../../sandbox/api/agenda.ts';
import { startTown, type Town } from './city.ts';
import { callApi } from './wire.ts';

const towns: Town[] = [];
afterEach(async () => {
  for (const town of towns.splice(0)) await town.sandbox.stop();
});

async function monday(): Promise<Town> {
  const town = await startTown({ now: () => Date.parse('2026-11-23T10:00:00+08:00') });
  towns.push(town);
  return town;
}

async function ahead(town: Town, query = ''): Promise<AgendaView> {
  return (await (await fetch(`${town.sandbox.url}/sandbox/agenda${query}`)).json()) as AgendaView;
}

const signing = { at: '2026-11-24T24:00:00+08:00', words: '签收期限到', kind: 'due' };
const morning = { at: '2026-11-24T01:00:00Z', words: '09:00 档提醒', kind: 'reminder' };

describe('the agenda of the clock', () => {
  it('lists what apps announced, earliest first and in Beijing time, up to where a move would lead', async () => {
    const town = await monday();
    await town.client.act('agenda', { from: 'bot', entries: [signing, morning] });
    expect(await ahead(town, '?workingDays=1')).toEqual({
      to: '2026-11-24T09:00:00.000+08:00',
      entries: [{ at: '2026-11-24T09:00:00.000+08:00', words: '09:00 档提醒', kind: 'reminder' }],
    });
    expect((await ahead(town, '?days=3')).entries.map((entry) => entry.words)).toEqual(['09:00 档提醒', '签收期限到']);
  });

  it('forgets what an app announced before, and nothing of another one', async () => {
    const town = await monday();
    await town.client.act('agenda', { from: 'bot', entries: [signing] });
    await town.client.act('agenda', { from: 'script', entries: [morning] });
    await town.client.act('agenda', { from: 'bot', entries: [] });
    expect((await ahead(town)).entries.map((entry) => entry.words)).toEqual(['09:00 档提醒']);
  });

  it('leaves out what is over once the clock has passed it', async () => {
    const town = await monday();
    await town.client.act('agenda', { from: 'bot', entries: [signing, morning] });
    await town.client.advance({ workingDays: 1 });
    expect((await ahead(town)).entries.map((entry) => entry.words)).toEqual(['签收期限到']);
  });

  it('knows the due times of open tasks by itself', async () => {
    const town = await monday();
    await callApi(town, 'POST', '/task/v2/tasks', {
      summary: '补材料', due: { timestamp: String(Date.parse('2026-11-25T17:00:00+08:00')) }, members: [{ id: town.people[0], role: 'assignee' }],
    });
    expect((await ahead(town, '?days=3')).entries).toEqual([{ at: '2026-11-25T17:00:00.000+08:00', words: '任务到期：补材料', kind: 'task' }]);
    expect((await ahead(town, '?days=2')).entries).toEqual([]);
  });

  it('refuses an announcement without a time it understands', async () => {
    const town = await monday();
    await expect(town.client.act('agenda', { from: 'bot', entries: [{ at: '明天', words: '提醒', kind: 'due' }] })).rejects.toThrow('每一项要有 at');
    await expect(town.client.act('agenda', { entries: [] })).rejects.toThrow('谁说的');
  });
});

describe('a tour', () => {
  it('is refused when a move does not say who, where and what to press', async () => {
    const town = await monday();
    const step = { title: '签收', moves: [{ as: 'u1', chat: { app: 'cli_x' } }] };
    await expect(town.client.act('tour', { id: 't', title: '一遍', minutes: 1, steps: [step] })).rejects.toThrow('as、chat 和 press');
  });

  it('is given to the page as it was handed over', async () => {
    const town = await monday();
    const tour = { id: 't', title: '一遍', minutes: 1, steps: [{ title: '问好', moves: [{ as: 'u1', words: '请点「发送」', chat: { app: 'cli_x' }, press: { say: '你好' } }] }] };
    await town.client.act('tour', tour);
    expect(await (await fetch(`${town.sandbox.url}/sandbox/tour`)).json()).toEqual(tour);
  });
});
