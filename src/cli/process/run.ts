import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { runProgram } from './program.ts';
import { reportFailure } from './report-failure.ts';

/**
 * Runs one command line (without node and script). Never throws: a failure becomes one sentence on stderr and its exit code, a
 * bug its stack and 70.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await runProgram(argv, io);
  } catch (error) {
    return reportFailure(error, io);
  }
}
