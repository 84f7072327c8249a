import type { Tour, TourMove } from '../../api/tour.ts';
import { ask } from '../state/api-client.ts';
import type { PageScene } from '../state/context.ts';
import { draftOf } from '../state/store.ts';
import { sendButton, writeInto } from './tour-hand.ts';
import type { Target } from './tour-target.ts';
import { personOf, watchMove } from './tour-watch.ts';

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
  /** Sandbox time at which it began, ISO: older messages are of no concern. */
  since: string;
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

/** All moves of a tour with the step each belongs to. */
export function movesOf(tour: Tour): { move: TourMove; step: number; title: string }[] {
  return tour.steps.flatMap((step, at) => step.moves.map((move) => ({ move, step: at, title: step.title })));
}

const players = new WeakMap<PageScene['store'], TourPlayer>();

/** The one player of a page. */
export function playerOf(scene: PageScene): TourPlayer {
  const player = players.get(scene.store) ?? createTourPlayer(scene);
  players.set(scene.store, player);
  return player;
}

function createTourPlayer(scene: PageScene): TourPlayer {
  const { store } = scene;
  let turn = 0;
  const begin = (run: TourRun) => {
    store.inspector.value = false;
    store.welcomed.value = true;
    store.tour.value = run;
    turn += 1;
    const mine = turn;
    void play(scene, () => turn === mine && store.tour.value !== null);
  };
  return {
    start: (tour) => begin({ tour, at: 0, since: sandboxNow(scene), phase: 'coming', past: [], column: 0, target: null }),
    resume: () => {
      const left = store.tourLeft.value;
      if (left !== null) begin({ ...left, phase: 'coming', target: null });
    },
    press: () => press(scene),
    leave: () => {
      turn += 1;
      const run = store.tour.value;
      store.tourLeft.value = run === null || run.phase === 'ended' ? null : run;
      store.tour.value = null;
    },
  };
}

function change({ store }: PageScene, next: Partial<TourRun>): void {
  if (store.tour.value !== null) store.tour.value = { ...store.tour.value, ...next };
}

async function play(scene: PageScene, alive: () => boolean): Promise<void> {
  const { store } = scene;
  for (let run = store.tour.value; run !== null && run.phase !== 'ended'; run = store.tour.value) {
    const now = movesOf(run.tour)[run.at];
    const person = now === undefined ? undefined : personOf(scene, now.move.as);
    if (now === undefined || person === undefined) return change(scene, { phase: 'ended', target: null });
    await watchMove(scene, { move: now.move, person, alive, change: (next) => change(scene, next) });
    if (!alive()) return;
    const button = 'say' in now.move.press ? '' : now.move.press.tap;
    const past = [...run.past, { step: now.title, who: `${person.name}　${person.title}`, button, at: sandboxNow(scene) }];
    const at = run.at + 1;
    change(scene, { at, past, target: null, phase: at < movesOf(run.tour).length ? 'coming' : 'ended' });
  }
}

async function press(scene: PageScene): Promise<void> {
  const run = scene.store.tour.value;
  const move = run === null ? undefined : movesOf(run.tour)[run.at]?.move;
  const person = move === undefined ? undefined : personOf(scene, move.as);
  if (run === null || move === undefined || person === undefined || run.phase !== 'ready') return;
  change(scene, { phase: 'pressing' });
  if ('say' in move.press) {
    writeInto(run.column, move.press.say);
    sendButton(run.column)?.click();
    return;
  }
  if (run.target === null) return change(scene, { phase: 'ready' });
  const { message, path, form } = run.target;
  const draft = draftOf(scene.store, person.id, message);
  const answer = await scene.actions.tap({ person: person.id, message: message.id, at: path, form: { ...form, ...draft.values.value }, confirmed: true });
  if (answer.outcome !== 'ok' || answer.toast?.type === 'warning' || answer.toast?.type === 'error') change(scene, { phase: 'ready' });
}

function sandboxNow({ store }: PageScene): string {
  const clock = store.clock.value;
  if (clock === null) return '';
  const ms = Date.parse(clock.now) + (Date.now() - store.clockReadAt.value) * clock.rate;
  return new Date(ms + 8 * 3_600_000).toISOString().replace('Z', '+08:00');
}

/** The tour that was handed over, or nothing. */
export async function readTour(): Promise<Tour | null> {
  const tour = await ask<Partial<Tour>>('tour').catch((): Partial<Tour> => ({}));
  return tour.steps === undefined ? null : (tour as Tour);
}
