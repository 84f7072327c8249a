import { z } from 'zod';

/** What a clock service answers: its time and how fast it runs against the machine's. */
const reading = z.object({ now: z.iso.datetime({ offset: true }), rate: z.number().nonnegative() });

/** The one place in a process where `now` comes from. */
export interface CityClock {
  now(): Date;
  /** Resolves after the first reading; fails where the service does not answer. */
  start(): Promise<void>;
  stop(): void;
}

/** What the clock needs; `machine` is epoch ms of this machine. */
export interface ClockParts { url?: string | undefined; machine(): number; warn(fields: object, message: string): void }

const everyMs = 400;
const jitterMs = 5_000;

/** The machine's own time, or where `url` is given that of a clock service, asked more than once a second and extrapolated between. Small steps back are held until time has caught up. */
export function createCityClock({ url, machine, warn }: ClockParts): CityClock {
  if (!url) return { now: () => new Date(machine()), start: async () => undefined, stop: () => undefined };
  let base = { now: machine(), at: machine(), rate: 1 };
  let shown = 0;
  let silent = false;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const read = async (): Promise<void> => {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000), redirect: 'error' });
    const { now, rate } = reading.parse(await answer.json());
    base = { now: Date.parse(now), at: machine(), rate };
  };
  const again = (): void => {
    if (stopped) return;
    timer = setTimeout(() => void read().then(
      () => {
        silent = false;
      },
      () => {
        if (!silent) warn({ every: everyMs }, 'the clock service does not answer; time is extrapolated');
        silent = true;
      },
    ).finally(again), everyMs);
  };
  return {
    now: () => {
      const told = base.now + (machine() - base.at) * base.rate;
      shown = told < shown && shown - told < jitterMs ? shown : told;
      return new Date(shown);
    },
    start: async () => {
      await read();
      again();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
