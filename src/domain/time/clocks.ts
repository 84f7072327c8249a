import { alarmsOf, dateOf, dueOnDay, due, limits, workingDaysOff, type Due, type LimitId } from './deadlines.ts';
import type { Alarm, Clock, ClockRequest, ClockTurn, World } from '../document.ts';

const origins = { fixed: '法定', config: '系统默认', perCase: '中心设定', external: '对方机关时限' } as const;

type Counting = Pick<Clock, 'startedAt' | 'amount' | 'unit' | 'set' | 'suspensions'>;

/** The end of a clock as the calendar has it now. */
function counted(clock: Counting, { calendar }: Pick<World, 'calendar'>): Due {
  const options = { calendar, suspensions: clock.suspensions ?? [] };
  const start = new Date(clock.startedAt);
  return clock.set === undefined ? due(start, clock, options) : dueOnDay(start, clock.set, options);
}

/** Starts the clock of a rule of the limits table, counted by its unit from `from` (or now). */
export function startClock(request: ClockRequest, world: World): Clock {
  const rule = limits[request.rule as LimitId];
  const own = rule.mode === 'config' ? world.settings.limits[rule.id] : undefined;
  const counting: Counting = {
    startedAt: (request.from ? new Date(request.from) : world.now).toISOString(), amount: request.amount ?? own ?? rule.amount ?? 0, unit: rule.unit,
    ...(request.dueDate ? { set: request.dueDate } : {}),
  };
  return { ...counting, rule: rule.id, due: counted(counting, world), origin: request.origin ?? (own === undefined || request.amount !== undefined ? origins[rule.mode] : '本市设定'), basis: rule.basis, profile: rule.profile };
}

/** The clocks of a document after a turn; one that is started and paused in the same turn stands still from its first day. */
export function turnClocks(clocks: readonly Clock[], turn: ClockTurn, world: World): Clock[] {
  const started = (turn.start ?? []).map((request) => startClock(request, world)).map((clock) => (turn.pause?.includes(clock.rule) ? paused(clock, world) : clock));
  const ended = new Set([...(turn.stop ?? []), ...started.map((clock) => clock.rule)]);
  const kept = clocks.map((clock) => {
    if (clock.stoppedAt) return clock;
    if (ended.has(clock.rule)) return { ...clock, stoppedAt: world.now.toISOString() };
    if (turn.pause?.includes(clock.rule)) return paused(clock, world);
    if (turn.resume?.includes(clock.rule)) return resumed(clock, world);
    return turn.recount && clock.due.provisional ? { ...clock, due: counted(clock, world) } : clock;
  });
  return [...kept, ...started];
}

function paused(clock: Clock, { now }: World): Clock {
  return clock.pausedFrom === undefined ? { ...clock, pausedFrom: dateOf(now) } : clock;
}

function resumed(clock: Clock, world: World): Clock {
  const { pausedFrom, ...going } = clock;
  if (pausedFrom === undefined) return clock;
  const suspensions = [...(clock.suspensions ?? []), { from: pausedFrom, to: dateOf(world.now) }];
  return { ...going, suspensions, due: counted({ ...going, suspensions }, world) };
}

/** How many working days the pauses of a clock took off: by as many its end moved. */
export function suspendedDays(clock: Pick<Clock, 'startedAt' | 'due' | 'suspensions'>, calendar: World['calendar']): number {
  return workingDaysOff(new Date(clock.startedAt), clock.due.dueDate, { calendar, suspensions: clock.suspensions ?? [] });
}

/** Whether counting again would make a provisional limit of these clocks certain. */
export function isRecountable(clocks: readonly Clock[], world: Pick<World, 'calendar'>): boolean {
  return clocks.some((clock) => isProvisional(clock) && !counted(clock, world).provisional);
}

/** Whether a running clock was counted over a year whose notice was not known. */
export function isProvisional(clock: Clock): boolean {
  return clock.due.provisional && !clock.stoppedAt;
}

/** The running clock of a rule, if any; it may stand still for a while. */
export function running(clocks: readonly Clock[], rule: string): Clock | undefined {
  return clocks.find((clock) => clock.rule === rule && !clock.stoppedAt);
}

/** The last clock of a rule, running or stopped. */
export function latest(clocks: readonly Clock[], rule: string): Clock | undefined {
  return clocks.findLast((clock) => clock.rule === rule);
}

/** The alarms of a document after its clocks turned: those of clocks that go on unchanged stay, those of others are set anew after `now`. */
export function alarmsAfter(turn: { before: readonly Clock[]; after: readonly Clock[]; alarms: readonly Alarm[] }, world: World): Alarm[] {
  const ticking = turn.after.filter((clock) => !clock.stoppedAt && clock.pausedFrom === undefined);
  const known = new Set(turn.before.filter((clock) => !clock.stoppedAt && clock.pausedFrom === undefined).map(timed));
  const same = ticking.filter((clock) => known.has(timed(clock))).map((clock) => `${keyOf(clock)}-`);
  const kept = turn.alarms.filter((alarm) => alarm.rule === '' || same.some((key) => alarm.id.startsWith(key)));
  const fresh = ticking.filter((clock) => !known.has(timed(clock))).flatMap((clock) => alarmsOfClock(clock, world));
  return [...kept, ...fresh].sort((a, b) => (a.at < b.at ? -1 : 1));
}

function alarmsOfClock(clock: Clock, world: World): Alarm[] {
  return alarmsOf(clock.profile, { startedAt: new Date(clock.startedAt), due: clock.due }, world.calendar)
    .map(({ at, stage }) => ({ id: `${keyOf(clock)}-${stage}`, at, rule: clock.rule, stage }))
    .filter((alarm) => Date.parse(alarm.at) > world.now.getTime());
}

function keyOf(clock: Clock): string {
  return `${clock.rule}-${Date.parse(clock.startedAt).toString(36)}`;
}

function timed(clock: Clock): string {
  return `${keyOf(clock)} ${clock.due.dueAt}`;
}
