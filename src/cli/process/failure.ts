import { refusalWords } from '../../disk/system-error.ts';
import { type ErrorKind, isThreadmillError } from '../../threadmill-error.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** The message and exit code for an error. */
export type Failure = { readonly exitCode: ExitCode; readonly text: string };

/** The exit code of each kind of failure. A command that knows more (partly sent, unknown) returns its code itself. */
const EXIT_OF = {
  draft: EXIT.draft,
  usage: EXIT.usage,
  configuration: EXIT.configuration,
  account: EXIT.configuration,
  journal: EXIT.configuration,
  file: EXIT.configuration,
  busy: EXIT.notSent,
  publishing: EXIT.notSent,
  'not-sent': EXIT.notSent,
  'partly-sent': EXIT.partlySent,
  /** The source of a draft is missing. */
  fetch: EXIT.draft,
  /** Ctrl-C while a page or a feed was read; a command that can end normally handles it before. */
  interrupted: EXIT.draft,
  port: EXIT.usage,
} as const satisfies Record<ErrorKind, ExitCode>;

/** Returns the exit code for an error; `undefined` for a bug. */
export function exitOfError(error: unknown): ExitCode | undefined {
  return isThreadmillError(error) ? EXIT_OF[error.kind] : undefined;
}

/** System calls in words; others are shown by name. */
const VERBS: Readonly<Record<string, string>> = {
  open: 'open',
  access: 'change',
  mkdir: 'make the folder',
  mkdtemp: 'make the folder',
  scandir: 'list',
  stat: 'look at',
  lstat: 'look at',
  unlink: 'remove',
  rename: 'put in place',
  fsync: 'write',
};

/** Where to report a bug. */
const REPORT =
  'This is a bug in threadmill. Please report it, with the text above, in the project’s issue tracker.';

function systemFailure(error: Error): Failure | null {
  const { path, syscall } = error as NodeJS.ErrnoException;
  const meaning = refusalWords(error);
  if (meaning === undefined || syscall === undefined) return null;
  return {
    exitCode: EXIT.configuration,
    text: `Could not ${VERBS[syscall] ?? syscall} ${path ?? 'a file'}: ${meaning}.`,
  };
}

/** Turns any error into a sentence and an exit code; a bug keeps its stack. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof Error) {
    const ours = exitOfError(error);
    if (ours !== undefined) return { exitCode: ours, text: error.message };
    const system = systemFailure(error);
    if (system !== null) return system;
    return { exitCode: EXIT.bug, text: `${error.stack ?? error.message}\n\n${REPORT}` };
  }
  return { exitCode: EXIT.bug, text: `${String(error)}\n\n${REPORT}` };
}
