import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The project's folder. */
export const ROOT = resolve(import.meta.dirname, '..');

/** The bundled command line, built anew where a source is younger than it. */
export function builtCli(): string {
  const cli = join(ROOT, 'dist/cli.js');
  const src = join(ROOT, 'src');
  const age = (path: string): number => statSync(path).mtimeMs;
  const youngest = Math.max(
    ...readdirSync(src, { recursive: true, encoding: 'utf8' }).map((name) => age(join(src, name))),
  );
  if (!existsSync(cli) || age(cli) < youngest) {
    const { status } = spawnSync('npm', ['run', '-s', 'build'], { cwd: ROOT, stdio: 'ignore' });
    if (status !== 0) throw new Error('the build failed: see npm run build');
  }
  return cli;
}
