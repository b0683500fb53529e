import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { examineDraft, type LintReport } from '../../app/drafts/lint-drafts.ts';
import type { Project, Surroundings } from '../../app/project/project.ts';
import { type ErrorKind, ThreadmillError } from '../../threadmill-error.ts';

/** What a thread needs to open the project. */
export type LintThreadData = {
  readonly cwd: string;
  readonly env: Surroundings['env'];
  readonly nowMs: number;
};

/** What was found in one draft: its report, a failure of Threadmill's own, or a bug. Between threads, an error loses its kind. */
export type CheckedDraft =
  | { readonly report: LintReport }
  | { readonly failure: { readonly kind: ErrorKind; readonly message: string } }
  | { readonly error: unknown };

/** A thread's answer for one file. */
export type Answer = readonly [file: string, checked: CheckedDraft];

/** A failure that another thread has reported. */
class ThreadFailure extends ThreadmillError {
  override readonly name = 'ThreadFailure';
  readonly kind: ErrorKind;

  constructor(kind: ErrorKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** Drafts that are checked on several threads. */
export type LintThreads = {
  /** Returns the report of one of the files. @throws ThreadmillError (draft) if it can't be read */
  readonly examine: (file: string) => Promise<LintReport>;
  readonly stop: () => Promise<void>;
};

/** Each thread more has to read and compile the code first. */
const DRAFTS_PER_THREAD = 250;

/** More have not been measured. */
const MOST_THREADS = 4;

/** How many files another thread gets at a time: few, so that all threads end at about the same time. */
const SHARE = 4;

/** How many such lists another thread holds: while it checks one, the next is there. */
const SHARES_AHEAD = 2;

/** In the bundle, this module lies in a folder below the thread's. */
const THREAD = new URL(
  import.meta.filename.endsWith('.ts') ? './lint-thread.ts' : '../lint-thread.js',
  import.meta.url,
);

/** Returns how many threads should check so many drafts, this one included. */
export function lintThreadCount(drafts: number, cores = availableParallelism()): number {
  return Math.max(1, Math.min(cores, MOST_THREADS, Math.floor(drafts / DRAFTS_PER_THREAD)));
}

/** Starts to check the files on this thread and on `others` more, in their order. */
export function startLintThreads(files: readonly string[], project: Project, others: number): LintThreads {
  const { cwd, env, now } = project.around;
  const data: LintThreadData = { cwd, env, nowMs: now() };
  const answers = new Map(files.map((file) => [file, Promise.withResolvers<CheckedDraft>()]));
  let waiting = [...answers.keys()];
  const next = (count: number): readonly string[] => waiting.splice(0, count);
  const fail = (error: unknown): void => {
    waiting = [];
    for (const { resolve } of answers.values()) resolve({ error });
  };
  const workers = Array.from({ length: others }, () => {
    const worker = new Worker(THREAD, { workerData: data });
    const send = (): void => {
      const share = next(SHARE);
      if (share.length > 0) worker.postMessage(share);
    };
    worker.on('message', (checked: readonly Answer[]) => {
      for (const [file, answer] of checked) answers.get(file)?.resolve(answer);
      send();
    });
    worker.on('error', fail);
    worker.on('exit', (code) => fail(new Error(`a thread that checks drafts ended with ${code}`)));
    for (let sent = 0; sent < SHARES_AHEAD; sent += 1) send();
    return worker;
  });
  const checkHere = async (): Promise<void> => {
    for (let [file] = next(1); file !== undefined; [file] = next(1)) {
      const checked = examineDraft(file, project).then(
        (report): CheckedDraft => ({ report }),
        (error: unknown): CheckedDraft => ({ error }),
      );
      answers.get(file)?.resolve(await checked);
      // Let the answers of the other threads in.
      await setImmediate();
    }
  };
  void checkHere();
  return {
    examine: async (file) => {
      const answer = await answers.get(file)?.promise;
      if (answer === undefined) throw new Error(`no thread was given ${file}`);
      if ('error' in answer) throw answer.error;
      if ('failure' in answer) throw new ThreadFailure(answer.failure.kind, answer.failure.message);
      return answer.report;
    },
    stop: async () => {
      waiting = [];
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
