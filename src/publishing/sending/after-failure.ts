import type { RateWindow } from '../../networks/port.ts';
import type { PublishingError } from '../../networks/publishing-error.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import { waitAfterRefusal } from '../limits/windows.ts';
import { type Halt, paused } from './stop-reason.ts';

/** What to do after a failed request for a post. */
export type AfterFailure =
  /** Certainly not sent; retry after a short wait. */
  | { readonly next: 'retry' }
  /** It may have been published; look for it first. */
  | { readonly next: 'reconcile'; readonly saidDuplicate: boolean; readonly uploadAgain?: true }
  /** Certainly not sent, because its uploads are gone; upload again, then retry. */
  | { readonly next: 'upload' }
  /** Certainly not sent, and it can't be sent now. */
  | { readonly next: 'halt'; readonly halt: Halt };

/**
 * Decides what a failed request means for a post, or for a read on its behalf: the one place that switches on all kinds of
 * errors.
 */
export function verdictOn(error: PublishingError, call: RateWindow['call'], now: EpochMs): AfterFailure {
  const { reason } = error;
  switch (reason) {
    case 'transient':
      return { next: 'retry' };
    case 'outcome-unknown':
      return { next: 'reconcile', saidDuplicate: false };
    case 'duplicate':
      return { next: 'reconcile', saidDuplicate: true };
    case 'media-gone':
      return { next: 'upload' };
    case 'media-taken':
      return { next: 'reconcile', saidDuplicate: false, uploadAgain: true };
    case 'rate-limited':
      return {
        next: 'halt',
        halt: paused('rate-limited', error.message, waitAfterRefusal(error, call, now)),
      };
    case 'auth':
      return { next: 'halt', halt: paused('auth', error.message) };
    case 'money':
      return { next: 'halt', halt: paused('money', error.message, error.until ?? null) };
    case 'rejected':
      return { next: 'halt', halt: { to: 'failed', message: error.message } };
    default: {
      const forgotten: never = reason;
      throw new Error(`No verdict on ${String(forgotten)}.`);
    }
  }
}
