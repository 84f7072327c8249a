import { fields, text, type Fields } from '../json.ts';
import { freshHex } from '../state/ids.ts';
import type { Delivery } from '../state/model.ts';
import { outward } from '../state/open-ids.ts';
import type { App } from '../state/tenant.ts';
import type { Ground, Happening, Reply } from '../world.ts';
import { envelope } from './envelope.ts';

/** Waits between attempts on the sandbox clock: 15 s, 5 min, 1 h, 6 h (contract 2.5). */
const LADDER_MS = [15_000, 300_000, 3_600_000, 21_600_000];
const PATIENCE_MS = 600_000;
const LATE_MS = 2000;

/** The event type of a delivery. */
export function typeOf(delivery: Delivery): string {
  return text(fields(delivery.envelope['header'])['event_type']) || text(fields(delivery.envelope['event'])['type']);
}

/** Puts an envelope into the outbox, to go out at once. */
export function post(ground: Ground, app: App, what: { envelope: Fields; title: string }): Delivery {
  const delivery: Delivery = { id: freshHex(), appId: app.appId, ...what, attempt: 0, due: ground.clock.now(), since: ground.real() };
  ground.state.outbox.push(delivery);
  return delivery;
}

/** Puts an event into the outbox, late or behind the next one when such a fault strikes. */
export function enqueue(ground: Ground, app: App, happening: Happening): void {
  const { state, clock, weather } = ground;
  const { type, event } = happening;
  const delay = weather.strikes('eventDelay', type);
  const behind = weather.strikes('eventReorder', type);
  const plain = envelope({ app, tenantKey: state.tenantKey, type, event: outward(state, app.appId, event), at: clock.now() });
  const delivery = post(ground, app, { envelope: plain, title: happening.title });
  if (delay !== undefined) delivery.due += delay.ms ?? LATE_MS;
  if (behind !== undefined) delivery.behind = ground.real() + (behind.ms ?? LATE_MS);
}

/** Forgets what could not be pushed anywhere for ten minutes. */
export function forget(ground: Ground, reachable: (delivery: Delivery) => boolean): void {
  const { state } = ground;
  const kept = state.outbox.filter((delivery) => reachable(delivery) || ground.real() - delivery.since <= PATIENCE_MS);
  if (kept.length < state.outbox.length) state.outbox = kept;
}

/** What may go out now: due, not held back, and of an ordered type only the oldest (a failed one holds up its followers, contract 2.5). */
export function ready(ground: Ground): Delivery[] {
  const { state, clock } = ground;
  const heads = new Set<string>();
  return state.outbox.filter((delivery) => {
    const lane = `${delivery.appId} ${typeOf(delivery)}`;
    const ordered = state.apps[delivery.appId]?.orderedEvents?.includes(typeOf(delivery)) === true;
    if (ordered && heads.has(lane)) return false;
    heads.add(lane);
    return delivery.due <= clock.now() && (delivery.behind === undefined || delivery.behind <= ground.real());
  });
}

/** Takes a delivery out when it was taken or its last attempt failed; else sets the next attempt. What waited behind it may go. */
export function settle(ground: Ground, delivery: Delivery, reply: Reply): void {
  const { outbox } = ground.state;
  const wait = LADDER_MS[delivery.attempt];
  const place = outbox.indexOf(delivery);
  if (place < 0) return;
  for (const other of outbox) if (other.appId === delivery.appId && other !== delivery) delete other.behind;
  if ((reply.kind === 'answered' && reply.status === 200) || wait === undefined) {
    outbox.splice(place, 1);
  } else {
    delivery.attempt += 1;
    delivery.due = ground.clock.now() + wait;
  }
  ground.touch();
}
