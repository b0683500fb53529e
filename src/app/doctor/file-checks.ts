import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { secretNames } from '../../config/secrets.ts';
import { parseFrozenFile } from '../../publishing/freezing/frozen-file.ts';
import { isOfKind } from '../../threadmill-error.ts';
import type { Project } from '../project/project.ts';
import { type Check, check } from './check.ts';

/** The ends of names that make a variable one of an account's. */
const OF_AN_ACCOUNT =
  /^THREADMILL_[A-Z][A-Z0-9_]*_(?:API_KEY|API_SECRET|ACCESS_TOKEN|ACCESS_SECRET|CLIENT_ID|CLIENT_SECRET|REFRESH_TOKEN|IDENTIFIER|APP_PASSWORD|TOKEN)$/;

/** Variables that belong to no account: an account was renamed, or a name misspelt. */
export function checkVariables({ config, env }: Project): Check[] {
  const known = new Set([...config.accounts.keys()].flatMap(secretNames));
  const strays = Object.keys(env).filter((name) => OF_AN_ACCOUNT.test(name) && !known.has(name));
  if (strays.length === 0) return [];
  const names = [...config.accounts.keys()].join(', ') || 'none';
  return [
    check(
      'warn',
      '.env',
      `${strays.join(', ')}: no account of that name (the accounts are: ${names})`,
      'rename or remove the variable, or add the account',
    ),
  ];
}

/** Whether the frozen threads in `posts/` can be read; nothing is sent from one that can't. */
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
      parseFrozenFile(path, await readFile(join(root, path), 'utf8'));
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
