import type { Clock } from '../../src/publishing/clock.ts';

type Sleeper = { readonly at: number; readonly order: number; readonly wake: () => void };

/**
 * One time for a whole simulated world. It stands still while anything is under way, and goes to the next sleeper's
 * moment when everybody sleeps; what waits for a real answer (a database in another process) says so by `busy`.
 */
export class SimClock {
  #now: number;
  #inFlight = 0;
  #order = 0;
  #sleepers: Sleeper[] = [];
  #isPumping = false;

  constructor(start: number) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  /** Keeps the time from moving until `work` is done. */
  async busy<T>(work: () => Promise<T>): Promise<T> {
    this.#inFlight += 1;
    try {
      return await work();
    } finally {
      this.#inFlight -= 1;
      this.#pump();
    }
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      this.#order += 1;
      const wake = (): void => {
        signal?.removeEventListener('abort', stop);
        resolve();
      };
      const sleeper: Sleeper = { at: this.#now + Math.max(0, Math.round(ms)), order: this.#order, wake };
      const stop = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        resolve();
      };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', stop, { once: true });
      this.#pump();
    });
  }

  #pump(): void {
    if (this.#isPumping) return;
    this.#isPumping = true;
    setImmediate(() => {
      this.#isPumping = false;
      if (this.#inFlight > 0) return;
      let next: Sleeper | undefined;
      for (const one of this.#sleepers) {
        if (next === undefined || one.at < next.at || (one.at === next.at && one.order < next.order))
          next = one;
      }
      if (next === undefined) return;
      const chosen = next;
      this.#sleepers = this.#sleepers.filter((other) => other !== chosen);
      this.#now = Math.max(this.#now, chosen.at);
      chosen.wake();
      if (this.#sleepers.length > 0) this.#pump();
    });
  }
}

/** The clock of one process: the world's, off by `skewMs`, and stopped with the process. */
export type ProcessClock = Clock & { skewMs: number };
