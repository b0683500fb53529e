import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Makes the due index covering, so that finding due publications does not read the table. */
export const due: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.dropIndex('publications_due').execute();
    await db.schema
      .createIndex('publications_due')
      .on('publications')
      .columns(['state', 'due_at', 'account', 'id'])
      .execute();
  },
};
