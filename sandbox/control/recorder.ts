import type { Context, Next } from 'koa';
import type { RecorderView } from '../api/recorder.ts';
import { cardOf } from '../chat/views.ts';
import { fields, text } from '../json.ts';
import type { World } from '../world.ts';
import { bodyOf } from './asked.ts';
import { storyText, type Moment } from './story-text.ts';

/** Remembers what people do through the control API, and what bots then show them. */
export interface Recorder {
  view(): RecorderView;
  turn(on: boolean): RecorderView;
  /** Middleware around the control API. */
  listen(ctx: Context, next: Next): Promise<void>;
}

/** Requests that tell nothing of a story. */
const dumb = new Set(['read', 'typing', 'city', 'faults', 'settings', 'console', 'recorder', 'probe', 'disconnect', 'agenda', 'tour']);

function nameOf(path: string): string | undefined {
  return /^\/sandbox\/([a-z-]+)$/.exec(path)?.[1];
}

/** Opens the recorder, off. */
export function createRecorder(world: World): Recorder {
  let moments: Moment[] = [];
  let since: string | undefined;
  let leave: (() => void) | undefined;

  const turn = (on: boolean): RecorderView => {
    leave?.();
    leave = undefined;
    if (on) {
      moments = [];
      since = world.clock.read().now;
      leave = world.hub.join({
        people: new Set(),
        hear: (event) => {
          if (event.type === 'message' && event.message.from.bot) moments.push({ kind: 'shown', message: event.message });
        },
      });
    }
    return view();
  };
  const view = (): RecorderView => ({
    on: leave !== undefined,
    ...(since === undefined ? {} : { since }),
    steps: moments.filter((moment) => moment.kind === 'done').length,
    test: since === undefined ? '' : storyText(world, { since, moments }),
  });
  const listen = async (ctx: Context, next: Next): Promise<void> => {
    const name = ctx.method === 'POST' ? nameOf(ctx.path) : undefined;
    if (leave === undefined || name === undefined || dumb.has(name)) return next();
    const { body: asked, uploads } = await bodyOf(ctx);
    const message = world.state.messages[text(asked['message'])];
    const card = name === 'tap' && message !== undefined ? structuredClone(fields(cardOf(world, message))) : undefined;
    const before = world.clock.now();
    // What the bot shows while the answer is on its way comes after the deed.
    const place = moments.push({ kind: 'done', name, asked, answer: {}, passed: 0 }) - 1;
    const mine = moments;
    try {
      await next();
    } catch (error) {
      mine[place] = { kind: 'nothing' };
      throw error;
    }
    const [file] = uploads;
    mine[place] = {
      kind: 'done',
      name,
      asked,
      answer: fields(ctx.body),
      passed: world.clock.now() - before,
      ...(card === undefined ? {} : { card }),
      ...(file === undefined ? {} : { file: { name: file.name, bytes: file.bytes } }),
    };
  };
  return { view, turn, listen };
}
