import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The newest tokens of accounts whose refresh token changes with every use. */
export const tokens: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('tokens')
      .addColumn('account', 'text', (column) => column.primaryKey().notNull())
      .addColumn('seed', 'text', (column) => column.notNull())
      .addColumn('access_token', 'text', (column) => column.notNull())
      .addColumn('refresh_token', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'bigint', (column) => column.notNull())
      .execute();
  },
};
