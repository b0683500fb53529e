import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Whether an id is the receipt of a post already is asked before each receipt is kept. */
export const receipts: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.createIndex('posts_of_receipt').on('posts').columns(['account', 'receipt_id']).execute();
  },
};
