import { secretNames } from '../../config/secrets.ts';
import type { Project } from '../project/project.ts';
import { type Check, check } from './check.ts';

/** Suffixes that mark a variable as an account's. */
const OF_AN_ACCOUNT =
  /^THREADMILL_[A-Z][A-Z0-9_]*_(?:API_KEY|API_SECRET|ACCESS_TOKEN|ACCESS_SECRET|CLIENT_ID|CLIENT_SECRET|REFRESH_TOKEN|IDENTIFIER|APP_PASSWORD|TOKEN)$/;

/** Finds variables that belong to no account, because an account was renamed or a name is misspelt. */
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
