import type { EpochMs } from '../time/epoch-ms.ts';

/** Time and chance, given to every use case, so that tests can own both. */
export interface Clock {
  /** The wall clock. */
  now(): EpochMs;
  /** Resolves after `ms`, or as soon as `signal` is aborted; the caller looks at the signal. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** At least 0, less than 1. */
  random(): number;
}
