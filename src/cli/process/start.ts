import type { ExitCode } from './exit-code.ts';
import { processIo } from './process-io.ts';
import { reportFailure } from './report-failure.ts';
import { run } from './run.ts';

/**
 * Runs a command line in the process, and resolves when all output was accepted by the system. `exit` ends the process at once,
 * for a failure outside any command.
 */
export async function start(argv: readonly string[], exit: (code: ExitCode) => void): Promise<ExitCode> {
  const io = processIo(argv);
  // Node would exit with 1, which has another meaning here.
  process.on('uncaughtException', (error) => {
    void reportFailure(error, io).then(exit);
  });
  const code = await run(argv, io);
  const [output] = await Promise.allSettled([io.stdout.drained()]);
  const end = output.status === 'fulfilled' ? code : await reportFailure(output.reason, io);
  // If stderr itself fails, nothing can be printed; the exit code still reports the failure.
  await Promise.allSettled([io.stderr.drained()]);
  return end;
}
