import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Columns that are added, by their table; every one of them may be missing from rows that are there. */
const ADDED: Readonly<Record<string, readonly (readonly [name: string, type: 'text' | 'bigint'])[]>> = {
  publications: [
    ['languages', 'text'],
    ['reply_settings', 'text'],
    ['reply_to', 'text'],
    ['identity_id', 'text'],
    ['identity_handle', 'text'],
  ],
  posts: [
    ['card', 'text'],
    ['labels', 'text'],
    ['receipt_ref', 'text'],
    ['pinned_id', 'text'],
    ['pinned_record', 'text'],
  ],
  media: [
    ['width', 'bigint'],
    ['height', 'bigint'],
    ['focus', 'text'],
    ['upload_ref', 'text'],
  ],
};

const DAY_MS = 86_400_000;
const QUARTER_MS = 900_000;

/**
 * Whole records: everything that is sent, what the network calls it, and whose account it is; and rate windows by
 * owner, an account or the app that several accounts share, with what is promised to threads that have begun.
 */
export const records: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const [table, columns] of Object.entries(ADDED))
      for (const [name, type] of columns) await db.schema.alterTable(table).addColumn(name, type).execute();
    await db.schema
      .alterTable('publications')
      .addColumn('hash_version', 'bigint', (column) => column.notNull().defaultTo(1))
      .execute();
    await db.schema
      .alterTable('media')
      .addColumn('role', 'text', (column) => column.notNull().defaultTo('image'))
      .execute();
    // An account without posts was noted as X's smallest id.
    await sql`update publications set after_id = '' where after_id = '0'`.execute(db);
    await db.schema.alterTable('rate_windows').renameColumn('account', 'owner').execute();
    await db.schema
      .alterTable('rate_windows')
      .addColumn('length_ms', 'bigint', (column) => column.notNull().defaultTo(DAY_MS))
      .execute();
    await sql`update rate_windows set length_ms = ${sql.lit(QUARTER_MS)} where name = '15min'`.execute(db);
    // Told under an account, it is the app's: the next answer tells it again, under its owner.
    await sql`delete from rate_windows where name = 'app-24h'`.execute(db);
    await db.schema
      .createTable('reservations')
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('publication_id', 'text', (column) => column.notNull().references('publications.id'))
      .addPrimaryKeyConstraint('reservations_pk', ['owner', 'publication_id'])
      .execute();
    await db.schema
      .createTable('account_apps')
      .addColumn('account', 'text', (column) => column.primaryKey().notNull())
      .addColumn('app', 'text', (column) => column.notNull())
      .execute();
  },
};
