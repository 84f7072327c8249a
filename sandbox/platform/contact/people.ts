import type { Fields } from '../../json.ts';
import type { App, Person } from '../../state/tenant.ts';
import type { World } from '../../world.ts';
import type { Call } from '../call.ts';
import { fail } from '../errors.ts';

const unknownId: Record<string, number> = { open_id: 99992351, union_id: 99992363, user_id: 99992359 };

/** The person with an id of the given type; undefined when there is none. */
export function personBy(world: World, id: string, type: string): Person | undefined {
  if (type === 'open_id') return world.state.people[id];
  const key = ({ union_id: 'unionId', user_id: 'userId', email: 'email' } as const)[type as 'union_id' | 'user_id' | 'email'];
  return key === undefined ? undefined : Object.values(world.state.people).find((person) => person[key] === id);
}

/** The person with an id of the call's `user_id_type`; throws the platform's "does not exist". */
export function needPerson(call: Call, id: string, type = idType(call)): Person {
  const person = personBy(call.world, id, type);
  if (person === undefined) throw fail(unknownId[type] ?? 99992402, { message: `Invalid ids: [${id}]` });
  return person;
}

/** The call's `user_id_type`, by default open_id. */
export function idType(call: Call): string {
  return call.query.get('user_id_type') ?? 'open_id';
}

/** A person's id in the type asked for. */
export function idOf(person: Person, type: string): string {
  if (type === 'user_id') return person.userId;
  return type === 'union_id' ? person.unionId : person.openId;
}

/** The ids object of events. */
export function idsOf(person: Person): Fields {
  return { union_id: person.unionId, user_id: person.userId, open_id: person.openId };
}

/** The ids object of a bot in mentions. */
export function botIds(app: App): Fields {
  return { union_id: app.botId.replace('ou_', 'on_'), open_id: app.botId };
}
