import { execFile } from 'node:child_process';

/**
 * How git treats a file that must not be committed. `ignored`: safe. `open`: the next `git add .` would add it. `tracked`:
 * already in the repository. `none`: no repository, or git is not installed.
 */
export type GitKeeping = 'none' | 'ignored' | 'open' | 'tracked';

/** Runs git and returns its exit code and output; `null` if git is not installed. */
async function git(cwd: string, args: readonly string[]): Promise<{ code: number; out: string } | null> {
  return new Promise((resolve, reject) => {
    // Settings of the surrounding repository must not run programs.
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

/** Returns how git treats `file`, a path relative to `folder`, whether or not it exists. */
export async function gitKeeping(folder: string, file: string): Promise<GitKeeping> {
  const inside = await git(folder, ['rev-parse', '--is-inside-work-tree']);
  if (inside === null || inside.code !== 0 || inside.out.trim() !== 'true') return 'none';
  const tracked = await git(folder, ['ls-files', '--error-unmatch', '--', file]);
  if (tracked?.code === 0) return 'tracked';
  const ignored = await git(folder, ['check-ignore', '-q', '--', file]);
  return ignored?.code === 0 ? 'ignored' : 'open';
}
