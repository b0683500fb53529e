import type { Clock } from '../publishing/clock.ts';

/** Timers count the time that the machine was awake; looking at the wall clock now and then finds the rest. */
const LOOK_EVERY_MS = 60_000;

function nap(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}

/** The machine's own clock and dice. A sleep ends in time also where the machine slept in between. */
export const systemClock: Clock = {
  now: Date.now,
  random: Math.random,
  sleep: async (ms, signal) => {
    const end = Date.now() + ms;
    for (let left = ms; left > 0 && signal?.aborted !== true; left = Math.min(left, end - Date.now())) {
      const some = Math.min(left, LOOK_EVERY_MS);
      await nap(some, signal);
      // Counted as well as looked up, so that a clock that is set back can't make the sleep longer.
      left -= some;
    }
  },
};
