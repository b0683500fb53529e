import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Indexes the draft's hash, so that a copy of a sent draft is found fast, however many publications an account has. */
export const copies: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createIndex('publications_of_copy')
      .on('publications')
      .columns(['account', 'draft_hash'])
      .execute();
  },
};
