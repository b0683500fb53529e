import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The first tables. `bigint` and `text` mean the same on SQLite and on PostgreSQL. */
export const first: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('publications')
      .addColumn('id', 'text', (column) => column.primaryKey().notNull())
      .addColumn('account', 'text', (column) => column.notNull())
      .addColumn('network', 'text', (column) => column.notNull())
      .addColumn('draft', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('publish_at', 'bigint', (column) => column.notNull())
      .addColumn('due_at', 'bigint')
      .addColumn('reason', 'text')
      .addColumn('message', 'text')
      .addColumn('draft_hash', 'text', (column) => column.notNull())
      .addColumn('text_hash', 'text', (column) => column.notNull())
      .addColumn('frozen_at', 'bigint', (column) => column.notNull())
      .addColumn('after_id', 'text')
      .addColumn('started_at', 'bigint')
      .addColumn('finished_at', 'bigint')
      .execute();
    await db.schema
      .createTable('posts')
      .addColumn('publication_id', 'text', (column) => column.notNull().references('publications.id'))
      .addColumn('idx', 'bigint', (column) => column.notNull())
      .addColumn('key', 'text', (column) => column.notNull())
      .addColumn('account', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('urls', 'text', (column) => column.notNull())
      .addColumn('facets', 'text')
      .addColumn('cost_micro_usd', 'bigint', (column) => column.notNull())
      .addColumn('attempts', 'bigint', (column) => column.notNull())
      .addColumn('attempted_at', 'bigint')
      .addColumn('receipt_id', 'text')
      .addColumn('receipt_url', 'text')
      .addColumn('receipt_at', 'bigint')
      .addColumn('removed_at', 'bigint')
      .addPrimaryKeyConstraint('posts_pk', ['publication_id', 'idx'])
      .execute();
    await db.schema
      .createTable('media')
      .addColumn('publication_id', 'text', (column) => column.notNull().references('publications.id'))
      .addColumn('idx', 'bigint', (column) => column.notNull())
      .addColumn('position', 'bigint', (column) => column.notNull())
      .addColumn('path', 'text', (column) => column.notNull())
      .addColumn('alt', 'text', (column) => column.notNull())
      .addColumn('mime', 'text', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('bytes', 'bigint', (column) => column.notNull())
      .addColumn('cost_micro_usd', 'bigint', (column) => column.notNull())
      .addColumn('upload_id', 'text')
      .addColumn('upload_expires_at', 'bigint')
      .addPrimaryKeyConstraint('media_pk', ['publication_id', 'idx', 'position'])
      .execute();
    await db.schema
      .createTable('rate_windows')
      .addColumn('account', 'text', (column) => column.notNull())
      .addColumn('call', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('max', 'bigint', (column) => column.notNull())
      .addColumn('remaining', 'bigint', (column) => column.notNull())
      .addColumn('reset_at', 'bigint', (column) => column.notNull())
      .addColumn('told_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('rate_windows_pk', ['account', 'call', 'name'])
      .execute();
    await db.schema
      .createTable('spending')
      .addColumn('account', 'text', (column) => column.notNull())
      .addColumn('publication_id', 'text', (column) => column.notNull())
      .addColumn('idx', 'bigint', (column) => column.notNull())
      .addColumn('what', 'text', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('micro_usd', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('leases')
      .addColumn('account', 'text', (column) => column.primaryKey().notNull())
      .addColumn('token', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
    for (const [name, table, columns] of INDEXES) {
      await db.schema
        .createIndex(name)
        .on(table)
        .columns([...columns])
        .execute();
    }
  },
};

/** One row per index; its name says which query it serves. */
const INDEXES: readonly (readonly [name: string, table: string, columns: readonly string[]])[] = [
  ['publications_due', 'publications', ['state', 'due_at']],
  ['publications_of_draft', 'publications', ['draft', 'account']],
  ['publications_of_text', 'publications', ['account', 'text_hash']],
  ['publications_newest', 'publications', ['frozen_at']],
  ['posts_sent', 'posts', ['account', 'receipt_at']],
  ['spending_of_account', 'spending', ['account', 'at']],
];
