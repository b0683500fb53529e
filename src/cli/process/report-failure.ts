import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';

/** Writes a failure to stderr, as one sentence or with the stack of a bug, and returns its exit code. */
export async function reportFailure(error: unknown, io: Io): Promise<ExitCode> {
  const [{ describeFailure }, { paint }, { visible }] = await Promise.all([
    import('./failure.ts'),
    import('../../preview/paint.ts'),
    import('../../preview/visible.ts'),
  ]);
  const failure = describeFailure(error);
  const label = failure.exitCode === EXIT.bug ? 'bug:' : 'error:';
  io.stderr.write(`${paint(io.color).red(label)} ${visible(failure.text)}\n`);
  return failure.exitCode;
}
