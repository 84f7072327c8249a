/** A sliding window of machine time: `take` is false when the window is full. */
export interface Window {
  take(key: string, limit: number, spanMs: number): boolean;
}

/** Counts per key; `real` gives epoch ms. */
export function createWindow(real: () => number): Window {
  const marks = new Map<string, number[]>();
  return {
    take: (key, limit, spanMs) => {
      const now = real();
      const recent = (marks.get(key) ?? []).filter((mark) => mark > now - spanMs);
      const room = recent.length < limit;
      if (room) recent.push(now);
      marks.set(key, recent);
      return room;
    },
  };
}
