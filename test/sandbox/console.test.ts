import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ConsoleChange, ConsoleView } from '../../sandbox/api/console.ts';
import { app, startTown, type Town } from './city.ts';
import { sendCard } from './wire.ts';

const button = { tag: 'button', text: { tag: 'plain_text', content: '好' }, behaviors: [{ type: 'callback', value: { act: 'ok' } }] };
const card = { schema: '2.0', body: { elements: [button] } };

describe('the developer console', () => {
  let town: Town;
  beforeAll(async () => void (town = await startTown()));
  afterAll(() => town.sandbox.stop());
  const change = (asked: Omit<ConsoleChange, 'app'>) => town.client.act('console', { app: app.appId, ...asked }) as unknown as Promise<ConsoleView>;
  const person = (): string => town.people[0] ?? '';

  it('an event that the published version does not subscribe to is not pushed, and the inspector says so', async () => {
    await change({ events: ['im.message.receive_v1'] });
    await town.client.open(person(), app.appId);
    const log = await town.client.log();
    expect(log.at(-1)).toMatchObject({ title: '未推 进入会话', notes: [expect.stringContaining('im.chat.access_event.bot_p2p_chat_entered_v1')] });
    await change({ events: 'all' });
  });

  it('a change waits for its version', async () => {
    const waiting = await change({ scopes: ['im:message'], version: 'draft' });
    expect([waiting.draft.scopes, waiting.published?.scopes]).toEqual([['im:message'], 'all']);
    const live = await change({});
    expect([live.published?.scopes, live.version]).toEqual([['im:message'], waiting.version + 1]);
    await change({ scopes: 'all' });
  });

  it.each<Omit<ConsoleChange, 'app'>>([{ callbacks: [] }, { version: 'withdraw' }])('a tap fails with 200340 without subscription or version: %o', async (narrow) => {
    const message = await sendCard(town, person(), card);
    await change(narrow);
    const tapped = await town.client.tap({ as: person(), message, at: { text: '好' } });
    expect(tapped).toMatchObject({ outcome: 'failed', error: { code: 200340 } });
    await change({ callbacks: 'all' });
  });

  it('a person outside the availability range cannot enter the chat with the bot', async () => {
    const house = (await town.client.city()).departments[0]?.id ?? '';
    await change({ availability: [house] });
    await expect(town.client.open(town.people[2] ?? '', app.appId)).rejects.toThrow('不在应用的可用范围内');
    expect(await town.client.open(person(), app.appId)).toMatch(/^oc_/);
    await change({ availability: 'all' });
  });

  it('a list that is none is refused with a sentence', async () => {
    await expect(town.client.act('console', { app: app.appId, events: 'none' })).rejects.toThrow('events 应为');
  });
});
