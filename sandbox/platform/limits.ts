import { fail } from './errors.ts';

/** A sliding window of machine time: `take` is false when the window is full, `wait` the whole seconds until it has room. */
export interface Window {
  take(key: string, limit: number, spanMs: number): boolean;
  wait(key: string, limit: number, spanMs: number): number;
}

/** Counts per key; `real` gives epoch ms. */
export function createWindow(real: () => number): Window {
  const marks = new Map<string, number[]>();
  const recent = (key: string, spanMs: number): number[] => (marks.get(key) ?? []).filter((mark) => mark > real() - spanMs);
  return {
    take: (key, limit, spanMs) => {
      const found = recent(key, spanMs);
      const room = found.length < limit;
      if (room) found.push(real());
      marks.set(key, found);
      return room;
    },
    wait: (key, limit, spanMs) => {
      const oldest = recent(key, spanMs).at(-limit);
      return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + spanMs - real()) / 1000));
    },
  };
}

/** 99991400 as the gateway gives it, with 429 and 400 in turn: the window's quota and the whole seconds to wait as headers. */
export function tooMany(turn: number, { limit, reset }: { limit: number; reset: number }): Error {
  return fail(99991400, {
    status: turn % 2 === 1 ? 429 : 400,
    headers: { 'x-ogw-ratelimit-limit': String(limit), 'x-ogw-ratelimit-reset': String(reset) },
  });
}
