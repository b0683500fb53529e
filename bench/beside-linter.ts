import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { builtCli, ROOT } from './built-cli.ts';
import { median } from './timing.ts';

const PAIRS = 3;

/**
 * Runs a program over all files, and makes sure that it did the work: it exits with 0 or 1 (problems found), and read each file.
 *
 * @returns milliseconds by the wall.
 */
function timedRun(
  argv: readonly string[],
  cwd: string,
  filesIn: (stdout: string, stderr: string) => number,
  expected: number,
): number {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const spent = performance.now() - start;
  if (status !== 0 && status !== 1)
    throw new Error(`${argv[0]} exited with ${status}: ${stderr.slice(0, 500)}`);
  const files = filesIn(stdout, stderr);
  if (files !== expected)
    throw new Error(`${argv[0]} read ${files} of ${expected} files: ${stderr.slice(0, 500)}`);
  return spent;
}

/**
 * Times a command of ours on texts beside `markdownlint-cli2` on the same files, in pairs, and prints the ratio. The command must
 * print a JSON array with an entry for each file.
 */
export function besideLinter(
  name: string,
  texts: readonly string[],
  argvOf: (files: readonly string[]) => readonly string[],
): void {
  const folder = mkdtempSync(join(tmpdir(), 'beside-linter-'));
  try {
    for (const inner of ['content', 'config']) mkdirSync(join(folder, inner));
    writeFileSync(join(folder, 'config/threadmill.yaml'), 'accounts: {}\n');
    for (const [at, text] of texts.entries()) writeFileSync(join(folder, `content/${at}.md`), text);
    const files = texts.map((_, at) => `content/${at}.md`);
    const peer = join(ROOT, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
    const command = [builtCli(), ...argvOf(files)];
    const countEntries = (stdout: string): number => z.array(z.unknown()).parse(JSON.parse(stdout)).length;
    const countLinted = (stdout: string, stderr: string): number =>
      Number(/Linting: (\d+) file/.exec(stdout + stderr)?.[1]);
    const pairs = Array.from({ length: PAIRS }, () => ({
      ours: timedRun(command, folder, countEntries, files.length),
      peer: timedRun([peer, ...files], folder, countLinted, files.length),
    }));
    console.log(
      `${name} of ${files.length} files: ${median(pairs.map(({ ours }) => ours)).toFixed(0)} ms, ` +
        `markdownlint-cli2 ${median(pairs.map((pair) => pair.peer)).toFixed(0)} ms, ` +
        `${median(pairs.map((pair) => pair.ours / pair.peer)).toFixed(2)} ×`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}
