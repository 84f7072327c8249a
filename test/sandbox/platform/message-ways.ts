import { text } from '../../../sandbox/json.ts';
import { app } from '../city.ts';
import { smallCard, stranger } from './scene.ts';
import { bundle, consoled, guestGroup, png, theirGroup, under, whisper, type Way } from './ways.ts';

const message = '/im/v1/messages';
const words = (content: unknown): { content: string } => ({ content: JSON.stringify(content) });

/** One way to each code of the messages' APIs. */
export const messageWays: Record<number, Way> = {
  230001: (scene) => scene.send(scene.person(0), { content: 'no json' }),
  230002: async (scene) => scene.send(await scene.group([scene.person(0)]), {}, stranger),
  230006: (scene) => consoled(scene, { bot: false }, () => scene.send(scene.person(0))),
  230009: async (scene) => {
    const id = await scene.sent(scene.person(0));
    return under(scene, { recallHours: 0 }, () => scene.api('DELETE', `${message}/${id}`));
  },
  230011: async (scene) => {
    const id = await scene.sent(scene.person(0), smallCard);
    await scene.api('DELETE', `${message}/${id}`);
    return scene.api('PATCH', `${message}/${id}`, { content: smallCard.content });
  },
  230012: async (scene) => {
    const id = await scene.town.client.say({ as: scene.person(0), to: app.appId, text: '一' });
    return scene.api('PATCH', `${message}/${id}`, { content: smallCard.content });
  },
  230013: (scene) => consoled(scene, { availability: [scene.person(1)] }, () => scene.send(scene.person(0))),
  230015: async (scene) => {
    const chat = await scene.town.client.open(scene.person(0), app.appId);
    return scene.send(scene.person(0), { msg_type: 'share_chat', ...words({ chat_id: chat }) });
  },
  230017: async (scene) => {
    const theirs = await scene.upload('/im/v1/images', { image_type: 'message', image: png(1, 1) }, stranger);
    return scene.send(scene.person(0), { msg_type: 'image', ...words({ image_key: theirs.data['image_key'] }) });
  },
  230018: async (scene) =>
    scene.send(await guestGroup(scene, { at_all_permission: 'only_owner' }), words({ text: '<at user_id="all"></at> 开会' })),
  230019: (scene) => scene.api('GET', `${message}?container_id_type=thread&container_id=omt_nothing`),
  230022: (scene) => under(scene, { sensitiveWords: ['机密'] }, () => scene.send(scene.person(0), words({ text: '这是机密' }))),
  230023: async (scene) => {
    const id = await scene.sent(scene.person(0));
    const list = { user_id_list: [scene.person(0)] };
    return under(scene, { urgentUnread: 0 }, () => scene.api('PATCH', `${message}/${id}/urgent_app?user_id_type=open_id`, list));
  },
  230024: async (scene) => {
    const id = await scene.sent(scene.person(0));
    const list = { user_id_list: [scene.person(0)] };
    return under(scene, { urgentSms: 0 }, () => scene.api('PATCH', `${message}/${id}/urgent_sms?user_id_type=open_id`, list));
  },
  230025: (scene) => scene.send(scene.person(0), words({ text: 'x'.repeat(151 * 1024) })),
  230026: async (scene) => {
    const id = await scene.town.client.say({ as: scene.person(0), to: app.appId, text: '一' });
    return scene.api('DELETE', `${message}/${id}`);
  },
  230027: async (scene) => {
    const chat = await scene.group([scene.person(0)]);
    const scopes = ['im:message:readonly'];
    return consoled(scene, { scopes }, () => scene.api('GET', `${message}?container_id_type=chat&container_id=${chat}`));
  },
  230028: (scene) => under(scene, { leakGuard: true }, () => scene.send(scene.person(0), words({ text: '电话 13800000000' }))),
  230031: async (scene) => {
    const id = await scene.sent(scene.person(0), smallCard);
    await scene.town.client.advance({ days: 15 });
    return scene.api('PATCH', `${message}/${id}`, { content: smallCard.content });
  },
  230033: async (scene) => {
    const id = await scene.sent(scene.person(0));
    await scene.town.client.advance({ days: 8 });
    return scene.api('GET', `${message}/${id}/read_users?user_id_type=open_id`);
  },
  230034: (scene) => scene.send('on_somebody', {}),
  230035: async (scene) => {
    const chat = await guestGroup(scene, {});
    await scene.api('PUT', `/im/v1/chats/${chat}/moderation`, { moderation_setting: 'only_owner' }, stranger);
    return scene.send(chat);
  },
  230049: async (scene) => {
    await scene.sent(scene.person(0), { uuid: 'twice' });
    return under(scene, { repeatedUuid: 'busy' }, () => scene.send(scene.person(0), { uuid: 'twice' }));
  },
  230050: async (scene) => scene.api('POST', `${message}/${await whisper(scene)}/reply`, { msg_type: 'text', ...words({ text: 'x' }) }),
  230053: async (scene) => {
    await scene.town.client.act('stop', { as: scene.person(0), app: app.appId });
    const answer = await scene.send(scene.person(0));
    await scene.town.client.act('stop', { as: scene.person(0), app: app.appId, on: false });
    return answer;
  },
  230054: async (scene) => scene.api('PATCH', `${message}/${await whisper(scene)}`, { content: smallCard.content }),
  230055: async (scene) => {
    const pdf = await scene.upload('/im/v1/files', { file_type: 'pdf', file_name: 'x.pdf', file: Buffer.from('%PDF') });
    return scene.send(scene.person(0), { msg_type: 'audio', ...words({ file_key: pdf.data['file_key'] }) });
  },
  230071: async (scene) => {
    const chat = await theirGroup(scene);
    const id = await scene.sent(chat);
    const body = { msg_type: 'text', ...words({ text: 'x' }), reply_in_thread: true };
    return under(scene, { threadlessChats: [chat] }, () => scene.api('POST', `${message}/${id}/reply`, body));
  },
  230072: async (scene) => {
    const body = { msg_type: 'text', ...words({ text: 'x' }), reply_in_thread: true };
    return scene.api('POST', `${message}/${await bundle(scene)}/reply`, body);
  },
  230099: (scene) =>
    scene.send(scene.person(0), { msg_type: 'interactive', ...words({ schema: '2.0', body: { elements: [{ tag: 'note' }] } }) }),
  230110: async (scene) => {
    const chat = await theirGroup(scene);
    const id = await scene.sent(chat, smallCard);
    await scene.town.client.act('recall', { as: scene.person(1), message: id, administrator: true });
    return scene.api('PATCH', `${message}/${text(id)}`, { content: smallCard.content });
  },
  230020: async (scene) => {
    scene.run(false);
    const answers = await Promise.all(Array.from({ length: 6 }, () => scene.send(scene.person(2))));
    scene.run(true);
    return answers.find((answer) => answer.code !== 0) ?? scene.send(scene.person(0));
  },
  230029: async (scene) => {
    await scene.town.client.act('resign', { person: scene.person(2) });
    return scene.send(scene.person(2));
  },
};
