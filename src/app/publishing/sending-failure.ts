import { isOfKind, isThreadmillError, type ThreadmillError } from '../../threadmill-error.ts';
import { Refusal } from '../refusal.ts';

/**
 * What a failure means while posts are sent; `sent` is how many posts were seen to go out before it. The journal, the
 * files and another process refuse at any moment: before the first post, or between two.
 *
 * @throws the error itself where it is a bug
 */
export function sendingFailure(error: unknown, sent: number): ThreadmillError {
  if (!isThreadmillError(error)) throw error;
  if (!isOfKind(error, 'journal', 'file', 'busy')) return error;
  return new Refusal(sent > 0 ? 'partly-sent' : 'not-sent', error.message, { cause: error });
}

/** Does work that sends, and says of a failure how far it came. @throws ThreadmillError, and bugs */
export async function whileSending<T>(sent: () => number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw sendingFailure(error, sent());
  }
}

/** Does work that has sent nothing as long as it has not ended. @throws ThreadmillError, and bugs */
export const orNothingSent = <T>(work: () => Promise<T>): Promise<T> => whileSending(() => 0, work);
