import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Indexes receipts: before each one is stored, the journal checks whether it is already known. */
export const receipts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.createIndex('posts_of_receipt').on('posts').columns(['account', 'receipt_id']).execute();
  },
};
