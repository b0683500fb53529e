import type { Environment } from '../../config/secrets.ts';

/** The kill switch's path, relative to the project's folder: while this file exists, nothing is sent. */
export const KILL_SWITCH = '.threadmill/STOP';

/** The variable that moves the journal to PostgreSQL. */
export const DATABASE_URL = 'DATABASE_URL';

/** Returns the URL of the journal's PostgreSQL from the environment; ignores other databases. */
export function databaseUrlIn(env: Environment): string | undefined {
  const url = env[DATABASE_URL]?.trim() ?? '';
  return /^postgres(?:ql)?:\/\//.test(url) ? url : undefined;
}

/** Warns about a `DATABASE_URL` of another kind of database: it may belong to another program, or be a typo. */
export function foreignDatabase(env: Environment): string | undefined {
  const isForeign = (env[DATABASE_URL]?.trim() ?? '') !== '' && databaseUrlIn(env) === undefined;
  return isForeign
    ? `${DATABASE_URL} is not a PostgreSQL address, so the journal stays in its file`
    : undefined;
}
