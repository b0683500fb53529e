import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { LintReport } from '../../app/drafts/lint-drafts.ts';
import type { Surroundings } from '../../app/project/project.ts';
import { type ErrorKind, ThreadmillError } from '../../threadmill-error.ts';

/** What a thread needs to open the project. */
export type LintThreadData = {
  readonly cwd: string;
  readonly env: Surroundings['env'];
  readonly nowMs: number;
};

/** A thread's answer for one draft: its report, a failure of Threadmill's own, or a bug. Between threads, an error loses its kind. */
export type CheckedDraft =
  | { readonly report: LintReport }
  | { readonly failure: { readonly kind: ErrorKind; readonly message: string } }
  | { readonly error: unknown };

/** A failure that another thread has reported. */
class ThreadFailure extends ThreadmillError {
  override readonly name = 'ThreadFailure';
  readonly kind: ErrorKind;

  constructor(kind: ErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Drafts that are checked on other threads. */
export type LintThreads = {
  /** Returns the report of one of the files. @throws ThreadmillError (draft) if it can't be read */
  readonly examine: (file: string) => Promise<LintReport>;
  readonly stop: () => Promise<void>;
};

/**
 * On two shared cores, two threads took 1.08 × the time of one for 200 drafts, and 0.76 × to 0.99 × for 1,000: each has to read
 * and compile the code first.
 */
const DRAFTS_PER_THREAD = 250;

/** More have not been measured. */
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
    worker.on('exit', (code) => fail(new Error(`a thread that checks drafts ended with ${code}`)));
    next();
    return worker;
  });
  return {
    examine: async (file) => {
      const answer = await answers.get(file)?.promise;
      if (answer === undefined) throw new Error(`no thread was given ${file}`);
      if ('error' in answer) throw answer.error;
      if ('failure' in answer) throw new ThreadFailure(answer.failure.kind, answer.failure.message);
      return answer.report;
    },
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
