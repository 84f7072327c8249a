import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as lark from '@larksuiteoapi/node-sdk';
import { app, startTown, type Town } from './city.ts';

const card = (words: string): Record<string, unknown> => ({
  schema: '2.0',
  config: { update_multi: true },
  body: {
    elements: [
      { tag: 'markdown', content: words },
      { tag: 'button', text: { tag: 'plain_text', content: '受理' }, behaviors: [{ type: 'callback', value: { a: 'accept' } }] },
    ],
  },
});

describe('the official Node SDK speaks to the sandbox unchanged', () => {
  let town: Town;
  let client: lark.Client;
  let socket: lark.WSClient;
  const heard: Record<string, unknown>[] = [];
  const taps: Record<string, unknown>[] = [];

  beforeAll(async () => {
    town = await startTown();
    const config = { ...app, domain: town.sandbox.url, loggerLevel: lark.LoggerLevel.fatal };
    client = new lark.Client(config);
    const dispatcher = new lark.EventDispatcher({ loggerLevel: lark.LoggerLevel.fatal }).register({
      'im.message.receive_v1': (data: unknown) => void heard.push(data as Record<string, unknown>),
      'card.action.trigger': (data: unknown) => {
        taps.push(data as Record<string, unknown>);
        return { toast: { type: 'success', content: '已受理' }, card: { type: 'raw', data: card('已受理') } };
      },
    } as unknown as lark.EventHandles);
    await new Promise<void>((resolve) => {
      socket = new lark.WSClient({ ...config, onReady: () => resolve() });
      void socket.start({ eventDispatcher: dispatcher });
    });
  });
  afterAll(async () => {
    socket.close({ force: true });
    await town.sandbox.stop();
  });

  const send = async (type: string, content: unknown, uuid?: string): Promise<string> => {
    const answer = await client.im.v1.message.create({
      params: { receive_id_type: 'open_id' },
      data: { receive_id: town.people[0] ?? '', msg_type: type, content: JSON.stringify(content), ...(uuid === undefined ? {} : { uuid }) },
    });
    expect(answer.code).toBe(0);
    return answer.data?.message_id ?? '';
  };

  it('sends a text that the person sees, once per uuid', async () => {
    const first = await send('text', { text: '您好' }, 'greeting-1');
    expect(await send('text', { text: '您好' }, 'greeting-1')).toBe(first);
    const seen = await town.client.waitFor(town.people[0] ?? '', (message) => message.id === first);
    expect(seen.content).toEqual({ text: '您好' });
    expect(seen.from).toMatchObject({ name: '助手', bot: true });
  });

  it('hears what a person says', async () => {
    const id = await town.client.say({ as: town.people[0] ?? '', to: app.appId, text: '我要投诉' });
    await expect.poll(() => heard.map((data) => (data['message'] as { message_id: string }).message_id)).toContain(id);
  });

  it('answers a tap with a toast and a new card', async () => {
    const id = await send('interactive', card('待受理'), 'card-1');
    const answer = await town.client.tap({ as: town.people[0] ?? '', message: id, at: { text: '受理' } });
    expect(answer).toMatchObject({ outcome: 'ok', toast: { type: 'success', content: '已受理' } });
    expect(taps.at(-1)?.['action']).toEqual({ value: { a: 'accept' }, tag: 'button', timezone: 'Asia/Shanghai' });
    const shown = await town.client.lastCard(town.people[0] ?? '');
    expect(JSON.stringify(shown?.content)).toContain('已受理');
  });

  it('patches its card', async () => {
    const id = await send('interactive', card('一'), 'card-2');
    await client.im.v1.message.patch({ path: { message_id: id }, data: { content: JSON.stringify(card('二')) } });
    const shown = await town.client.lastCard(town.people[0] ?? '');
    expect(shown).toMatchObject({ id, revision: 2 });
    expect(JSON.stringify(shown?.content)).toContain('二');
  });
});
