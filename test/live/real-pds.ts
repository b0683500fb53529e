import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';

const HERE = import.meta.dirname;
const MANIFEST = JSON.parse(readFileSync(join(HERE, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
const VERSION = MANIFEST.dependencies['@atproto/dev-env'] ?? 'unknown';

/** The Node that the PDS needs: newer ones need a SQLite that can't be compiled for it. */
const NODE_MAJOR = 20;

/** What a program prints; `undefined` where it is missing or fails. */
const ran = (file: string, args: readonly string[]): string | undefined => {
  try {
    return execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return undefined;
  }
};

/** The folder of a Node 20 of this machine: the one that `LIVE_NODE` names, or the first in the path. */
function findNode(): string | undefined {
  const named = process.env['LIVE_NODE'];
  const folders = [...(named === undefined ? [] : [named]), ...(process.env['PATH'] ?? '').split(delimiter)];
  return folders.find((folder) => {
    const node = join(folder, 'node');
    return existsSync(node) && ran(node, ['-v'])?.startsWith(`v${NODE_MAJOR}.`) === true;
  });
}

/** Where the packages lie: outside every checkout, so that they are installed once. */
function cacheFolder(): string {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(cache, 'threadmill', `live-pds-${VERSION}`);
}

function install(folder: string, bin: string): void {
  const done = join(folder, 'installed');
  if (existsSync(done)) return;
  process.stderr.write(
    `Installing @atproto/dev-env ${VERSION} into ${folder}: three to eight minutes, once.\n`,
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json'])
    copyFileSync(join(HERE, name), join(folder, name));
  // The checkout's own Node would be found first, and better-sqlite3 compiled for it.
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}` };
  const npm = (...args: string[]): void =>
    void execFileSync(join(bin, 'npm'), args, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] });
  npm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline');
  npm('rebuild', 'better-sqlite3');
  writeFileSync(done, new Date().toISOString());
}

/** A PDS that runs, and how to stop it. */
export type RealPds = { readonly url: string; readonly close: () => Promise<void> };

/** A PDS, or the sentence that says why there can be none here. */
export type PdsOrReason = { readonly pds: RealPds } | { readonly missing: string };

/** Installs a PDS where that was not done before, and starts it. */
export async function startRealPds(): Promise<PdsOrReason> {
  const bin = findNode();
  if (bin === undefined)
    return { missing: `no Node ${NODE_MAJOR} in the path; set LIVE_NODE to the folder that holds one` };
  if (!existsSync(join(bin, 'npm'))) return { missing: `no npm beside ${join(bin, 'node')}` };
  const folder = cacheFolder();
  const isInstalled = existsSync(join(folder, 'installed'));
  if (!isInstalled && ['make', 'g++'].some((tool) => ran(tool, ['--version']) === undefined))
    return { missing: 'no compiler (make and g++), which better-sqlite3 needs' };
  install(folder, bin);
  const script = join(folder, 'pds-process.mjs');
  copyFileSync(join(HERE, 'pds-process.mjs'), script);
  const child: ChildProcess = spawn(join(bin, 'node'), [script], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, LOG_ENABLED: 'false', NODE_OPTIONS: '' },
  });
  if (child.stdout === null) throw new Error('The PDS has no output.');
  let complaints = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints = `${complaints}${chunk.toString()}`.slice(-4_000);
  });
  const lines = createInterface({ input: child.stdout });
  const first = once(lines, 'line') as Promise<[string]>;
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`The PDS ended before it was up (code ${code}). ${complaints}`);
  });
  ended.catch(() => undefined);
  const [line] = await Promise.race([first, ended]);
  const { url } = JSON.parse(line) as { url: string };
  return {
    pds: {
      url,
      close: async () => {
        const gone = once(child, 'exit');
        child.stdin?.end();
        const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
        await gone;
        clearTimeout(timer);
      },
    },
  };
}
