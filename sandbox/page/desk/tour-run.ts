import type { MessageView } from '../../api/chats.ts';
import type { CityPerson } from '../../api/city.ts';
import type { Tour, TourMove } from '../../api/tour.ts';
import { ask } from '../state/api-client.ts';
import type { PageScene } from '../state/context.ts';
import { draftOf } from '../state/store.ts';
import { sendButton, writeInto } from './tour-hand.ts';
import { buttonOn, findTarget, wordsOf, type Target } from './tour-target.ts';

/** Something done in the tour, for the timeline at its end. */
export interface PastMove {
  step: string;
  who: string;
  /** The words of the button; '' where a sentence was sent. */
  button: string;
  /** Sandbox time, ISO. */
  at: string;
}

/** Where a tour stands. `coming`: the card is awaited; `ready`: the one thing can be pressed. */
export interface TourRun {
  tour: Tour;
  /** Number of the move among all moves of all steps. */
  at: number;
  phase: 'coming' | 'ready' | 'pressing' | 'ended';
  past: PastMove[];
  column: number;
  target: Target | null;
}

/** Plays a tour on the page: puts people into the columns, opens chats, fills forms, and sees when something was done. */
export interface TourPlayer {
  start(tour: Tour): void;
  /** Goes on where the tour was left. */
  resume(): void;
  /** Does the present move for the person at the page. */
  press(): Promise<void>;
  leave(): void;
}

const lookEveryMs = 500;

/** All moves of a tour with the step each belongs to. */
export function movesOf(tour: Tour): { move: TourMove; step: number; title: string }[] {
  return tour.steps.flatMap((step, at) => step.moves.map((move) => ({ move, step: at, title: step.title })));
}

