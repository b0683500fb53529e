import type { Project } from '../../app/project/project.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { planDrafts } from './plan-drafts.ts';
import { sendDrafts } from './send-drafts.ts';
import { USUAL_WAIT_MS } from './waiting-options.ts';

/** What to do with drafts that were just written. */
export type NewDraftsWish = {
  /** `next` or a time to schedule them; if missing, they are published at once. */
  readonly when: string | undefined;
  readonly accounts: readonly string[];
  /** Publishes without asking. */
  readonly yes: boolean;
};

const PLAIN = { flags: { again: false, refreeze: false }, now: false, dryRun: false, json: false } as const;

/** Publishes or schedules new drafts, as `publish` and `schedule` do. @throws ThreadmillError */
export async function sendNewDrafts(
  paths: readonly string[],
  { when, accounts, yes }: NewDraftsWish,
  project: Project,
  io: Io,
): Promise<ExitCode> {
  if (paths.length === 0) return EXIT.done;
  return when === undefined
    ? sendDrafts(paths, { ...PLAIN, accounts, yes, waitUpToMs: USUAL_WAIT_MS }, project, io)
    : planDrafts(paths, { ...PLAIN, accounts, when, late: undefined }, project, io);
}
