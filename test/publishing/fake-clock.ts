import type { Clock } from '../../src/publishing/clock.ts';

/** mulberry32: a small generator with a seed, so that a failing run can be had again. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Sleeper = { readonly at: number; readonly wake: () => void };

/**
 * A clock that stands still while anything runs, and goes to the next sleeper's time when all are asleep. What runs
 * must live on promises alone: the clock takes an idle event loop for a sleeping program. For a database elsewhere, give it
 * patience.
 */
export class FakeClock implements Clock {
  readonly random: () => number;
  /** Every time that somebody slept for, in ms, in order. */
  readonly slept: number[] = [];
  #now: number;
  #sleepers: Sleeper[] = [];
  #isPumping = false;
  #isEnded = false;
  /** How long the event loop must be idle, in real ms, before everybody counts as asleep: more where a database answers. */
  patienceMs = 0;

  constructor(start = Date.UTC(2026, 5, 1, 9), seed = 1) {
    this.#now = start;
    this.random = seeded(seed);
  }

  now(): number {
    return this.#now;
  }

  /** Moves the clock by hand: time that passes between two runs, or somebody who sets it. */
  advance(ms: number): void {
    this.#now += ms;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    this.slept.push(ms);
    return new Promise((resolve) => {
      const sleeper: Sleeper = { at: this.#now + Math.max(0, ms), wake: resolve };
      this.#sleepers.push(sleeper);
      signal?.addEventListener(
        'abort',
        () => {
          this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
          resolve();
        },
        { once: true },
      );
      this.#pump();
    });
  }

  /**
   * Stops the clock for good. A heartbeat that a test leaves behind would otherwise go on for ever, and slow down every test after
   * it in the same process.
   */
  end(): void {
    this.#isEnded = true;
    this.#sleepers = [];
  }

  #pump(): void {
    if (this.#isPumping || this.#isEnded) return;
    this.#isPumping = true;
    const wait = (pump: () => void): unknown =>
      this.patienceMs === 0 ? setImmediate(pump) : setTimeout(pump, this.patienceMs);
    wait(() => {
      this.#isPumping = false;
      const next = this.#sleepers.reduce<Sleeper | undefined>(
        (first, one) => (first === undefined || one.at < first.at ? one : first),
        undefined,
      );
      if (next === undefined) return;
      this.#sleepers = this.#sleepers.filter((other) => other !== next);
      this.#now = Math.max(this.#now, next.at);
      next.wake();
      if (this.#sleepers.length > 0) this.#pump();
    });
  }
}
