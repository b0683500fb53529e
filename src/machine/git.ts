import { execFile } from 'node:child_process';

/**
 * What git makes of a file that no repository should hold: `ignored` is safe, `open` would be added by the next
 * `git add .`, `tracked` is in the repository already. `none`: no repository around it, or no git on this machine.
 */
export type GitKeeping = 'none' | 'ignored' | 'open' | 'tracked';

/** Exit code and output of a git command; `null` where there is no git. */
async function git(cwd: string, args: readonly string[]): Promise<{ code: number; out: string } | null> {
  return new Promise((resolve, reject) => {
    // Settings of a repository around us must not run programs of its own.
    const options = { cwd, timeout: 5_000, env: { ...process.env, GIT_OPTIONAL_LOCKS: '0' } };
    execFile('git', ['-c', 'core.fsmonitor=false', ...args], options, (error, stdout) => {
      if (error === null) return resolve({ code: 0, out: stdout });
      const { code } = error as { code?: unknown };
      if (typeof code === 'number') return resolve({ code, out: stdout });
      if (code === 'ENOENT' || code === 'EACCES') return resolve(null);
      return reject(error);
    });
  });
}

/** How git keeps `file`, a path relative to `folder`, whether or not it is there yet. */
export async function gitKeeping(folder: string, file: string): Promise<GitKeeping> {
  const inside = await git(folder, ['rev-parse', '--is-inside-work-tree']);
  if (inside === null || inside.code !== 0 || inside.out.trim() !== 'true') return 'none';
  const tracked = await git(folder, ['ls-files', '--error-unmatch', '--', file]);
  if (tracked?.code === 0) return 'tracked';
  const ignored = await git(folder, ['check-ignore', '-q', '--', file]);
  return ignored?.code === 0 ? 'ignored' : 'open';
}
