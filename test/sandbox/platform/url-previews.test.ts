import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fields, text } from '../../../sandbox/json.ts';
import { app } from '../city.ts';
import { startListener, type Listener } from './listener.ts';
import { startScene, type Scene } from './scene.ts';

const PREVIEW = 'url.preview.get';

describe('previews of links', () => {
  let scene: Scene;
  let listener: Listener;
  let message = '';
  beforeAll(async () => {
    listener = await startListener();
    scene = await startScene({ encryptKey: '', webhookUrl: listener.url });
    message = await scene.town.client.say({ as: scene.person(0), to: app.appId, text: '请看 https://xietong.example/x/1 谢谢' });
  });
  afterAll(async () => {
    await scene.town.sandbox.stop();
    await listener.close();
  });
  const look = (): Promise<unknown> => scene.town.client.act('links', { as: scene.person(0), message });
  const title = async (): Promise<string | undefined> => (await scene.town.client.messages(scene.person(0))).at(-1)?.previews?.[0]?.title;

  it('are asked for only where the app subscribes to them, and shown', async () => {
    await look();
    expect(listener.heard.some((each) => fields(each['header'])['event_type'] === PREVIEW)).toBe(false);
    await scene.town.client.act('console', { app: app.appId, callbacks: ['card.action.trigger', PREVIEW] });
    listener.answer = { inline: { title: '一号事项' } };
    await look();
    const { event } = await listener.hears(PREVIEW);
    expect(fields(event)).toMatchObject({ host: 'im_message', context: { url: 'https://xietong.example/x/1', open_message_id: message } });
    await expect.poll(title).toBe('一号事项');
  });

  it('are asked for anew, once in five seconds for each', async () => {
    const event = fields((await listener.hears(PREVIEW))['event']);
    const tokens = { preview_tokens: [text(fields(event['context'])['preview_token'])] };
    listener.answer = { inline: { title: '一号事项（已办结）' } };
    expect((await scene.api('POST', '/im/v2/url_previews/batch_update', tokens)).code).toBe(0);
    await expect.poll(title).toBe('一号事项（已办结）');
    expect((await scene.api('POST', '/im/v2/url_previews/batch_update', tokens)).code).toBe(230020);
    expect((await scene.api('POST', '/im/v2/url_previews/batch_update', { preview_tokens: [] })).code).toBe(99992402);
  });

  it('that are no answer are a breach and change nothing', async () => {
    listener.answer = { title: 'x' };
    await look();
    await expect.poll(async () => (await scene.town.client.breaches()).entries.at(-1)?.breaches[0]).toContain('inline');
    expect(await title()).toBe('一号事项（已办结）');
  });
});
