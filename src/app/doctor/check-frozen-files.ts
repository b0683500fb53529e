import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readTextFile } from '../../disk/read-text-file.ts';
import { parseFrozenFile } from '../../publishing/freezing/frozen-file.ts';
import type { FrozenFile } from '../../publishing/freezing/frozen-schema.ts';
import { sha256 } from '../../publishing/sha256.ts';
import { isOfKind } from '../../threadmill-error.ts';
import type { Project } from '../project/project.ts';
import { type Check, check } from './check.ts';

/** Finds drafts that were edited after freezing, while part of their thread is still to be sent. */
async function checkEdited(
  root: string,
  path: string,
  { draft, publications }: FrozenFile,
): Promise<Check[]> {
  const open = publications.filter(
    ({ cancelled, posts }) => !cancelled && posts.some(({ receipt }) => receipt === null),
  );
  if (open.length === 0) return [];
  const file = join(dirname(path), draft);
  const text = await readTextFile(join(root, file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  });
  if (text === undefined) return [];
  const hash = sha256(text.replace(/^\uFEFF/, ''));
  return open
    .filter(({ draft_sha256 }) => draft_sha256 !== hash)
    .map(({ account }) =>
      check(
        'warn',
        file,
        `was edited since it was frozen for ${account}; the frozen text will be published`,
        `see what changed: threadmill preview --diff ${file}. To include the edit: threadmill schedule --refreeze ${file}`,
      ),
    );
}

/**
 * Checks that the frozen files in `posts/` can be read, because nothing is sent from an unreadable one. Also names drafts that
 * were edited since.
 */
export async function checkFrozenFiles({ root }: Project): Promise<Check[]> {
  let names: string[];
  try {
    names = await readdir(join(root, 'posts'), { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const checks: Check[] = [];
  for (const name of names.filter((one) => one.endsWith('.thread.json'))) {
    const path = join('posts', name);
    try {
      const frozen = parseFrozenFile(path, await readTextFile(join(root, path)));
      checks.push(...(await checkEdited(root, path, frozen)));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined && !isOfKind(error, 'file')) throw error;
      const why = error instanceof Error ? error.message : String(error);
      checks.push(
        check('fail', path, why, 'restore it from git, or delete it if nothing of it was published'),
      );
    }
  }
  return checks;
}
