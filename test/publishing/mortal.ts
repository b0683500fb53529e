import type { NetworkClient } from '../../src/networks/port.ts';
import type { FileStore } from '../../src/publishing/file-store.ts';
import type { Journal } from '../../src/publishing/journal.ts';

/** The end of a process, at once and without a word. */
export class Death extends Error {
  override readonly name = 'Death';
}

/** One life of a process: it counts what it does to the world, and dies at the step it is told. */
export class Life {
  /** Steps so far: every call to the world has one before it and one after it. */
  steps = 0;
  #isDead = false;
  readonly #diesAt: number;

  constructor(diesAt = Number.POSITIVE_INFINITY) {
    this.#diesAt = diesAt;
  }

  #step(): void {
    if (this.#isDead) throw new Death('is dead');
    this.steps += 1;
    if (this.steps < this.#diesAt) return;
    this.#isDead = true;
    throw new Death(`died at step ${this.steps}`);
  }

  /** A part of the world whose named calls this life counts; a dead process can call nothing at all. */
  mortal<T extends object>(world: T, calls: readonly (keyof T)[]): T {
    return new Proxy(world, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        const isCounted = calls.some((call) => call === name);
        return async (...facts: unknown[]): Promise<unknown> => {
          if (isCounted) this.#step();
          else if (this.#isDead) throw new Death('is dead');
          const result: unknown = await Reflect.apply(value, target, facts);
          if (isCounted) this.#step();
          return result;
        };
      },
    });
  }
}

/** Every call of the journal that writes. */
export const JOURNAL_WRITES = [
  'create',
  'restore',
  'learn',
  'advance',
  'noteBeginning',
  'noteLearned',
  'keepIdentity',
  'bookCall',
  'bookReads',
  'pin',
  'reserve',
  'replaceWaiting',
  'intend',
  'receive',
  'release',
  'doubt',
  'remove',
  'keepUpload',
  'tellWindows',
  'keepToken',
  'takeLease',
  'dropLease',
] as const satisfies readonly (keyof Journal)[];

/** Every call of a client that asks the network for something. */
export const REQUESTS = [
  'identify',
  'upload',
  'publish',
  'find',
  'pin',
  'read',
  'newerThan',
  'remove',
] as const satisfies readonly (keyof NetworkClient)[];

/** Every call that writes a file. */
export const FILE_WRITES = ['replace', 'keepMedia'] as const satisfies readonly (keyof FileStore)[];
