import type { Transaction } from 'kysely';
import type { PostRecord, PublicationRecord } from '../publishing/publication.ts';
import { OPEN_STATES, type PostState, type PublicationState } from '../publishing/states.ts';
import { spend } from './post-queries.ts';
import { createPublication, insertPosts } from './publication-queries.ts';
import { postRow, termsRow } from './publication-rows.ts';
import type { Schema } from './schema.ts';

/**
 * Which states of a post a file's state may replace. A receipt is never replaced; nor is a doubt, just because the file has no
 * receipt.
 */
const LESS_THAN: Readonly<Record<PostState, readonly PostState[]>> = {
  waiting: ['waiting'],
  sending: ['waiting'],
  unknown: ['waiting'],
  published: ['waiting', 'sending', 'unknown'],
  removed: ['waiting', 'sending', 'unknown'],
};

/** Which final states are taken over from a file, and the states in the journal that rank at least as high. */
const OVER: Readonly<Partial<Record<PublicationState, readonly PublicationState[]>>> = {
  published: ['published', 'cancelled'],
  cancelled: ['cancelled'],
};

/** Books a post that was sent through another journal at the time it was sent, so that the month's cap holds. */
async function book(
  trx: Transaction<Schema>,
  { id, account }: PublicationRecord,
  { index, receipt, costMicroUsd, media }: PostRecord,
): Promise<void> {
  if (receipt === null) return;
  const facts = { account, id, index, at: receipt.at };
  await spend(trx, { ...facts, what: 'post', microUsd: costMicroUsd });
  for (const image of media) await spend(trx, { ...facts, what: 'alt-text', microUsd: image.costMicroUsd });
}

/**
 * Marks the account's waiting publications as possibly sent elsewhere: another journal has sent for the account, so they are
 * looked for before they are sent.
 */
async function suspectOthers(
  trx: Transaction<Schema>,
  { id, account, posts }: PublicationRecord,
): Promise<void> {
  if (posts.every(({ receipt }) => receipt === null)) return;
  await trx
    .updateTable('publications')
    .set(({ ref }) => ({ learned_at: ref('frozen_at') }))
    .where('account', '=', account)
    .where('id', '!=', id)
    .where('state', 'in', [...OPEN_STATES])
    .where('learned_at', 'is', null)
    .execute();
}

/** Adds a publication exactly as in its file, and books what was sent of it. */
export async function restorePublication(trx: Transaction<Schema>, record: PublicationRecord): Promise<void> {
  await createPublication(trx, record);
  for (const post of record.posts) await book(trx, record, post);
  await suspectOthers(trx, record);
}

async function learnPost(
  trx: Transaction<Schema>,
  record: PublicationRecord,
  post: PostRecord,
): Promise<void> {
  const { id } = record;
  const { publication_id: _id, idx: _idx, ...row } = postRow(record, post);
  const own = trx.updateTable('posts').where('publication_id', '=', id).where('idx', '=', post.index);
  // Guard by state, as for every change: another process may be sending it right now.
  const { numUpdatedRows } = await own
    .set(row)
    .where('state', 'in', [...LESS_THAN[post.state]])
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return book(trx, record, post);
  if (post.state === 'removed')
    await own
      .set({ state: 'removed', removed_at: post.removedAt })
      .where('state', '=', 'published')
      .executeTakeFirst();
}

/** Takes over a time that was set later than the journal's, if the publication has not begun. */
async function learnTime(trx: Transaction<Schema>, record: PublicationRecord): Promise<void> {
  const { id, publishAt, scheduledAt, state } = record;
  if (scheduledAt === undefined || state !== 'scheduled') return;
  await trx
    .updateTable('publications')
    .set({
      state: 'scheduled',
      publish_at: publishAt,
      due_at: publishAt,
      reason: null,
      message: null,
      zone: record.zone ?? null,
      late: record.late ?? null,
      scheduled_at: scheduledAt,
    })
    .where('id', '=', id)
    .where('state', 'in', ['scheduled', 'paused'])
    .where('started_at', 'is', null)
    .where((eb) => eb(eb.fn.coalesce('scheduled_at', 'frozen_at'), '<', scheduledAt))
    .execute();
}

/** Takes over what a frozen file knows and the journal does not. */
export async function learnPublication(trx: Transaction<Schema>, record: PublicationRecord): Promise<void> {
  const { id, posts } = record;
  // Update first, as a lock: a concurrent learner waits, then finds nothing left to learn.
  await trx
    .updateTable('publications')
    .set((eb) => ({
      draft_hash: record.draftHash,
      text_hash: record.textHash,
      hash_version: record.hashVersion,
      ...termsRow(record),
      identity_id: eb.fn.coalesce('identity_id', eb.val(record.identity?.id ?? null)),
      identity_handle: eb.fn.coalesce('identity_handle', eb.val(record.identity?.handle ?? null)),
      started_at: eb.fn.coalesce('started_at', eb.val(record.startedAt)),
      learned_at: record.learnedAt ?? null,
    }))
    .where('id', '=', id)
    .execute();
  const over = OVER[record.state];
  if (over !== undefined)
    await trx
      .updateTable('publications')
      .set({
        state: record.state,
        reason: null,
        message: null,
        due_at: null,
        finished_at: record.finishedAt,
      })
      .where('id', '=', id)
      .where('state', 'not in', [...over])
      .execute();
  await learnTime(trx, record);
  await suspectOthers(trx, record);
  const there = await trx
    .selectFrom('posts')
    .select(['idx', 'text', 'state'])
    .where('publication_id', '=', id)
    .execute();
  const byIndex = new Map(there.map((post) => [post.idx, post]));
  const isRefrozen = posts.some(({ index, text }) => byIndex.get(index)?.text !== text);
  for (const post of posts) if (byIndex.has(post.index)) await learnPost(trx, record, post);
  if (isRefrozen) {
    // The file has words that the journal has not seen, so the journal's waiting posts and their images are outdated.
    const waiting = there.filter(({ state }) => state === 'waiting').map(({ idx }) => idx);
    const gone = waiting.filter((idx) => idx > posts.length);
    const fresh = posts.filter(({ index }) => !byIndex.has(index) || waiting.includes(index));
    const stale = [...new Set([...gone, ...fresh.map(({ index }) => index)])];
    if (stale.length > 0) {
      for (const table of ['media', 'posts'] as const)
        await trx.deleteFrom(table).where('publication_id', '=', id).where('idx', 'in', stale).execute();
      await insertPosts(trx, { ...record, posts: fresh });
    }
  }
}
