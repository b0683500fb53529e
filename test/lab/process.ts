import type { NetworkClient } from '../../src/networks/port.ts';
import { FileError, type FileStore } from '../../src/publishing/file-store.ts';
import type { Journal } from '../../src/publishing/journal.ts';
import { JournalError } from '../../src/publishing/journal-error.ts';
import { Death, FILE_WRITES, JOURNAL_WRITES, REQUESTS } from '../publishing/mortal.ts';
import type { Unbooked } from './billing.ts';
import { type Rates, WRITE_FAULTS, type WriteFault } from './faults.ts';
import type { ProcessClock, SimClock } from './sim-clock.ts';

/** Makes a real engine fail as it does in the world while `work` runs. */
export type Breakage = (
  fault: Extract<WriteFault, 'locked' | 'full'>,
  work: () => Promise<unknown>,
) => Promise<unknown>;

/** Hears of a call that a process made, and of its result or error. */
export type Trace = (process: SimProcess, name: string, facts: readonly unknown[], result: unknown) => void;

/** What a process lives with. */
export type Circumstances = {
  readonly clock: SimClock;
  readonly random: () => number;
  readonly rates: () => Rates;
  readonly breakage: Breakage;
  /** Told of every fault by its name. */
  readonly count: (name: string) => void;
  /** Told of every write and request, with what it gave or threw. */
  readonly trace?: Trace | undefined;
  /** Told where the process dies: what it has not booked by then, it never will. */
  readonly unbooked?: Unbooked;
  /** Dies at this step, counted from 1 before and after every write and request. @default by chance */
  readonly diesAt?: number;
  /** Stands still for 3 to 15 minutes after this step. @default by chance */
  readonly stallsAt?: number;
};

/** One simulated process: everything it does to the world goes through here, where it can fail, stall or die. */
export class SimProcess {
  steps = 0;
  readonly clock: ProcessClock;
  #isDead = false;
  #stalledUntil = 0;
  readonly #facts: Circumstances;

  constructor(facts: Circumstances) {
    this.#facts = facts;
    const { clock, random } = facts;
    const own: ProcessClock = {
      skewMs: 0,
      now: () => clock.now() + own.skewMs,
      sleep: async (ms, signal) => {
        await clock.sleep(ms, signal);
        await this.#wake();
      },
      random,
    };
    this.clock = own;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  async #wake(): Promise<void> {
    const { clock } = this.#facts;
    while (clock.now() < this.#stalledUntil) await clock.sleep(this.#stalledUntil - clock.now());
  }

  #step(): void {
    if (this.#isDead) throw new Death('is dead');
    this.steps += 1;
    const { diesAt, random, rates, count } = this.#facts;
    if (diesAt === undefined ? random() >= rates().death : this.steps < diesAt) return;
    this.#isDead = true;
    this.#facts.unbooked?.giveUp();
    count('process death');
    throw new Death(`died at step ${this.steps}`);
  }

  /** Stands still as a whole: a laptop that was closed, a machine that was moved. */
  async #stall(chance: number): Promise<void> {
    const { clock, random, count, stallsAt } = this.#facts;
    if (stallsAt === undefined ? random() >= chance : this.steps !== stallsAt) return;
    count('process stalled');
    this.#stalledUntil = clock.now() + Math.round((3 + random() * 12) * 60_000);
    await this.#wake();
  }

  async #write(name: string, work: () => Promise<unknown>): Promise<unknown> {
    const { random, rates, breakage, count } = this.#facts;
    const chances = rates();
    this.#step();
    let result: unknown;
    if (random() < chances.write) {
      const fault = WRITE_FAULTS[Math.floor(random() * WRITE_FAULTS.length)] ?? 'io';
      count(`journal ${fault}`);
      if (fault === 'io') throw new JournalError('io', `${name}: the laboratory's disk failed.`);
      result = await (fault === 'io-after' ? work() : breakage(fault, work));
      if (fault === 'io-after') throw new JournalError('io', `${name}: done, and nobody was told.`);
    } else {
      result = await work();
    }
    this.#step();
    if (random() < chances.clock) {
      count('clock set');
      this.clock.skewMs = random() < 0.5 ? 0 : Math.round((random() - 0.5) * 4 * 3_600_000);
    }
    await this.#stall(chances.stall);
    return result;
  }

  #guarded<T extends object>(
    world: T,
    calls: readonly (keyof T)[],
    around: (name: string, work: () => Promise<unknown>) => Promise<unknown>,
  ): T {
    return new Proxy(world, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return async (...facts: unknown[]): Promise<unknown> => {
          await this.#wake();
          if (this.#isDead) throw new Death('is dead');
          const work = async (): Promise<unknown> => Reflect.apply(value, target, facts);
          if (!calls.some((call) => call === name)) return work();
          const { trace } = this.#facts;
          try {
            const result = await around(String(name), work);
            trace?.(this, String(name), facts, result);
            return result;
          } catch (error) {
            trace?.(this, String(name), facts, error);
            throw error;
          }
        };
      },
    });
  }

  /** A journal as this process has it; the world's time stands still while the real one works. */
  journal(real: Journal): Journal {
    const { clock } = this.#facts;
    const timed = new Proxy(real, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...facts: unknown[]): Promise<unknown> =>
          clock.busy(async (): Promise<unknown> => Reflect.apply(value, target, facts));
      },
    });
    return this.#guarded(timed, [...JOURNAL_WRITES, 'renewLease'], (name, work) => this.#write(name, work));
  }

  /** The disk as this process has it. */
  files(real: FileStore): FileStore {
    const { random, rates, count } = this.#facts;
    return this.#guarded(real, FILE_WRITES, async (_name, work) => {
      this.#step();
      if (random() < rates().write) {
        count('file not written');
        throw new FileError('full', 'a.thread.json', 'The disk is full.');
      }
      const result = await work();
      this.#step();
      await this.#stall(0);
      return result;
    });
  }

  /** One more request of this process, of whatever it asks. */
  async asks<T>(work: () => Promise<T>): Promise<T> {
    await this.#wake();
    this.#step();
    const result = await work();
    this.#step();
    await this.#stall(0);
    return result;
  }

  /** A network as this process has it. */
  client(real: NetworkClient): NetworkClient {
    return this.#guarded(real, REQUESTS, async (_name, work) => {
      this.#step();
      const result = await work();
      this.#step();
      await this.#stall(0);
      return result;
    });
  }
}
