import { join } from 'node:path';
import { addSandboxAccounts, SANDBOX_URL } from '../../app/accounts/add-sandbox-accounts.ts';
import type { Project } from '../../app/project/project.ts';
import { NETWORK_IDS } from '../../drafts/network-id.ts';
import { isOfKind } from '../../threadmill-error.ts';
import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { openProject } from './open-project.ts';
import { talkAt } from './talk.ts';

/** Where the offered sandbox stores what it received, so that it can be viewed again. */
const STATE = join('.threadmill', 'sandbox.json');

/**
 * Offers the sandbox to a user without accounts: adds its accounts, starts it in this process, publishes to it, and keeps it
 * running so that the threads can be read. Returns `null` if the user declines.
 */
export async function publishToSandbox(
  project: Project,
  send: (project: Project) => Promise<ExitCode>,
  io: Io,
): Promise<ExitCode | null> {
  const question =
    'There is no account yet. Publish to the sandbox, a server on this machine that behaves like X, Bluesky and Mastodon? Nothing leaves the machine. [Y/n] ';
  if (!/^(?:y(?:es)?)?$/i.test((await io.ask(question)).trim())) return null;
  await addSandboxAccounts(NETWORK_IDS, project, talkAt(io));
  const { signal } = io;
  const { startSandbox } = await project.wires();
  const port = Number(new URL(SANDBOX_URL).port);
  // If the port is in use, a sandbox is probably running already; otherwise publishing reports an error.
  const sandbox = await startSandbox({ port, faults: [], stateFile: join(project.root, STATE) }).catch(
    (error: unknown) => {
      if (isOfKind(error, 'port')) return undefined;
      throw error;
    },
  );
  try {
    const code = await send(await openProject(io));
    if (sandbox === undefined) return code;
    io.stderr.write(
      `Read your threads at ${sandbox.url} until you press Ctrl-C. Later: threadmill sandbox --state ${STATE}\n`,
    );
    await new Promise<void>((done) => {
      if (signal.aborted) done();
      else signal.addEventListener('abort', () => done(), { once: true });
    });
    return code;
  } finally {
    await sandbox?.close();
  }
}
