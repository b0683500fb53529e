import { isOfKind, isThreadmillError, type ThreadmillError } from '../../threadmill-error.ts';
import { Refusal } from '../refusal.ts';

/**
 * Makes the error for a failure while posts are sent; `sent` is how many posts were published before it. The journal, the files
 * and another process can fail at any moment: before the first post, or between two.
 *
 * @throws the error itself if it is a bug
 */
export function sendingFailure(error: unknown, sent: number): ThreadmillError {
  if (!isThreadmillError(error)) throw error;
  if (!isOfKind(error, 'journal', 'file', 'busy')) return error;
  return new Refusal(sent > 0 ? 'partly-sent' : 'not-sent', error.message, { cause: error });
}

/** Runs work that sends, and adds to a failure how many posts were sent. @throws ThreadmillError, and bugs */
export async function whileSending<T>(sent: () => number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw sendingFailure(error, sent());
  }
}

/** Runs work that sends nothing until it ends. @throws ThreadmillError, and bugs */
export const orNothingSent = <T>(work: () => Promise<T>): Promise<T> => whileSending(() => 0, work);
