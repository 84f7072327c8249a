import { botIds, idsOf } from '../platform/contact/people.ts';
import type { Fields } from '../json.ts';
import type { Message } from '../state/chats.ts';
import type { World } from '../world.ts';

/** The `mentions` of a message on the wire. */
export function wireMentions(world: World, message: Message): Fields[] {
  return message.mentions.map((mention) => {
    const person = world.state.people[mention.id];
    const app = Object.values(world.state.apps).find((each) => each.botId === mention.id);
    const id = person === undefined ? (app === undefined ? { open_id: mention.id } : botIds(app)) : idsOf(person);
    return {
      key: mention.key,
      id,
      name: mention.name,
      tenant_key: world.state.tenantKey,
      mentioned_type: person === undefined ? 'bot' : 'user',
    };
  });
}
