import { fields, text, type Fields } from '../json.ts';
import { inward, outward } from '../state/open-ids.ts';
import type { Delivery } from '../state/model.ts';
import type { App } from '../state/tenant.ts';
import type { CallbackReply, Events, Ground, Happening, Reply } from '../world.ts';
import { envelope, oldCallback } from './envelope.ts';
import { enqueue, forget, post, ready, settle, typeOf } from './outbox.ts';
import type { Sockets } from './sockets.ts';
import { postEnvelope, postOldCallback } from './webhook.ts';

const BEAT_MS = 200;
const AT_ONCE = 64;
/** The card callback, and the old one, which comes over the webhook alone. */
export const CALLBACK = 'card.action.trigger';
export const OLD_CALLBACK = 'card.action.trigger_v1';

/** A click on a card: the event of the callback, and the callbacks that are subscribed. */
export interface Click {
  app: App;
  event: Fields;
  callbacks: readonly string[];
}

/** The pusher with its heartbeat. */
export interface Pusher extends Omit<Events, 'ask'> {
  /** One click goes out once for each callback named, and never again; at least one answer. */
  ask(click: Click): Promise<CallbackReply[]>;
  /** Looks at once for deliveries that are due. */
  beat(): void;
  stop(): void;
}

const verdicts: Record<Exclude<Reply['kind'], 'answered'>, string> = {
  timeout: '3 秒内没有应答',
  unreachable: '2 秒内没有连上',
  unresolved: '域名无法解析',
  broken: '连接中断',
  nobody: '没有长连接，也没有请求地址',
};

/** What went wrong with a push, in Chinese; undefined when it was taken. */
function complaint(reply: Reply): string | undefined {
  if (reply.kind !== 'answered') return verdicts[reply.kind];
  return reply.status === 200 ? undefined : `应答状态 ${reply.status}，应为 200`;
}

/** The time by which a push is signed: unix seconds, or ms where the settings say so. */
function stamp({ real, state }: Ground): string {
  return String(state.settings.signatureTime === 'ms' ? real() : Math.floor(real() / 1000));
}

async function carry(ground: Ground, sockets: Sockets, job: { app: App; envelope: Fields; cut: boolean }): Promise<Reply> {
  if (sockets.count(job.app.appId) > 0) return sockets.send(job.app.appId, job.envelope, job.cut);
  const type = text(fields(job.envelope['header'])['event_type']);
  const spaced = ground.weather.strikes('spacedBody', type) !== undefined;
  return postEnvelope(job.app, job.envelope, { timestamp: stamp(ground), spaced });
}

async function deliver(ground: Ground, sockets: Sockets, delivery: Delivery): Promise<void> {
  const app = ground.state.apps[delivery.appId];
  if (app === undefined) return;
  const started = ground.real();
  const attempt = delivery.attempt;
  const type = typeOf(delivery);
  const cut = ground.weather.strikes('dropSocket', type) !== undefined;
  const lost = ground.weather.strikes('ackLost', type) !== undefined;
  const reply = await carry(ground, sockets, { app, envelope: delivery.envelope, cut });
  settle(ground, delivery, lost ? { kind: 'timeout' } : reply);
  const wrong = complaint(reply);
  const absent = reply.kind === 'unreachable' || reply.kind === 'broken' || reply.kind === 'nobody';
  const notes = [...(cut ? ['故障：推送后断开长连接'] : []), ...(lost ? ['故障：收到了应答，当作没有收到'] : [])];
  ground.log.add({
    kind: 'event',
    app: app.appId,
    event: text(fields(delivery.envelope['header'])['event_id']) || text(delivery.envelope['uuid']),
    title: attempt === 0 ? `推 ${delivery.title}` : `推 ${delivery.title}（第 ${attempt + 1} 次）`,
    breaches: wrong === undefined || cut || absent ? [] : [`事件未被接收：${wrong}`],
    ...(notes.length > 0 ? { notes } : {}),
    ...(reply.kind === 'answered' ? { status: reply.status, response: reply.body ?? '' } : {}),
    tookMs: ground.real() - started,
    request: delivery.envelope,
  });
}

const callbackTitles: Record<string, string> = { [CALLBACK]: '卡片点按', 'url.preview.get': '链接预览' };

function read(ground: Ground, app: App, reply: Reply): Reply {
  return reply.kind === 'answered' ? { ...reply, body: inward(ground.state, app.appId, reply.body).value } : reply;
}

async function askAll(ground: Ground, sockets: Sockets, { app, callbacks, ...click }: Click): Promise<CallbackReply[]> {
  const { state, clock, weather } = ground;
  const event = outward(state, app.appId, click.event);
  const asked: Promise<CallbackReply>[] = [];
  for (const type of callbacks.filter((name) => name !== OLD_CALLBACK)) {
    const plain = envelope({ app, tenantKey: state.tenantKey, type, event, at: clock.now() });
    ground.log.add({ kind: 'callback', app: app.appId, title: `推 ${callbackTitles[type] ?? type}`, breaches: [], request: plain });
    const cut = weather.strikes('dropSocket', type) !== undefined;
    const via = sockets.count(app.appId) > 0 ? 'socket' : 'webhook';
    asked.push(carry(ground, sockets, { app, envelope: plain, cut }).then((reply) => ({ reply: read(ground, app, reply), via, cut })));
  }
  if (callbacks.includes(OLD_CALLBACK) && app.webhookUrl !== undefined) {
    const plain = oldCallback(event);
    ground.log.add({ kind: 'callback', app: app.appId, title: '推 卡片点按（旧）', breaches: [], request: plain });
    asked.push(postOldCallback(app, plain, stamp(ground)).then((reply) => ({ reply: read(ground, app, reply), via: 'old', cut: false })));
  }
  if (asked.length === 0) return [{ reply: { kind: 'nobody' }, via: 'webhook', cut: false }];
  return Promise.all(asked);
}

/** Pushes events at least once with retries, and card callbacks exactly once; a long connection comes before the webhook. */
export function createPusher(ground: Ground, sockets: Sockets): Pusher {
  const flying = new Set<string>();
  const { state } = ground;

  const reachable = (delivery: Delivery): boolean =>
    sockets.count(delivery.appId) > 0 || state.apps[delivery.appId]?.webhookUrl !== undefined;

  const beat = (): void => {
    if (state.outbox.length === 0) return;
    forget(ground, reachable);
    for (const delivery of ready(ground)) {
      if (flying.size >= AT_ONCE) return;
      if (flying.has(delivery.id) || !reachable(delivery)) continue;
      flying.add(delivery.id);
      void deliver(ground, sockets, delivery).finally(() => {
        flying.delete(delivery.id);
        beat();
      });
    }
  };

  const push = (app: App, happening: Happening): void => {
    enqueue(ground, app, happening);
    if (ground.weather.strikes('eventDuplicate', happening.type) !== undefined) enqueue(ground, app, happening);
    ground.touch();
    beat();
  };

  const timer = setInterval(beat, BEAT_MS);
  timer.unref();
  return {
    push,
    again: (app, what) => {
      post(ground, app, what);
      ground.touch();
      beat();
    },
    ask: (click) => askAll(ground, sockets, click),
    beat,
    connections: sockets.count,
    disconnect: sockets.disconnect,
    stop: () => clearInterval(timer),
  };
}
