import type { Heavy } from '../api/city.ts';
import { openGroup, post, privateChat } from '../chat/rooms.ts';
import { createDice, type Dice } from '../dice.ts';
import { refuse } from '../people/refusal.ts';
import type { Chat } from '../state/chats.ts';
import type { Ground, World } from '../world.ts';
import { remarks } from './names-data.ts';

const SPAN_MS = 90 * 86_400_000;
const MOST = 200_000;

function pick<T>(dice: Dice, from: readonly T[]): T {
  return from[Math.floor(dice() * from.length)] as T;
}

/** Every fourth chat is one-to-one with the first bot, the others are groups of five to forty people. */
function rooms(world: World, dice: Dice, count: number): Chat[] {
  const people = Object.values(world.state.people);
  const [app] = Object.values(world.state.apps);
  return Array.from({ length: count }, (_, index) => {
    if (app !== undefined && index % 4 === 3) return privateChat(world, app, pick(dice, people));
    const size = Math.min(people.length, 5 + Math.floor(dice() * 36));
    const members = [...new Set(Array.from({ length: size }, () => pick(dice, people).openId))];
    return openGroup(world, {
      name: `工作群 ${index + 1}`,
      description: '',
      creator: members[0] ?? '',
      ownerId: members[0] ?? '',
      people: members,
      bots: app === undefined ? [] : [app.appId],
      settings: {},
    });
  });
}

/** Fills chats with messages of the last 90 days, quickly and without events, for load tests; open pages read everything anew. */
export function fill(world: World, { messages, chats = 200 }: Heavy, seed: number): void {
  const wrong =
    !Number.isInteger(messages) || messages < 0 || messages > MOST || !Number.isInteger(chats) || chats < 1 || chats > messages + 1;
  if (wrong) throw refuse(400, `heavy 应为 {messages: 0 到 ${MOST} 的整数, chats: 至少 1}`);
  if (Object.keys(world.state.people).length === 0) throw refuse(409, '城里还没有人');
  const dice = createDice(seed);
  const all = rooms(world, dice, chats);
  const now = world.clock.now();
  let at = now - SPAN_MS;
  // Nobody is told message by message.
  const quiet: Ground = {
    ...world,
    clock: { ...world.clock, now: () => at },
    hub: { ...world.hub, publish: () => undefined },
    touch: () => undefined,
  };
  for (let index = 0; index < messages; index += 1) {
    at = Math.floor(now - SPAN_MS + (SPAN_MS * index) / messages);
    const chat = pick(dice, all);
    const bot = chat.bots[0] !== undefined && dice() < 0.3;
    const sender = bot ? ({ kind: 'app', id: chat.bots[0] ?? '' } as const) : ({ kind: 'user', id: pick(dice, chat.people) } as const);
    post(quiet, { chat, sender, type: 'text', content: JSON.stringify({ text: pick(dice, remarks) }) });
  }
  world.touch();
  world.hub.publish({ type: 'reload' });
}
