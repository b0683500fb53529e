import type { Transaction } from 'kysely';
import type { PinnedRecord, Receipt, UploadedMedia } from '../networks/port.ts';
import type { Lease, MediaKey, PostKey } from '../publishing/journal.ts';
import { JournalError } from '../publishing/journal-error.ts';
import { POST_FROM, type PostState } from '../publishing/states.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import { pinLease } from './lease-queries.ts';
import type { PostRow, Schema } from './schema.ts';
import { countAgainstWindows } from './window-queries.ts';

type Change = Partial<Omit<PostRow, 'publication_id' | 'idx' | 'state'>>;

/** Moves one post to another state, if the state table allows it. */
export async function movePost(
  trx: Transaction<Schema>,
  { id, index }: PostKey,
  to: PostState,
  change: Change = {},
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('posts')
    .set({ ...change, state: to })
    .where('publication_id', '=', id)
    .where('idx', '=', index)
    .where('state', 'in', [...POST_FROM[to]])
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) {
    throw new JournalError(
      'stale',
      `Post ${index} of publication ${id} can't become ${to} from its current state.`,
    );
  }
}

/** Commits the intent to send posts, for the holder of the account's lease. */
export async function intendPosts(
  trx: Transaction<Schema>,
  { id, indexes }: { readonly id: string; readonly indexes: readonly number[] },
  lease: Lease,
  at: EpochMs,
): Promise<void> {
  if (!(await pinLease(trx, lease, at))) {
    throw new JournalError(
      'lease-lost',
      `Another process has taken over the account ${lease.account}; this one stopped before sending anything more.`,
    );
  }
  for (const index of indexes) {
    await movePost(trx, { id, index }, 'sending');
    await trx
      .updateTable('posts')
      .set((eb) => ({
        attempts: eb('attempts', '+', 1),
        attempted_at: eb.fn.coalesce('attempted_at', eb.val(at)),
      }))
      .where('publication_id', '=', id)
      .where('idx', '=', index)
      .execute();
  }
  await trx
    .updateTable('publications')
    .set({ started_at: at })
    .where('id', '=', id)
    .where('started_at', 'is', null)
    .execute();
  // Count before sending: a lost response reports no window, and the journal must not overestimate what is left.
  await countAgainstWindows(trx, id, lease.account, indexes.length);
}

/** Stores the receipt of a post, and books its cost. */
export async function receivePost(
  trx: Transaction<Schema>,
  { id, index }: PostKey,
  receipt: Receipt,
  at: EpochMs,
): Promise<void> {
  await movePost(trx, { id, index }, 'published', {
    receipt_id: receipt.id,
    receipt_url: receipt.url,
    receipt_at: receipt.at,
    receipt_ref: receipt.ref ?? null,
  });
  const { account, cost_micro_usd: cost } = await trx
    .selectFrom('posts')
    .select(['account', 'cost_micro_usd'])
    .where('publication_id', '=', id)
    .where('idx', '=', index)
    .executeTakeFirstOrThrow();
  await spend(trx, { account, id, index, what: 'post', at, microUsd: cost });
}

/** Stores the network's upload of an image, and books the cost of its alt text. */
export async function keepUploadOf(
  trx: Transaction<Schema>,
  { id, index, position }: MediaKey,
  upload: UploadedMedia,
  at: EpochMs,
): Promise<void> {
  const image = await trx
    .updateTable('media')
    .set({
      upload_id: upload.id,
      upload_expires_at: upload.expiresAt ?? null,
      upload_ref: upload.ref ?? null,
    })
    .where('publication_id', '=', id)
    .where('idx', '=', index)
    .where('position', '=', position)
    .returning('cost_micro_usd')
    .executeTakeFirstOrThrow();
  const { account } = await trx
    .selectFrom('publications')
    .select('account')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await spend(trx, { account, id, index, what: 'alt-text', at, microUsd: image.cost_micro_usd });
}

/** Stores the whole record of an unpublished post. */
export async function pinPost(
  trx: Transaction<Schema>,
  id: string,
  index: number,
  { id: name, record }: PinnedRecord,
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('posts')
    .set({ pinned_id: name, pinned_record: record })
    .where('publication_id', '=', id)
    .where('idx', '=', index)
    .where('state', '=', 'waiting')
    // A post that may have been sent must be findable under the name it was sent with.
    .where((eb) =>
      eb.or([eb('pinned_id', 'is', null), eb('attempts', '=', 0), eb('pinned_record', '=', record)]),
    )
    .executeTakeFirst();
  if (numUpdatedRows !== 1n)
    throw new JournalError(
      'stale',
      `The record of post ${index} of publication ${id} can't be changed any more.`,
    );
}

/** An amount, and what it was spent on. */
export type Spent = {
  readonly account: string;
  readonly id: string;
  readonly index: number;
  readonly what: 'post' | 'alt-text';
  readonly at: EpochMs;
  readonly microUsd: number;
};

/** Books an amount. */
export async function spend(
  trx: Transaction<Schema>,
  { account, id, index, what, at, microUsd }: Spent,
): Promise<void> {
  await trx
    .insertInto('spending')
    .values({ account, publication_id: id, idx: index, what, at, micro_usd: microUsd })
    .execute();
}
