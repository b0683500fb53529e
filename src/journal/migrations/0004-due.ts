import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What is due is found in the index alone, without a look at the publications themselves. */
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
