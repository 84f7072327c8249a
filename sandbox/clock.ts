import type { Clock, ClockMove } from './api/clock.ts';
import type { State } from './state/model.ts';

const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const WEEKDAYS = ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'];

/** The sandbox's own time over the machine's. */
export interface SandboxClock {
  /** Epoch ms on the sandbox clock. */
  now(): number;
  read(): Clock;
  /** Where a move would lead, epoch ms; undefined when it names no way. */
  where(move: ClockMove): number | undefined;
  /** Moves forward; answers false when the move would go back or names no way. */
  move(move: ClockMove): boolean;
}

/** ISO 8601 with +08:00 and milliseconds, from epoch ms. */
export function beijing(ms: number): string {
  return new Date(ms + OFFSET_MS).toISOString().replace('Z', '+08:00');
}

/** The calendar day in Beijing, `yyyy-MM-dd`, of epoch ms. */
export function beijingDay(ms: number): string {
  return new Date(ms + OFFSET_MS).toISOString().slice(0, 10);
}

function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

function isWorkingDay(state: State, day: string): boolean {
  if (state.calendar.work.includes(day)) return true;
  if (state.calendar.off.includes(day)) return false;
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}

function afterWorkingDays(state: State, from: number, count: number): number {
  let at = Date.parse(`${beijingDay(from)}T09:00:00+08:00`);
  for (let left = count; left > 0;) {
    at += DAY_MS;
    if (isWorkingDay(state, beijingDay(at))) left -= 1;
  }
  return at;
}

function target(state: State, now: number, move: ClockMove): number | undefined {
  if (move.to !== undefined) return Date.parse(move.to);
  if (move.minutes !== undefined) return now + move.minutes * 60_000;
  if (move.hours !== undefined) return now + move.hours * 3_600_000;
  if (move.days !== undefined) return now + move.days * DAY_MS;
  if (move.workingDays !== undefined) {
    return Number.isInteger(move.workingDays) && move.workingDays >= 0 && move.workingDays <= 2000
      ? move.workingDays === 0
        ? now
        : afterWorkingDays(state, now, move.workingDays)
      : undefined;
  }
  return undefined;
}

/** A clock kept in the state; `real` gives the machine's epoch ms. */
export function createClock(state: State, real: () => number): SandboxClock {
  const now = (): number => Math.floor(state.clock.base + Math.max(0, real() - state.clock.anchor) * state.clock.rate);
  const read = (): Clock => {
    const day = beijingDay(now());
    return {
      now: beijing(now()),
      rate: state.clock.rate,
      weekday: WEEKDAYS[weekdayOf(day)] ?? '',
      workingDay: isWorkingDay(state, day),
    };
  };
  const where = (wish: ClockMove): number | undefined => target(state, now(), wish);
  const move = (wish: ClockMove): boolean => {
    const here = now();
    const there = wish.rate === undefined ? target(state, here, wish) : here;
    if (there === undefined || !Number.isFinite(there) || there < here) return false;
    const rate = wish.rate ?? state.clock.rate;
    if (!Number.isFinite(rate) || rate < 0) return false;
    Object.assign(state.clock, { base: there, anchor: real(), rate });
    return true;
  };
  return { now, read, where, move };
}
