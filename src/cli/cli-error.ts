import type { ExitCode } from './exit-code.ts';

/**
 * A failure that a command has understood: `message` is one clear sentence for the person at the terminal, saying
 * what happened, to which file or account, and what to do next. The shell prints it and ends with `exitCode`.
 */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string, facts: { cause?: unknown } = {}) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.exitCode = exitCode;
  }
}
