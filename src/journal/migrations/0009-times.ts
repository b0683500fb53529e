import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Adds the zone that a publication's time was written in, and when that time was last changed. */
export const times: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('publications').addColumn('zone', 'text').execute();
    await db.schema.alterTable('publications').addColumn('scheduled_at', 'bigint').execute();
  },
};
