import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What becomes of a publication that was missed, where its draft says so. */
export const late: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('publications').addColumn('late', 'text').execute();
  },
};
