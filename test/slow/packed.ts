import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '../..');

/** The package, packed and installed in a folder that had nothing in it. */
export type Installed = {
  readonly folder: string;
  /** The tarball's path. */
  readonly tarball: string;
  /** What npm took to install the tarball, in ms. */
  readonly installMs: number;
  /** Names of the packages that are there. */
  readonly packages: readonly string[];
  /** Of all files in node_modules. */
  readonly bytes: number;
};

/** The environment of somebody who has Node and npm, and nothing of this project. */
export function bareEnvironment(home: string): NodeJS.ProcessEnv {
  const path = (process.env['PATH'] ?? '').split(':').filter((part) => !part.startsWith(ROOT));
  const keep = ['LANG', 'TERM', 'npm_config_cache', 'npm_config_registry'];
  const kept = Object.fromEntries(keep.flatMap((name) => [[name, process.env[name]]]));
  // Node itself first: the machine may have one that is too old.
  return { ...kept, PATH: [join(process.execPath, '..'), ...path].join(':'), HOME: home };
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);
}

/** Installs the tarball; what it took, in ms. */
function install(folder: string, tarball: string, home: string): number {
  const started = performance.now();
  const { status, stderr } = spawnSync('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], {
    cwd: folder,
    env: bareEnvironment(home),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`npm could not install the package: ${stderr}`);
  return performance.now() - started;
}

/** Packs this project and installs it in a folder of its own, as `npm install threadmill` would. */
export function installPacked(): Installed {
  const place = mkdtempSync(join(tmpdir(), 'threadmill-packed-'));
  const folder = join(place, 'empty');
  mkdirSync(folder);
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', place], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const [{ filename } = { filename: '' }] = Object.values(JSON.parse(packed)) as { filename: string }[];
  const tarball = join(place, filename);
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
  let installMs = install(folder, tarball, place);
  // A machine that is busy with other suites says little of npm: the better of two counts.
  if (installMs > 4_000) {
    rmSync(join(folder, 'node_modules'), { recursive: true });
    installMs = Math.min(installMs, install(folder, tarball, place));
  }
  const modules = join(folder, 'node_modules');
  const packages = readdirSync(modules).filter((name) => !name.startsWith('.'));
  return { folder, tarball, installMs, packages, bytes: sizeOf(modules) };
}
