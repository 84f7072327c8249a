import type { Settings } from '../../../sandbox/api/settings.ts';
import { fields, list, parseFields, text, type Fields } from '../../../sandbox/json.ts';
import { app } from '../city.ts';
import { smallCard, stranger, type Heard, type Scene } from './scene.ts';

/** A call that ends in a certain code. */
export type Way = (scene: Scene) => Promise<Heard>;

/** Does something while settings are changed, and puts them back. */
export async function under<T>(scene: Scene, settings: Partial<Settings>, act: () => Promise<T>): Promise<T> {
  const before = await scene.town.client.settings();
  await scene.town.client.settings(settings);
  try {
    return await act();
  } finally {
    await scene.town.client.settings(before);
  }
}

/** Does something while the app's console is changed, and opens it again. */
export async function consoled<T>(scene: Scene, change: Fields, act: () => Promise<T>): Promise<T> {
  await scene.town.client.act('console', { app: app.appId, ...change });
  try {
    return await act();
  } finally {
    const open = { scopes: 'all', events: 'all', callbacks: 'all', availability: 'all', contactRange: 'all', bot: true, enabled: true };
    await scene.town.client.act('console', { app: app.appId, ...open });
  }
}

/** A group that a person owns, with the app's bot in it. */
export async function theirGroup(scene: Scene, apps: string[] = [app.appId]): Promise<string> {
  const people = [scene.person(1), scene.person(2)];
  return text((await scene.town.client.act('group', { as: scene.person(0), name: '群', people, apps }))['chat']);
}

/** Sets a group that the stranger owns, in which the app is a guest. */
export async function guestGroup(scene: Scene, change: Fields): Promise<string> {
  const body = { name: '客', user_id_list: [scene.person(0)], bot_id_list: [app.appId], ...change };
  return text((await scene.api('POST', '/im/v1/chats', body, stranger)).data['chat_id']);
}

/** The key of a file or picture in the person's newest message. */
export async function keyOf(scene: Scene, person: string): Promise<string> {
  const content = fields((await scene.town.client.messages(person)).at(-1)?.content);
  return text(content['file_key']) || text(content['image_key']);
}

/** A forwarded bundle that a person sent to the bot: its id. */
export async function bundle(scene: Scene): Promise<string> {
  const [who] = [scene.person(0)];
  const said = await scene.town.client.say({ as: who, to: app.appId, text: '一' });
  const answer = await scene.town.client.act('forward', { as: who, messages: [said], to: app.appId, merged: true });
  return text(list(answer['messages'])[0]);
}

/** A card for one person's eyes: its message id. */
export async function whisper(scene: Scene): Promise<string> {
  const chat = await scene.group([scene.person(0)]);
  const card = parseFields(smallCard.content);
  const answer = await scene.api('POST', '/ephemeral/v1/send', { chat_id: chat, open_id: scene.person(0), msg_type: 'interactive', card });
  return text(answer.data['message_id']);
}

/** A PNG header that claims a size in pixels. */
export function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
