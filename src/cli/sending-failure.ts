import { Refusal } from '../app/refusal.ts';
import { isOfKind, isThreadmillError } from '../threadmill-error.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { exitOfError } from './failure.ts';

/** A failure of the world while posts were to go out. */
export type SendingFailure = { readonly code: ExitCode; readonly message: string };

/**
 * What a failure means for a command that sends; `sent` is how many posts were seen to go out before it.
 *
 * @throws the error itself where it is a bug
 */
export function sendingFailure(error: unknown, sent: number): SendingFailure {
  const code = exitOfError(error);
  if (code === undefined || !isThreadmillError(error)) throw error;
  // The journal, the files and another process refuse at any moment: before the first post, or between two.
  if (isOfKind(error, 'journal', 'file', 'busy'))
    return { code: sent > 0 ? EXIT.partlySent : EXIT.notSent, message: error.message };
  return { code, message: error.message };
}

/**
 * Does the work of a command that sends. What keeps it from even beginning means that nothing was sent.
 *
 * @throws Refusal (not-sent) where journal or files refuse, and whatever else the work throws
 */
export async function orNothingSent<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isOfKind(error, 'journal', 'file')) throw error;
    throw new Refusal('not-sent', error.message, { cause: error });
  }
}
