import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { LintReport } from '../../app/drafts/lint-drafts.ts';
import type { Surroundings } from '../../app/project/project.ts';
import { Refusal } from '../../app/refusal.ts';

/** What a thread needs to open the project. */
export type LintThreadData = {
  readonly cwd: string;
  readonly env: Surroundings['env'];
  readonly nowMs: number;
};

/** A thread's answer for one draft: its report, the reason why it can't be read, or any other error. */
export type CheckedDraft =
  | { readonly report: LintReport }
  | { readonly refusal: string }
  | { readonly error: unknown };

/** Drafts that are checked on other threads. */
export type LintThreads = {
  /** Returns the report of one of the files. @throws Refusal (draft) if it can't be read */
  readonly examine: (file: string) => Promise<LintReport>;
  readonly stop: () => Promise<void>;
};

/** Starting a thread takes as long as checking about 30 drafts. */
const DRAFTS_PER_THREAD = 100;

/** More threads gain little: each has to read and compile the same code first. */
const MOST_THREADS = 4;

/** How many files a thread gets at a time. */
const SHARE = 16;

/** In the bundle, this module lies in a folder below the thread's. */
const THREAD = new URL(
  import.meta.filename.endsWith('.ts') ? './lint-thread.ts' : '../lint-thread.js',
  import.meta.url,
);

/** Returns how many threads should check so many drafts; below 2, the calling thread does it best by itself. */
export function lintThreadCount(drafts: number, cores = availableParallelism()): number {
  return Math.min(cores, MOST_THREADS, Math.floor(drafts / DRAFTS_PER_THREAD));
}

/** Starts to check the files on several threads, in their order. */
export function startLintThreads(
  files: readonly string[],
  { cwd, env, now }: Surroundings,
  threads: number,
): LintThreads {
  const data: LintThreadData = { cwd, env, nowMs: now() };
  const answers = new Map(files.map((file) => [file, Promise.withResolvers<CheckedDraft>()]));
  const waiting = [...answers.keys()];
  const fail = (error: unknown): void => {
    for (const { resolve } of answers.values()) resolve({ error });
  };
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(THREAD, { workerData: data });
    let share: readonly string[] = [];
    const next = (): void => {
      share = waiting.splice(0, SHARE);
      if (share.length > 0) worker.postMessage(share);
    };
    worker.on('message', (checked: readonly CheckedDraft[]) => {
      for (const [at, answer] of checked.entries()) answers.get(share[at] ?? '')?.resolve(answer);
      next();
    });
    worker.on('error', fail);
    next();
    return worker;
  });
  return {
    examine: async (file) => {
      const answer = await answers.get(file)?.promise;
      if (answer === undefined) throw new Error(`no thread was given ${file}`);
      if ('error' in answer) throw answer.error;
      if ('refusal' in answer) throw new Refusal('draft', answer.refusal);
      return answer.report;
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
