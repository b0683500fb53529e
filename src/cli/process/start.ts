import type { ExitCode } from './exit-code.ts';
import { processIo } from './process-io.ts';
import { reportFailure } from './report-failure.ts';
import { run } from './run.ts';

/**
 * Runs a command line in the world of the process, and resolves when everything it wrote has been taken over.
 * `exit` ends the process at once, for a failure that no command waits for.
 */
export async function start(argv: readonly string[], exit: (code: ExitCode) => void): Promise<ExitCode> {
  const io = processIo(argv);
  // Node would end with 1, which means something else here.
  process.on('uncaughtException', (error) => {
    void reportFailure(error, io).then(exit);
  });
  const code = await run(argv, io);
  const [output] = await Promise.allSettled([io.stdout.drained()]);
  const end = output.status === 'fulfilled' ? code : await reportFailure(output.reason, io);
  // Where stderr itself fails, there is nobody left to be told; the exit code still tells.
  await Promise.allSettled([io.stderr.drained()]);
  return end;
}
