import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fields, list, text, type Fields } from '../../../sandbox/json.ts';
import { app } from '../city.ts';
import { startListener, type Listener } from './listener.ts';
import { startScene, type Scene } from './scene.ts';
import { consoled, under } from './ways.ts';

describe('what an app may hear and see', () => {
  let scene: Scene;
  let listener: Listener;
  beforeAll(async () => {
    listener = await startListener();
    scene = await startScene({ encryptKey: '', webhookUrl: listener.url });
  });
  afterAll(async () => {
    await scene.town.sandbox.stop();
    await listener.close();
  });

  const said = (): string[] =>
    listener.heard
      .map((each) => fields(fields(each['event'])['message']))
      .filter((message) => message['message_type'] !== undefined)
      .map((message) => text(message['content']));

  it('in a group only what mentions it, answers it or comes alone, unless it may hear all', async () => {
    const chat = await scene.group([scene.person(0)]);
    const answered = await scene.sent(chat);
    const [as] = [scene.person(0)];
    await consoled(scene, { scopes: ['im:message.group_at_msg:readonly', 'im:message.p2p_msg:readonly'] }, async () => {
      await scene.town.client.say({ as, to: chat, text: '闲话' });
      await scene.town.client.sendFile({ as, to: chat, name: '闲.pdf', bytes: Buffer.from('x') });
      await scene.town.client.say({ as, to: chat, text: '叫你', mention: [app.appId] });
      await scene.town.client.say({ as, to: chat, text: '答你', reply: answered });
      await under(scene, { groupFilesWithoutMention: true }, () =>
        scene.town.client.sendFile({ as, to: chat, name: '来.pdf', bytes: Buffer.from('x') }),
      );
      await scene.town.client.say({ as, to: app.appId, text: '悄悄' });
    });
    await consoled(scene, { scopes: ['im:message.group_msg'] }, () => scene.town.client.say({ as, to: chat, text: '都听' }));
    await expect.poll(() => said().join(' ')).toContain('都听');
    expect(said().map((each) => /闲话|闲\.|叫你|答你|来\.|悄悄|都听/.exec(each)?.[0])).toEqual(['叫你', '答你', '来.', '悄悄', '都听']);
  });

  it('of a person only the fields that it has scopes for', async () => {
    const look = async (scopes: string[]): Promise<Fields> =>
      fields((await consoled(scene, { scopes }, () => scene.api('GET', `/contact/v3/users/${scene.person(1)}`))).data['user']);
    const base = ['contact:contact.base:readonly'];
    expect(Object.keys(await look(base))).not.toContain('mobile');
    expect(Object.keys(await look(base))).not.toContain('user_id');
    expect(await look([...base, 'contact:user.phone:readonly'])).toMatchObject({ name: '李娜', mobile: '13800000000' });
  });

  it('of the directory only its range, and in it nobody who has left unless asked for', async () => {
    const inside = { contactRange: [scene.person(1)] };
    const find = (body: Fields): ReturnType<typeof scene.api> =>
      scene.api('POST', '/contact/v3/users/batch_get_id?user_id_type=open_id', body);
    const ids = async (body: Fields): Promise<unknown[]> =>
      list((await find(body)).data['user_list']).map((each) => fields(each)['user_id']);
    expect(await consoled(scene, inside, () => ids({ emails: ['wang@example.com'], mobiles: ['+8613800000000'] }))).toEqual([
      undefined,
      scene.person(1),
    ]);
    expect((await consoled(scene, inside, () => scene.api('GET', '/contact/v3/scopes'))).data).toMatchObject({
      user_ids: [scene.person(1)],
    });
    await scene.town.client.act('resign', { person: scene.person(1) });
    expect(await ids({ mobiles: ['13800000000'] })).toEqual([undefined]);
    expect(await ids({ mobiles: ['13800000000'], include_resigned: true })).toEqual([scene.person(1)]);
  });
});
