import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { translator } from '../engine.ts';
import { kyselyJournal, type StoredJournal } from '../kysely-journal.ts';
import { migrate } from '../migrate.ts';
import type { Schema } from '../schema.ts';
import { POSTGRES, POSTGRES_ENGINE } from './postgres-facts.ts';

/** How to open a journal in PostgreSQL. */
export type PostgresJournalOptions = {
  /** The schema that holds its tables; created if missing. @default threadmill */
  readonly schema?: string;
  /** The maximum number of connections. @default 10 */
  readonly poolSize?: number;
};

/** Returns a database's location without user, password or options, safe for messages. */
export function postgresPlace(url: string): string {
  if (!URL.canParse(url)) return 'in PostgreSQL';
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}

/** Returns a function that translates errors of `pg` for this database to JournalErrors. */
export const postgresFailure = (url: string): ((error: unknown) => unknown) =>
  translator(POSTGRES_ENGINE, postgresPlace(url));

const NUMBERS: ReadonlySet<number> = new Set(POSTGRES.numberTypes);

/** Times and money are integers far below 2^53: parse them as numbers, as SQLite does. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    NUMBERS.has(Number(oid)) ? Number : pg.types.getTypeParser(oid as number, format as 'text'),
};

/**
 * Checks that the database accepts this user, and returns the time of its clock; creates and changes nothing.
 *
 * @throws JournalError if it does not
 */
export async function reachPostgres(url: string): Promise<number> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: POSTGRES.connectTimeoutMs,
  });
  // The query below reports it; without a listener the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ readonly now: number }>(
      'select extract(epoch from clock_timestamp())::float8 * 1000 as now',
    );
    return rows[0]?.now ?? Number.NaN;
  } catch (error) {
    throw postgresFailure(url)(error);
  } finally {
    await client.end();
  }
}

/**
 * Opens the journal in a PostgreSQL database (`postgres://user:password@host:port/database`), and brings its tables
 * up to date. Any number of processes may share it.
 *
 * @throws JournalError
 */
export async function openPostgresJournal(
  url: string,
  options: PostgresJournalOptions = {},
): Promise<StoredJournal> {
  const where = postgresPlace(url);
  const translate = postgresFailure(url);
  const schema = options.schema ?? POSTGRES.schema;
  const open = (max: number, more: Readonly<Record<string, string>> = {}): Kysely<Schema> => {
    const settings = Object.entries({ ...POSTGRES.settings, search_path: schema, ...more });
    const pool = new pg.Pool({
      connectionString: url,
      max,
      connectionTimeoutMillis: POSTGRES.connectTimeoutMs,
      options: settings.map(([name, value]) => `-c ${name}=${value}`).join(' '),
      types,
    });
    // The next query replaces a connection that ended, and the query that was using it fails by itself. Without listeners the
    // event would end the process: the pool's for an idle connection, the client's for one in use.
    pool.on('error', () => undefined);
    pool.on('connect', (client) => client.on('error', () => undefined));
    return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  };
  const db = open(options.poolSize ?? POSTGRES.poolSize);
  try {
    await migrate(db, where, {
      schema,
      before: async (trx) => {
        await sql.raw(POSTGRES.migrationLock).execute(trx);
        await trx.schema.createSchema(schema).ifNotExists().execute();
      },
    });
  } catch (error) {
    await db.destroy();
    throw translate(error);
  }
  const light = open(POSTGRES.lightPoolSize, POSTGRES.lightly);
  return {
    ...kyselyJournal(db, POSTGRES_ENGINE, where, (work) => work(light)),
    close: async () => {
      await Promise.all([db.destroy(), light.destroy()]);
    },
  };
}
