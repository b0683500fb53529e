import type { Clock } from '../publishing/clock.ts';

/** Timers only count time while the machine is awake; checking the wall clock regularly covers the rest. */
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

/** The machine's clock and random numbers. A sleep ends on time even if the machine was suspended meanwhile. */
export const systemClock: Clock = {
  now: Date.now,
  random: Math.random,
  sleep: async (ms, signal) => {
    const end = Date.now() + ms;
    for (let left = ms; left > 0 && signal?.aborted !== true; left = Math.min(left, end - Date.now())) {
      const some = Math.min(left, LOOK_EVERY_MS);
      await nap(some, signal);
      // Count down too, so that a clock that is set back can't prolong the sleep.
      left -= some;
    }
  },
};
