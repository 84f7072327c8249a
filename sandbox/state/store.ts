import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pruneLogins } from './login.ts';
import { emptyState, type State } from './model.ts';

const PAUSE_MS = 400;
/** A large state takes long to write out: the page stands still meanwhile, so it rests this many times as long. */
const REST = 30;
const DAY_MS = 86_400_000;

/** The state with its keeper: `touch` writes soon (within half a second, later where the state is large), `close` writes at once. */
export interface Store {
  state: State;
  touch(): void;
  close(): void;
}

/** Forgets what has run out, so that the state does not grow for ever; `now` on the sandbox clock. */
function prune(state: State, now: number): void {
  for (const [key, known] of Object.entries(state.repeats)) if (known.until <= now) delete state.repeats[key];
  for (const [token, known] of Object.entries(state.updateTokens)) if (now - known.at > DAY_MS) delete state.updateTokens[token];
}

/** What was kept, completed by what has come to the sandbox since. */
function kept(now: number, known: Partial<State>): State {
  const empty = emptyState(now);
  return { ...empty, ...known, settings: { ...empty.settings, ...known.settings } };
}

/** Moves the clock's anchor to this moment: while the sandbox is off its clock runs at most as fast as the machine's. */
function anchor(state: State, now: number, most: number): void {
  const { clock } = state;
  clock.base += Math.max(0, now - clock.anchor) * Math.min(clock.rate, most);
  clock.anchor = now;
}

/** Loads `state.json` of a folder or begins empty; without a folder nothing is ever written. `real` gives the machine's epoch ms. */
export function openStore(folder: string | undefined, real: () => number): Store {
  const now = real();
  if (folder === undefined) return { state: emptyState(now), touch: () => undefined, close: () => undefined };
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'state.json');
  const state: State = existsSync(file) ? kept(now, JSON.parse(readFileSync(file, 'utf8')) as Partial<State>) : emptyState(now);
  anchor(state, now, 1);
  const snapshot = (): string => {
    anchor(state, real(), Infinity);
    prune(state, state.clock.base);
    pruneLogins(state.logins, real());
    return JSON.stringify(state);
  };
  let timer: NodeJS.Timeout | undefined;
  let pause = PAUSE_MS;
  let writing: Promise<void> | undefined;
  let closed = false;
  const save = async (): Promise<void> => {
    const begun = performance.now();
    const written = snapshot();
    pause = Math.max(PAUSE_MS, (performance.now() - begun) * REST);
    await writeFile(`${file}.part`, written);
    if (!closed) await rename(`${file}.part`, file);
  };
  const touch = (): void => {
    if (closed || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      writing = (writing ?? Promise.resolve()).then(save, save);
    }, pause);
    timer.unref();
  };
  const close = (): void => {
    if (closed) return;
    closed = true;
    clearTimeout(timer);
    writeFileSync(`${file}.last`, snapshot());
    renameSync(`${file}.last`, file);
  };
  return { state, touch, close };
}

/** Bytes by file key, on disk when there is a folder, else in memory. */
export interface Blobs {
  put(key: string, bytes: Buffer): Promise<void>;
  get(key: string): Promise<Buffer | undefined>;
}

/** Opens the place for file bytes; keys are made by the sandbox and safe as file names. */
export function openBlobs(folder: string | undefined): Blobs {
  const memory = new Map<string, Buffer>();
  if (folder === undefined) {
    return {
      put: async (key, bytes) => void memory.set(key, bytes),
      get: async (key) => memory.get(key),
    };
  }
  const place = join(folder, 'files');
  return {
    put: async (key, bytes) => {
      await mkdir(place, { recursive: true });
      await writeFile(join(place, key), bytes);
    },
    get: async (key) => {
      const path = join(place, key);
      return existsSync(path) ? readFile(path) : undefined;
    },
  };
}
