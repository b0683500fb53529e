import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { PdsAccount } from '../networks/bluesky/pds-harness.ts';

const CLI = resolve(import.meta.dirname, '../../src/cli/main.ts');

/** How a command ended; `code` is `null` where it was killed. */
export type Ended = { readonly code: number | null; readonly out: string };

/** A project of its own whose account `sky` is on a real PDS. */
export type LiveProject = {
  write(path: string, content: string | Uint8Array): void;
  /** Runs the command line as a process of its own. */
  run(args: readonly string[]): Promise<Ended>;
  /** Kills the process that runs, if one does: `kill -9`. */
  kill(): void;
  remove(): void;
};

/** Makes one. */
export function liveProject({ url, handle, password }: PdsAccount): LiveProject {
  const folder = mkdtempSync(join(tmpdir(), 'live-'));
  const write: LiveProject['write'] = (path, content) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content, { mode: 0o600 });
  };
  write(
    'config/threadmill.yaml',
    `accounts:\n  sky: { network: bluesky, base_url: "${url}", find_delays_ms: [100, 300] }\n`,
  );
  write('.env', `THREADMILL_SKY_IDENTIFIER=${handle}\nTHREADMILL_SKY_APP_PASSWORD=${password}\n`);
  let running: ChildProcess | undefined;
  return {
    write,
    kill: () => void running?.kill('SIGKILL'),
    async run(args) {
      const child: ChildProcess = spawn(process.execPath, [CLI, ...args], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let out = '';
      const read = (chunk: Buffer): void => {
        out += chunk.toString();
      };
      child.stdout?.on('data', read);
      child.stderr?.on('data', read);
      running = child;
      const [code] = (await once(child, 'close')) as [number | null];
      running = undefined;
      return { code, out };
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
