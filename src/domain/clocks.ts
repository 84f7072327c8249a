import { alarmsOf, dueOnDay, due, limits, type LimitId } from './deadlines.ts';
import type { Alarm, Clock, ClockRequest, World } from './document.ts';

const origins = { fixed: '法定', config: '系统默认', perCase: '中心设定', external: '对方机关时限' } as const;

/** Starts the clock of a rule of the limits table, counted by its unit from `from` (or now). */
export function startClock(request: ClockRequest, world: World): Clock {
  const rule = limits[request.rule as LimitId];
  const start = request.from ? new Date(request.from) : world.now;
  const amount = request.amount ?? rule.amount ?? 0;
  const counted = request.dueDate
    ? dueOnDay(request.dueDate, world.calendar)
    : due(start, { amount, unit: rule.unit }, { calendar: world.calendar });
  return {
    rule: rule.id,
    startedAt: start.toISOString(),
    due: counted,
    amount,
    unit: rule.unit,
    origin: request.origin ?? origins[rule.mode],
    basis: rule.basis,
    profile: rule.profile,
  };
}

/** The clocks of a document after some were stopped and started; a started rule replaces a running one. */
export function turnClocks(clocks: readonly Clock[], change: { start?: readonly ClockRequest[]; stop?: readonly string[] }, world: World): Clock[] {
  const started = (change.start ?? []).map((request) => startClock(request, world));
  const ended = new Set([...(change.stop ?? []), ...started.map((clock) => clock.rule)]);
  const kept = clocks.map((clock) => (ended.has(clock.rule) && !clock.stoppedAt ? { ...clock, stoppedAt: world.now.toISOString() } : clock));
  return [...kept, ...started];
}

/** The running clock of a rule, if any. */
export function running(clocks: readonly Clock[], rule: string): Clock | undefined {
  return clocks.find((clock) => clock.rule === rule && !clock.stoppedAt);
}

/** The last clock of a rule, running or stopped. */
export function latest(clocks: readonly Clock[], rule: string): Clock | undefined {
  return clocks.findLast((clock) => clock.rule === rule);
}

/** The alarms that running clocks ask for after `since`; ids stay the same for the same clock. */
export function alarmsFor(clocks: readonly Clock[], since: Date, world: World): Alarm[] {
  return clocks
    .filter((clock) => !clock.stoppedAt)
    .flatMap((clock) =>
      alarmsOf(clock.profile, { startedAt: new Date(clock.startedAt), due: clock.due }, world.calendar).map((alarm) => ({
        id: `${clock.rule}-${Date.parse(clock.startedAt).toString(36)}-${alarm.stage}`,
        at: alarm.at,
        rule: clock.rule,
        stage: alarm.stage,
      })),
    )
    .filter((alarm) => Date.parse(alarm.at) > since.getTime())
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}
