import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Adds the late policy: what to do with a missed publication, if its draft says so. */
export const late: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('publications').addColumn('late', 'text').execute();
  },
};
