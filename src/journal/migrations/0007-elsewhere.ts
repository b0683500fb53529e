import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Adds what was learned from elsewhere: publications that another journal may have sent, and the identity behind credentials,
 * so that it is asked once.
 */
export const elsewhere: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('publications').addColumn('learned_at', 'bigint').execute();
    await db.schema
      .createTable('identities')
      .addColumn('account', 'text', (column) => column.primaryKey().notNull())
      .addColumn('credentials', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('handle', 'text', (column) => column.notNull())
      .execute();
  },
};
