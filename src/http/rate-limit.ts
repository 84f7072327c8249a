/** At most this many at once are remembered; beyond it the oldest are forgotten. */
const most = 10_000;

/** Counts tries by key within a window; the answer is whether one more is allowed. Kept in this process alone. */
export function createRateLimit({ limit, windowMs, now }: { limit: number; windowMs: number; now(): number }): (key: string) => boolean {
  const seen = new Map<string, { since: number; count: number }>();
  return (key) => {
    const at = now();
    const known = seen.get(key);
    const mine = known && at - known.since < windowMs ? known : { since: at, count: 0 };
    mine.count += 1;
    seen.delete(key);
    seen.set(key, mine);
    const oldest = seen.size > most ? seen.keys().next().value : undefined;
    if (oldest !== undefined) seen.delete(oldest);
    return mine.count <= limit;
  };
}
