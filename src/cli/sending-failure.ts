import { AccountError } from '../compose.ts';
import { FileError } from '../publishing/file-store.ts';
import { JournalError } from '../publishing/journal-error.ts';
import { AccountBusyError } from '../publishing/sending/lease.ts';
import { UnkeptReceiptError } from '../publishing/sending/unkept-receipt-error.ts';
import { ResolveError } from '../publishing/settling/resolve.ts';
import { CliError } from './cli-error.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** A failure of the world while posts were to go out. */
export type SendingFailure = { readonly code: ExitCode; readonly message: string };

/**
 * What a failure means for a command that sends; `sent` is how many posts were seen to go out before it.
 *
 * @throws the error itself where it is a bug
 */
export function sendingFailure(error: unknown, sent: number): SendingFailure {
  if (error instanceof CliError) return { code: error.exitCode, message: error.message };
  if (error instanceof AccountError) return { code: EXIT.configuration, message: error.message };
  if (error instanceof ResolveError) return { code: EXIT.usage, message: error.message };
  if (error instanceof UnkeptReceiptError) return { code: EXIT.partlySent, message: error.message };
  const isOurs =
    error instanceof JournalError || error instanceof FileError || error instanceof AccountBusyError;
  if (!isOurs) throw error;
  return { code: sent > 0 ? EXIT.partlySent : EXIT.notSent, message: error.message };
}

/**
 * Does the work of a command that sends. What keeps it from even beginning means that nothing was sent.
 *
 * @throws CliError (not sent) where journal or files refuse, and whatever else the work throws
 */
export async function orNothingSent<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof JournalError || error instanceof FileError)) throw error;
    throw new CliError(EXIT.notSent, error.message, { cause: error });
  }
}
