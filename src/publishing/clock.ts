import type { EpochMs } from '../time/epoch-ms.ts';

/** Time and randomness, injected into every use case so that tests can control both. */
export interface Clock {
  now(): EpochMs;
  /** Resolves after `ms`, or as soon as `signal` is aborted (check the signal afterwards). Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** At least 0, less than 1. */
  random(): number;
}
