import type { Kysely, Transaction } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import { JournalError } from '../publishing/journal-error.ts';
import { MIGRATIONS } from './migrations.ts';
import type { Schema } from './schema.ts';

/** What differs between engines when migrating. */
export type MigrateOptions = {
  /** The schema that holds the tables, on an engine with several. */
  readonly schema?: string;
  /** Runs first, in the same transaction: a lock against concurrent migrations. */
  readonly before?: (trx: Transaction<Schema>) => Promise<void>;
};

/**
 * Brings the tables of a journal up to date, all or nothing; concurrent calls are safe. `where` is for messages.
 *
 * @throws JournalError `newer` if a later version of Threadmill wrote it
 */
export async function migrate(
  db: Kysely<Schema>,
  where: string,
  options: MigrateOptions = {},
): Promise<void> {
  const known = new Set(Object.keys(MIGRATIONS));
  const { error } = await db.transaction().execute(async (trx) => {
    await options.before?.(trx);
    const applied = await appliedMigrations(trx, options.schema);
    const later = applied.find((name) => !known.has(name));
    if (later !== undefined) {
      throw new JournalError(
        'newer',
        `The journal ${where} was written by a newer version of Threadmill (${later}). Use that version, or a later one.`,
      );
    }
    // Nothing to do is the common case and must be fast.
    if (applied.length === known.size) return {};
    const provider = { getMigrations: async () => ({ ...MIGRATIONS }) };
    const result = await new Migrator({
      db: trx,
      provider,
      ...(options.schema === undefined ? {} : { migrationTableSchema: options.schema }),
    }).migrateToLatest();
    // Throw, so that the transaction rolls back.
    if (result.error !== undefined) throw result.error;
    return result;
  });
  if (error !== undefined) throw error;
}

async function appliedMigrations(trx: Transaction<Schema>, schema: string | undefined): Promise<string[]> {
  const tables = await trx.introspection.getTables({ withInternalKyselyTables: true });
  const isThere = tables.some(
    (table) => table.name === DEFAULT_MIGRATION_TABLE && (schema === undefined || table.schema === schema),
  );
  if (!isThere) return [];
  const table = trx.withTables<{ [DEFAULT_MIGRATION_TABLE]: { name: string } }>();
  const rows = await table.selectFrom(DEFAULT_MIGRATION_TABLE).select('name').execute();
  return rows.map(({ name }) => name);
}
