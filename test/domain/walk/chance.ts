/** Chance that falls the same way at every run: a number in [0, 1), one of a list, a yes of a probability. */
export interface Chance {
  next(): number;
  among<T>(list: readonly T[]): T;
  happens(probability: number): boolean;
}

/** Chance from a seed (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    among: <T>(list: readonly T[]): T => {
      if (!list.length) throw new Error('nothing to choose from');
      return list[Math.floor(next() * list.length)] as T;
    },
    happens: (probability) => next() < probability,
  };
}
