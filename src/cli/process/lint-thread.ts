/**
 * A thread that helps to check drafts: answers each list of files with what was found in each of them.
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, CheckedDraft, LintThreadData } from './lint-threads.ts';

// Don't import it: that would make Node load everything the module can lead to.
process.getBuiltinModule('node:module').enableCompileCache();
const [{ examineDraft }, { isThreadmillError }, { openProject }] = await Promise.all([
  import('../../app/drafts/lint-drafts.ts'),
  import('../../threadmill-error.ts'),
  import('../../app/project/project.ts'),
]);

const { cwd, env, nowMs } = workerData as LintThreadData;
const project = await openProject(
  {
    cwd,
    env,
    now: () => nowMs,
    // The thread that started this one ends it.
    signal: new AbortController().signal,
    stdin: { chunks: () => process.stdin },
    // This thread writes nothing; the one that does reads the same secrets.
    hide: () => {},
  },
  async () => (await import('../../compose.ts')).wires,
);

async function checked(file: string): Promise<CheckedDraft> {
  try {
    return { report: await examineDraft(file, project) };
  } catch (error) {
    return isThreadmillError(error) ? { failure: { kind: error.kind, message: error.message } } : { error };
  }
}

parentPort?.on('message', async (files: readonly string[]) => {
  const answers: Answer[] = [];
  for (const file of files) answers.push([file, await checked(file)]);
  parentPort?.postMessage(answers);
});