/** A player over the page's store; one tour at a time. */
export function createTourPlayer(scene: PageScene): TourPlayer {
  const { store, actions } = scene;
  let turn = 0;
  let since = '';
  const change = (next: Partial<TourRun>) => {
    if (store.tour.value !== null) store.tour.value = { ...store.tour.value, ...next };
  };
  const personOf = (userId: string) => store.city.value?.people.find((person) => person.userId === userId);
  const seenBy = (person: CityPerson) => ask<MessageView[]>('messages', { as: person.id, limit: 40 }).then((all) => all.filter((each) => each.at >= since));

  const play = async () => {
    turn += 1;
    const mine = turn;
    const current = () => (turn === mine ? store.tour.value : null);
    for (let run = current(); run !== null && run.phase !== 'ended'; run = current()) {
      const now = movesOf(run.tour)[run.at];
      const person = now === undefined ? undefined : personOf(now.move.as);
      if (now === undefined || person === undefined) return change({ phase: 'ended', target: null });
      await playMove(now, person, () => current() !== null);
      if (current() === null) return;
      const past = [...run.past, { step: now.title, who: `${person.name}　${person.title}`, button: 'say' in now.move.press ? '' : now.move.press.tap, at: store.clock.value?.now ?? '' }];
      const at = run.at + 1;
      change({ at, past, target: null, phase: at < movesOf(run.tour).length ? 'coming' : 'ended' });
    }
  };

  const playMove = async ({ move }: { move: TourMove }, person: CityPerson, alive: () => boolean) => {
    const column = columnFor(scene, person);
    change({ column, phase: 'coming', target: null });
    let entered = false;
    let began: string | null = null;
    let pointed: Target | null = null;
    while (alive()) {
      entered = entered || (await enter(scene, { column, person, move }));
      const messages = await seenBy(person).catch((): MessageView[] => []);
      began ??= messages.findLast((each) => each.from.id === person.id)?.id ?? '';
      if (await isDone({ move, person, pointed, messages, began })) return;
      if (alive() && entered) pointed = point(move, { person, messages, pointed });
      await new Promise((settle) => setTimeout(settle, lookEveryMs));
    }
  };

  const point = (move: TourMove, at: { person: CityPerson; messages: MessageView[]; pointed: Target | null }): Target | null => {
    const phase = store.tour.value?.phase === 'pressing' ? 'pressing' : 'ready';
    if ('say' in move.press) {
      if (writeInto(store.tour.value?.column ?? 0, move.press.say)) change({ phase });
      return null;
    }
    const found = findTarget(at.messages, move.press, store.city.value?.people ?? []);
    if (found === undefined) return at.pointed;
    fill(scene, at.person, found);
    const known = store.tour.value?.target;
    if (known?.message.id !== found.message.id || known.message.revision !== found.message.revision) change({ target: found });
    change({ phase });
    return found;
  };

  const isDone = async (at: { move: TourMove; person: CityPerson; pointed: Target | null; messages: MessageView[]; began: string }): Promise<boolean> => {
    const { wait, press: deed } = at.move;
    if (wait !== undefined) {
      const by = wait.by === undefined ? at.person : personOf(wait.by);
      const messages = by === undefined || by === at.person ? at.messages : await seenBy(by).catch((): MessageView[] => []);
      return messages.some((each) => new RegExp(wait.on, 's').test(wordsOf(each)));
    }
    if ('say' in deed) return (at.messages.findLast((each) => each.from.id === at.person.id)?.id ?? '') !== at.began;
    const pressed = at.messages.find((each) => each.id === at.pointed?.message.id);
    return pressed !== undefined && (pressed.recalled || buttonOn(pressed, deed.tap) === undefined);
  };

  const press = async () => {
    const run = store.tour.value;
    const now = run === null ? undefined : movesOf(run.tour)[run.at];
    const person = now === undefined ? undefined : personOf(now.move.as);
    if (run === null || now === undefined || person === undefined || run.phase !== 'ready') return;
    change({ phase: 'pressing' });
    if ('say' in now.move.press) {
      writeInto(run.column, now.move.press.say);
      sendButton(run.column)?.click();
      return;
    }
    if (run.target === null) return change({ phase: 'ready' });
    const { message, path, form } = run.target;
    const draft = draftOf(store, person.id, message);
    const answer = await actions.tap({ person: person.id, message: message.id, at: path, form: { ...form, ...draft.values.value }, confirmed: true });
    if (answer.outcome !== 'ok') change({ phase: 'ready' });
  };

  const begin = (run: TourRun) => {
    store.inspector.value = false;
    store.tour.value = run;
    void play();
  };
  return {
    start: (tour) => {
      since = store.clock.value === null ? '' : sandboxNow(scene);
      begin({ tour, at: 0, phase: 'coming', past: [], column: 0, target: null });
    },
    resume: () => {
      const left = store.tourLeft.value;
      if (left !== null) begin({ ...left, phase: 'coming', target: null });
    },
    press,
    leave: () => {
      turn += 1;
      const run = store.tour.value;
      store.tourLeft.value = run === null || run.phase === 'ended' ? null : run;
      store.tour.value = null;
    },
  };
}

function sandboxNow({ store }: PageScene): string {
  const clock = store.clock.value;
  if (clock === null) return '';
  const ms = Date.parse(clock.now) + (Date.now() - store.clockReadAt.value) * clock.rate;
  return new Date(ms + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}

/** He stays where he is; else he takes the column that is not being looked at. */
function columnFor({ store, actions }: PageScene, person: CityPerson): number {
  const columns = store.columns.value;
  const there = columns.findIndex((column) => column.person === person.id);
  const free = columns.findIndex((column) => column.person === null);
  const index = there >= 0 ? there : free >= 0 ? free : columns.length > 1 ? 1 - store.active.value : 0;
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
  if (found !== undefined && store.columns.value[at.column]?.chat === found.id && store.columns.value[at.column]?.view === 'chats') return true;
  const app = 'app' in wish ? { app: wish.app } : {};
  await actions.enterChat(at.column, { ...(found === undefined ? {} : { chat: found.id }), ...app });
  return true;
}

function fill({ store }: PageScene, person: CityPerson, { message, form }: Target): void {
  const draft = draftOf(store, person.id, message);
  const missing = Object.entries(form).filter(([name]) => draft.values.value[name] === undefined);
  if (missing.length > 0) draft.values.value = { ...draft.values.value, ...Object.fromEntries(missing) };
}

/** The tour that was handed over, or nothing. */
export async function readTour(): Promise<Tour | null> {
  const tour = await ask<Partial<Tour>>('tour').catch((): Partial<Tour> => ({}));
  return tour.steps === undefined ? null : (tour as Tour);
}
