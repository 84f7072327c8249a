import type { MessageView } from '../../api/chats.ts';
import type { CityPerson } from '../../api/city.ts';
import type { TourMove } from '../../api/tour.ts';
import { ask } from '../state/api-client.ts';
import type { PageScene } from '../state/context.ts';
import { draftOf } from '../state/store.ts';
import { writeInto } from './tour-hand.ts';
import type { TourRun } from './tour-run.ts';
import { buttonOn, findTarget, wordsOf, type Target } from './tour-target.ts';

const lookEveryMs = 500;

/** One move being watched. */
interface Watch {
  move: TourMove;
  person: CityPerson;
  alive(): boolean;
  change(next: Partial<TourRun>): void;
}

/** What was seen at one look. */
interface Look {
  messages: MessageView[];
  /** The last message of the person himself before the move. */
  began: string;
  pointed: Target | null;
}

/** Somebody of the city by his tenant-wide user_id. */
export function personOf({ store }: PageScene, userId: string): CityPerson | undefined {
  return store.city.value?.people.find((person) => person.userId === userId);
}

/** Brings the person and his chat onto the page, points at what is to be pressed, and resolves when it was done or the tour was left. */
export async function watchMove(scene: PageScene, watch: Watch): Promise<void> {
  const { person, move } = watch;
  const column = columnFor(scene, person);
  watch.change({ column, phase: 'coming', target: null });
  let entered = false;
  let began: string | null = null;
  let pointed: Target | null = null;
  while (watch.alive()) {
    entered = entered || (await enter(scene, { column, person, move }));
    const messages = await seenBy(scene, person);
    began ??= ownLast(messages, person);
    if (await isDone(scene, watch, { messages, began, pointed })) return;
    if (watch.alive() && entered) pointed = point(scene, watch, { messages, began, pointed });
    await new Promise((settle) => setTimeout(settle, lookEveryMs));
  }
}

async function seenBy({ store }: PageScene, person: CityPerson): Promise<MessageView[]> {
  const all = await ask<MessageView[]>('messages', { as: person.id, limit: 40 }).catch((): MessageView[] => []);
  return all.filter((each) => each.at >= (store.tour.value?.since ?? ''));
}

function ownLast(messages: MessageView[], person: CityPerson): string {
  return messages.findLast((each) => each.from.id === person.id)?.id ?? '';
}

function point(scene: PageScene, { move, person, change }: Watch, look: Look): Target | null {
  const run = scene.store.tour.value;
  const phase = run?.phase === 'pressing' ? 'pressing' : 'ready';
  if ('say' in move.press) {
    if (writeInto(run?.column ?? 0, move.press.say)) change({ phase });
    return null;
  }
  const found = findTarget(look.messages, move.press, scene.store.city.value?.people ?? []);
  if (found === undefined) return look.pointed;
  fill(scene, person, found);
  const same = run?.target?.message.id === found.message.id && run.target.message.revision === found.message.revision;
  change(same ? { phase } : { phase, target: found });
  return found;
}

async function isDone(scene: PageScene, { move, person }: Watch, look: Look): Promise<boolean> {
  const { wait, press } = move;
  if (wait !== undefined) {
    const other = wait.by === undefined ? undefined : personOf(scene, wait.by);
    const messages = other === undefined ? look.messages : await seenBy(scene, other);
    return messages.some((each) => new RegExp(wait.on, 's').test(wordsOf(each)));
  }
  if ('say' in press) return ownLast(look.messages, person) !== look.began;
  const pressed = look.messages.find((each) => each.id === look.pointed?.message.id);
  return pressed !== undefined && (pressed.recalled || buttonOn(pressed, press.tap) === undefined);
}

/** He stays where he is; else he takes the column that is not being looked at. */
function columnFor({ store, actions }: PageScene, person: CityPerson): number {
  const columns = store.columns.value;
  const there = columns.findIndex((column) => column.person === person.id);
  const free = columns.findIndex((column) => column.person === null);
  const other = columns.length > 1 ? 1 - store.active.value : 0;
  const index = [there, free].find((each) => each >= 0) ?? other;
  store.active.value = index;
  if (there < 0) actions.choosePerson(index, person.id);
  return index;
}

/** Opens the chat of the move; false while the person is not in it yet. */
async function enter({ store, actions }: PageScene, at: { column: number; person: CityPerson; move: TourMove }): Promise<boolean> {
  const { chat: wish } = at.move;
  await actions.loadChats(at.person.id);
  const chats = store.chats.value[at.person.id] ?? [];
  const found = chats.find((each) => ('app' in wish ? each.appId === wish.app : each.mode === 'group' && each.name.includes(wish.group)));
  if (found === undefined && 'group' in wish) return false;
  const shown = store.columns.value[at.column];
  if (found !== undefined && shown?.chat === found.id && shown.view === 'chats') return true;
  await actions.enterChat(at.column, { ...(found === undefined ? {} : { chat: found.id }), ...('app' in wish ? { app: wish.app } : {}) });
  return true;
}

function fill({ store }: PageScene, person: CityPerson, { message, form }: Target): void {
  const draft = draftOf(store, person.id, message);
  const missing = Object.entries(form).filter(([name]) => draft.values.value[name] === undefined);
  if (missing.length > 0) draft.values.value = { ...draft.values.value, ...Object.fromEntries(missing) };
}
