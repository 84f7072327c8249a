import type { Fields } from '../json.ts';
import { freshHex } from '../state/ids.ts';
import type { Delivery } from '../state/model.ts';
import type { App } from '../state/tenant.ts';
import type { Events, Ground, Happening, Reply } from '../world.ts';
import { envelope } from './envelope.ts';
import type { Sockets } from './sockets.ts';
import { postEnvelope } from './webhook.ts';

/** Waits between attempts on the sandbox clock: 15 s, 5 min, 1 h, 6 h (contract 2.5). */
const LADDER_MS = [15_000, 300_000, 3_600_000, 21_600_000];
const PATIENCE_MS = 600_000;
const BEAT_MS = 200;
const AT_ONCE = 64;

/** The pusher with its heartbeat. */
export interface Pusher extends Events {
  /** Looks at once for deliveries that are due. */
  beat(): void;
  stop(): void;
}

function carried(reply: Reply): boolean {
  return reply.kind === 'answered' && reply.status === 200;
}

const verdicts: Record<Exclude<Reply['kind'], 'answered'>, string> = {
  timeout: '3 秒内没有应答',
  unreachable: '连接断开或无法连接',
  nobody: '没有长连接，也没有请求地址',
};

/** What went wrong with a push, in Chinese; undefined when it was taken. */
export function complaint(reply: Reply): string | undefined {
  if (reply.kind !== 'answered') return verdicts[reply.kind];
  return reply.status === 200 ? undefined : `应答状态 ${reply.status}，应为 200`;
}

async function carry(ground: Ground, sockets: Sockets, job: { app: App; envelope: Fields; cut: boolean }): Promise<Reply> {
  if (sockets.count(job.app.appId) > 0) return sockets.send(job.app.appId, job.envelope, job.cut);
  return postEnvelope(job.app, job.envelope, Math.floor(ground.real() / 1000));
}

function settle(ground: Ground, delivery: Delivery, reply: Reply): void {
  const { outbox } = ground.state;
  const wait = LADDER_MS[delivery.attempt];
  const place = outbox.indexOf(delivery);
  if (place < 0) return;
  if (carried(reply) || wait === undefined) {
    outbox.splice(place, 1);
  } else {
    delivery.attempt += 1;
    delivery.due = ground.clock.now() + wait;
  }
  ground.touch();
}

function drops(ground: Ground): boolean {
  const { dropSocket } = ground.state.faults;
  return dropSocket > 0 && ground.dice.roll() < dropSocket;
}

async function deliver(ground: Ground, sockets: Sockets, delivery: Delivery): Promise<void> {
  const app = ground.state.apps[delivery.appId];
  if (app === undefined) return;
  const started = ground.real();
  const attempt = delivery.attempt;
  const cut = drops(ground);
  const reply = await carry(ground, sockets, { app, envelope: delivery.envelope, cut });
  settle(ground, delivery, reply);
  const wrong = complaint(reply);
  ground.log.add({
    kind: 'event',
    title: attempt === 0 ? `推 ${delivery.title}` : `推 ${delivery.title}（第 ${attempt + 1} 次）`,
    breaches: wrong === undefined || cut || reply.kind === 'unreachable' ? [] : [`事件未被接收：${wrong}`],
    ...(cut ? { notes: ['故障：推送后断开长连接'] } : {}),
    ...(reply.kind === 'answered' ? { status: reply.status } : {}),
    tookMs: ground.real() - started,
    request: delivery.envelope,
  });
}

/** Pushes events at least once with retries, and card callbacks exactly once; a long connection comes before the webhook. */
export function createPusher(ground: Ground, sockets: Sockets): Pusher {
  const flying = new Set<string>();
  const { state, clock } = ground;

  const reachable = (delivery: Delivery): boolean =>
    sockets.count(delivery.appId) > 0 || state.apps[delivery.appId]?.webhookUrl !== undefined;

  const beat = (): void => {
    const now = clock.now();
    const expired = state.outbox.filter((delivery) => !reachable(delivery) && ground.real() - delivery.since > PATIENCE_MS);
    if (expired.length > 0) state.outbox = state.outbox.filter((delivery) => !expired.includes(delivery));
    for (const delivery of state.outbox) {
      if (flying.size >= AT_ONCE) return;
      if (delivery.due > now || flying.has(delivery.id) || !reachable(delivery)) continue;
      flying.add(delivery.id);
      void deliver(ground, sockets, delivery).finally(() => flying.delete(delivery.id));
    }
  };

  const enqueue = (app: App, happening: Happening): void => {
    const plain = envelope({ app, tenantKey: state.tenantKey, type: happening.type, event: happening.event, at: clock.now() });
    const delay = state.faults.eventDelayMs > 0 ? Math.floor(ground.dice.roll() * state.faults.eventDelayMs) : 0;
    state.outbox.push({
      id: freshHex(),
      appId: app.appId,
      envelope: plain,
      title: happening.title,
      attempt: 0,
      due: clock.now() + delay,
      since: ground.real(),
    });
  };

  const push = (app: App, happening: Happening): void => {
    enqueue(app, happening);
    if (state.faults.eventDuplicate > 0 && ground.dice.roll() < state.faults.eventDuplicate) enqueue(app, happening);
    ground.touch();
    beat();
  };

  const ask = async (app: App, event: Fields): Promise<Reply> => {
    const plain = envelope({ app, tenantKey: state.tenantKey, type: 'card.action.trigger', event, at: clock.now() });
    ground.log.add({ kind: 'callback', title: '推 卡片点按', breaches: [], request: plain });
    return carry(ground, sockets, { app, envelope: plain, cut: drops(ground) });
  };

  const timer = setInterval(beat, BEAT_MS);
  timer.unref();
  return { push, ask, beat, connections: sockets.count, stop: () => clearInterval(timer) };
}
