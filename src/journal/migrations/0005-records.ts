import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Columns to add, by table; all are nullable or have a default, because older rows lack them. */
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
 * Adds whole records (everything that is sent, its name on the network, and the account's identity), and rate windows by owner
 * (an account, or the app that several accounts share) with their reservations.
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
    // "The account has no posts" was stored as X's smallest id.
    await sql`update publications set after_id = '' where after_id = '0'`.execute(db);
    await db.schema.alterTable('rate_windows').renameColumn('account', 'owner').execute();
    await db.schema
      .alterTable('rate_windows')
      .addColumn('length_ms', 'bigint', (column) => column.notNull().defaultTo(DAY_MS))
      .execute();
    await sql`update rate_windows set length_ms = ${sql.lit(QUARTER_MS)} where name = '15min'`.execute(db);
    // It was stored under an account, but belongs to the app: the next response reports it again, under its owner.
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
