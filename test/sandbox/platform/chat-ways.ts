import { app } from '../city.ts';
import { stranger } from './scene.ts';
import { bundle, consoled, keyOf, png, theirGroup, under, type Way } from './ways.ts';

const chats = '/im/v1/chats';
const MB = 1024 * 1024;
const nobody = `ou_${'0'.repeat(32)}`;

/** One way to each code of the groups' APIs. */
export const chatWays: Record<number, Way> = {
  232001: (scene) => scene.api('POST', chats, { name: '群', bot_id_list: ['a', 'b', 'c', 'd', 'e', 'f'] }),
  232004: (scene) => scene.api('POST', chats, { name: '群', bot_id_list: ['cli_0000000000000000'] }),
  232006: (scene) => scene.api('GET', `${chats}/oc_nothing`),
  232009: async (scene) => {
    const chat = await scene.group([scene.person(0)]);
    await scene.api('DELETE', `${chats}/${chat}`);
    return scene.api('PUT', `${chats}/${chat}`, { name: '改' });
  },
  232011: async (scene) => scene.api('GET', `${chats}/${await scene.group([scene.person(0)])}`, undefined, stranger),
  232013: async (scene) => {
    const chat = await scene.group([scene.person(0)]);
    const list = { id_list: [scene.person(1)] };
    return under(scene, { chatMembers: 1 }, () => scene.api('POST', `${chats}/${chat}/members?member_id_type=open_id`, list));
  },
  232014: async (scene) => scene.api('PATCH', `${chats}/${await theirGroup(scene, [])}/members/me_join`),
  232016: async (scene) => scene.api('PUT', `${chats}/${await theirGroup(scene)}`, { at_all_permission: 'only_owner' }),
  232017: async (scene) => scene.api('DELETE', `${chats}/${await theirGroup(scene)}`),
  232019: async (scene) => {
    const chat = await scene.group([scene.person(0)]);
    const add = (index: number): ReturnType<typeof scene.api> =>
      scene.api('POST', `${chats}/${chat}/members?member_id_type=open_id`, { id_list: [scene.person(index)] });
    const answers = await under(scene, { chatBusyMs: 300 }, () => Promise.all([add(0), add(1)]));
    return answers.find((answer) => answer.code !== 0) ?? add(1);
  },
  232024: (scene) =>
    consoled(scene, { availability: [scene.person(0)] }, () => scene.api('POST', chats, { name: '群', user_id_list: [scene.person(1)] })),
  232025: async (scene) => {
    await scene.town.client.act('console', { app: stranger.appId, bot: false });
    const answer = await scene.api('POST', chats, { name: '群', bot_id_list: [stranger.appId] });
    await scene.town.client.act('console', { app: stranger.appId, bot: true });
    return answer;
  },
  232033: (scene) => scene.api('POST', chats, { name: '群', external: true }),
  232034: async (scene) => {
    await scene.town.client.act('console', { app: stranger.appId, enabled: false });
    const answer = await scene.api('POST', chats, { name: '群', bot_id_list: [stranger.appId] });
    await scene.town.client.act('console', { app: stranger.appId, enabled: true });
    return answer;
  },
  232043: async (scene) => {
    const chat = await scene.group([scene.person(0)]);
    return scene.api('POST', `${chats}/${chat}/members?member_id_type=open_id`, { id_list: [nobody] });
  },
  230017: async (scene) => {
    const file = await scene.upload('/im/v1/files', { file_type: 'pdf', file_name: 'x.pdf', file: Buffer.from('%PDF') });
    return scene.api('GET', `/im/v1/files/${String(file.data['file_key'])}`, undefined, stranger);
  },
};

/** One way to each code of the files', the contacts' and the tasks' APIs. */
export const otherWays: Record<number, Way> = {
  234001: (scene) => scene.upload('/im/v1/images', { image_type: 'poster', image: png(1, 1) }),
  234003: async (scene) => {
    await scene.town.client.sendFile({ as: scene.person(0), to: app.appId, name: '一.pdf', bytes: Buffer.from('x') });
    const key = await keyOf(scene, scene.person(0));
    const said = await scene.town.client.say({ as: scene.person(0), to: app.appId, text: '别的' });
    return scene.api('GET', `/im/v1/messages/${said}/resources/${key}?type=file`);
  },
  234004: async (scene) => {
    const id = await scene.town.client.sendFile({ as: scene.person(0), to: app.appId, name: '一.pdf', bytes: Buffer.from('x') });
    return scene.api('GET', `/im/v1/messages/${id}/resources/${await keyOf(scene, scene.person(0))}?type=file`, undefined, stranger);
  },
  234006: (scene) => scene.upload('/im/v1/images', { image_type: 'message', image: Buffer.concat([png(1, 1), Buffer.alloc(10 * MB)]) }),
  234010: (scene) => scene.upload('/im/v1/files', { file_type: 'pdf', file_name: 'x', file: Buffer.alloc(0) }),
  234011: (scene) => scene.upload('/im/v1/images', { image_type: 'message', image: Buffer.from('no picture') }),
  234037: async (scene) => {
    const file = { as: scene.person(0), to: app.appId, name: '大.zip', bytes: Buffer.from('x'), size: 101 * MB };
    const id = await scene.town.client.sendFile(file);
    return scene.api('GET', `/im/v1/messages/${id}/resources/${await keyOf(scene, scene.person(0))}?type=file`);
  },
  234039: (scene) => scene.upload('/im/v1/images', { image_type: 'message', image: png(12_001, 1) }),
  234043: async (scene) => scene.api('GET', `/im/v1/messages/${await bundle(scene)}/resources/file_v3_x?type=file`),
  40004: (scene) =>
    consoled(scene, { contactRange: [scene.person(0)] }, async () => {
      const city = await scene.town.client.city();
      return scene.api('GET', `/contact/v3/departments/${city.departments[0]?.id ?? ''}`);
    }),
  41050: (scene) => consoled(scene, { contactRange: [scene.person(0)] }, () => scene.api('GET', `/contact/v3/users/${scene.person(1)}`)),
  41012: (scene) => scene.api('GET', '/contact/v3/users/nobody?user_id_type=user_id'),
  1470403: async (scene) => {
    const task = await scene.api('POST', '/task/v2/tasks', { summary: '一' });
    const guid = String((task.data['task'] as { guid: string }).guid);
    return scene.api('PATCH', `/task/v2/tasks/${guid}`, { task: { summary: '二' }, update_fields: ['summary'] }, stranger);
  },
  1470404: (scene) => scene.api('GET', '/task/v2/tasks/nothing'),
};
