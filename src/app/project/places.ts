import type { Environment } from '../../config/secrets.ts';

/** Where the kill switch is, seen from the project's folder: while this file is there, nothing is sent. */
export const KILL_SWITCH = '.threadmill/STOP';

/** The variable that moves the journal to PostgreSQL. */
export const DATABASE_URL = 'DATABASE_URL';

/** The address of the journal's PostgreSQL, where the environment names one; other databases are not ours. */
export function databaseUrlIn(env: Environment): string | undefined {
  const url = env[DATABASE_URL]?.trim() ?? '';
  return /^postgres(?:ql)?:\/\//.test(url) ? url : undefined;
}

/** A warning for a `DATABASE_URL` that names another kind of database: it may be another program's, or a slip. */
export function foreignDatabase(env: Environment): string | undefined {
  const isForeign = (env[DATABASE_URL]?.trim() ?? '') !== '' && databaseUrlIn(env) === undefined;
  return isForeign
    ? `${DATABASE_URL} is not a PostgreSQL address, so the journal stays in its file`
    : undefined;
}
