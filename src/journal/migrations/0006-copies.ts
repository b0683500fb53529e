import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A copy of a draft that was sent is found by the draft's hash, however many publications an account has. */
export const copies: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createIndex('publications_of_copy')
      .on('publications')
      .columns(['account', 'draft_hash'])
      .execute();
  },
};
