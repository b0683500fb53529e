import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';

/** What becomes of drafts that were just written. */
export type HandOn = {
  /** `next` or a time to schedule them; published at once where missing. */
  readonly when: string | undefined;
  readonly accounts: readonly string[];
  /** Publishes without asking. */
  readonly yes: boolean;
};

/** Hands drafts on to `publish` or `schedule`, which ask, freeze and send as ever. */
export async function handOn(
  paths: readonly string[],
  { when, accounts, yes }: HandOn,
  io: Io,
): Promise<ExitCode> {
  if (paths.length === 0) return EXIT.done;
  const { run } = await import('./run.ts');
  const named = accounts.flatMap((name) => ['--account', name]);
  if (when === undefined) return run(['publish', ...named, ...(yes ? ['--yes'] : []), '--', ...paths], io);
  const time = when === 'next' ? ['--next'] : ['--at', when];
  return run(['schedule', ...named, ...time, '--', ...paths], io);
}
