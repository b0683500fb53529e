import type { EpochMs } from '../../time/epoch-ms.ts';
import type { PauseReason } from '../states.ts';

/** Why a publication can't continue now: it is paused, or failed for good. */
export type Halt =
  | {
      readonly to: 'paused';
      readonly reason: PauseReason;
      readonly message: string;
      readonly until: EpochMs | null;
      /** False if waiting here changes nothing: a program on this machine must be started first. @default true */
      readonly isWorthWaiting?: boolean;
    }
  | { readonly to: 'failed'; readonly message: string };

/** Makes a pause that ends at `until`, or waits for the user if it is `null`. */
export function paused(
  reason: PauseReason,
  message: string,
  until: EpochMs | null = null,
): Extract<Halt, { to: 'paused' }> {
  return { to: 'paused', reason, message, until };
}
