import { CliError } from './cli-error.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** What the shell says and returns for an error that reached it. */
export type Failure = { readonly exitCode: ExitCode; readonly text: string };

/** Our own error classes by their literal `name`, with the exit code each means. */
const OURS: Readonly<Record<string, ExitCode>> = {
  ConfigError: EXIT.configuration,
  JournalError: EXIT.configuration,
  FileError: EXIT.configuration,
  AccountError: EXIT.configuration,
  AccountBusyError: EXIT.notSent,
  WorkerBusyError: EXIT.notSent,
  MetricsPortError: EXIT.usage,
  /** A page or a feed that could not be read: the source of a draft is missing. */
  FetchError: EXIT.draft,
  /** Ctrl-C while it was read; commands that end in good order then do not let it come this far. */
  InterruptedError: EXIT.draft,
  FeedMemoryError: EXIT.configuration,
  FaultSyntaxError: EXIT.usage,
  SandboxPortError: EXIT.usage,
  SandboxStateError: EXIT.configuration,
  /** A command that knows more (partly sent, unknown) returns that code itself. */
  PublishingError: EXIT.notSent,
};

/** What the system's refusals mean in words; anything else from the system is a bug until understood. */
const SYSTEM: Readonly<Record<string, string>> = {
  EACCES: 'permission was denied',
  EPERM: 'the system does not allow it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EMFILE: 'too many files are open',
};

/** What the system was asked to do, in words; other calls go by their own names. */
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

/** Where a person reports a bug. */
const REPORT =
  'This is a bug in threadmill. Please report it, with the text above, in the project’s issue tracker.';

/** What a refusal of the system means in words; undefined for what is none, or is not understood. */
export function systemMeaning(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === undefined ? undefined : SYSTEM[code];
}

function systemFailure(error: Error): Failure | null {
  const { path, syscall } = error as NodeJS.ErrnoException;
  const meaning = systemMeaning(error);
  if (meaning === undefined || syscall === undefined) return null;
  return {
    exitCode: EXIT.configuration,
    text: `Could not ${VERBS[syscall] ?? syscall} ${path ?? 'a file'}: ${meaning}.`,
  };
}

/** Turns whatever was thrown into a sentence and an exit code; a bug keeps its stack. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof CliError) return { exitCode: error.exitCode, text: error.message };
  if (error instanceof Error) {
    const ours = OURS[error.name];
    if (ours !== undefined) return { exitCode: ours, text: error.message };
    const system = systemFailure(error);
    if (system !== null) return system;
    return { exitCode: EXIT.bug, text: `${error.stack ?? error.message}\n\n${REPORT}` };
  }
  return { exitCode: EXIT.bug, text: `${String(error)}\n\n${REPORT}` };
}
