import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { translator } from '../engine.ts';
import { kyselyJournal, type StoredJournal } from '../kysely-journal.ts';
import { migrate } from '../migrate.ts';
import type { Schema } from '../schema.ts';
import { POSTGRES, POSTGRES_ENGINE } from './postgres-facts.ts';

/** How a journal in PostgreSQL is opened. */
export type PostgresJournalOptions = {
  /** The schema that holds its tables; made where it is missing. @default threadmill */
  readonly schema?: string;
  /** The most connections at a time. @default 10 */
  readonly poolSize?: number;
};

/** Where a database is, without user, password or options: fit for messages. */
export function postgresPlace(url: string): string {
  if (!URL.canParse(url)) return 'in PostgreSQL';
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
}

/** Turns what `pg` threw at a user of this database into an error of ours. */
export const postgresFailure = (url: string): ((error: unknown) => unknown) =>
  translator(POSTGRES_ENGINE, postgresPlace(url));

const NUMBERS: ReadonlySet<number> = new Set(POSTGRES.numberTypes);

/** Times and money are whole numbers far below 2^53: they come back as numbers, as they do from SQLite. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    NUMBERS.has(Number(oid)) ? Number : pg.types.getTypeParser(oid as number, format as 'text'),
};

/** Whether the database lets this user in; nothing is made or changed. @throws JournalError where it does not */
export async function reachPostgres(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: POSTGRES.connectTimeoutMs,
  });
  // Told by the query below; unheard, the event would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
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
    // A connection that ends is replaced by the next query, and whoever used it is told by its own query. Unheard, the
    // event would end the process: the pool's while nobody uses the connection, the client's while somebody does.
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
