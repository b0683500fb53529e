import type { Kysely, Transaction } from 'kysely';
import type {
  Advance,
  Decision,
  FrozenThread,
  PostRecord,
  PublicationFilter,
  PublicationRecord,
} from '../publishing/journal.ts';
import { JournalError } from '../publishing/journal-error.ts';
import { PUBLICATION_FROM, type PublicationState } from '../publishing/states.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import type { LatePolicy } from '../time/late-policy.ts';
import { pinLease } from './lease-queries.ts';
import { publicationRecord } from './rows.ts';
import type { MediaRow, PostRow, Schema } from './schema.ts';

/** Rows a statement: 15 columns each stay far below the 32,766 parameters that SQLite allows. */
const ROWS_AT_ONCE = 500;

/** Ids are digits and small letters: nothing that begins like one sorts after it with this behind. */
const LAST_OF_AN_ID = 'z'.repeat(32);

/** A frozen thread as a publication of which nothing is out. */
export function newRecord(thread: FrozenThread, publishAt: EpochMs, late?: LatePolicy): PublicationRecord {
  return {
    ...thread,
    ...(late === undefined ? {} : { late }),
    state: 'scheduled',
    publishAt,
    after: null,
    startedAt: null,
    finishedAt: null,
    reason: null,
    message: null,
    until: null,
    posts: thread.posts.map((post) => ({
      ...post,
      key: `${thread.id}-${post.index}`,
      state: 'waiting',
      attempts: 0,
      attemptedAt: null,
      receipt: null,
      removedAt: null,
      media: post.media.map((image) => ({ ...image, upload: null })),
    })),
  };
}

/** A post as a row of the table. */
export function postRow(
  { id, account }: Pick<PublicationRecord, 'id' | 'account'>,
  post: PostRecord,
): PostRow {
  return {
    publication_id: id,
    idx: post.index,
    key: post.key,
    account,
    state: post.state,
    text: post.text,
    urls: JSON.stringify(post.urls),
    facets: post.facets === undefined ? null : JSON.stringify(post.facets),
    cost_micro_usd: post.costMicroUsd,
    attempts: post.attempts,
    attempted_at: post.attemptedAt,
    receipt_id: post.receipt?.id ?? null,
    receipt_url: post.receipt?.url ?? null,
    receipt_at: post.receipt?.at ?? null,
    removed_at: post.removedAt,
  };
}

/** A post's images as rows of their table. */
function mediaRows(id: string, post: PostRecord): MediaRow[] {
  return post.media.map((image, position) => ({
    publication_id: id,
    idx: post.index,
    position,
    path: image.path,
    alt: image.alt,
    mime: image.mime,
    sha256: image.sha256,
    bytes: image.bytes,
    cost_micro_usd: image.costMicroUsd,
    upload_id: image.upload?.id ?? null,
    upload_expires_at: image.upload?.expiresAt ?? null,
  }));
}

/** Adds some posts of a publication, with their images. */
export async function insertPosts(
  trx: Transaction<Schema>,
  { id, account, posts }: Pick<PublicationRecord, 'id' | 'account' | 'posts'>,
): Promise<void> {
  const rows = posts.map((post) => postRow({ id, account }, post));
  const media = posts.flatMap((post) => mediaRows(id, post));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await trx
      .insertInto('posts')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
  for (let from = 0; from < media.length; from += ROWS_AT_ONCE) {
    await trx
      .insertInto('media')
      .values(media.slice(from, from + ROWS_AT_ONCE))
      .execute();
  }
}

/** Adds a publication with its posts and images, just as it is. */
export async function createPublication(trx: Transaction<Schema>, record: PublicationRecord): Promise<void> {
  await trx
    .insertInto('publications')
    .values({
      id: record.id,
      account: record.account,
      network: record.network,
      draft: record.draft,
      state: record.state,
      publish_at: record.publishAt,
      due_at: record.state === 'scheduled' ? record.publishAt : record.until,
      reason: record.reason,
      message: record.message,
      draft_hash: record.draftHash,
      text_hash: record.textHash,
      frozen_at: record.frozenAt,
      after_id: record.after,
      started_at: record.startedAt,
      finished_at: record.finishedAt,
      late: record.late ?? null,
    })
    .execute();
  await insertPosts(trx, record);
}

/** Makes sure that nobody else has decided since, and cancels what is replaced. */
export async function holdDecision(
  trx: Transaction<Schema>,
  { lease, instead, at }: Decision,
): Promise<void> {
  if (!(await pinLease(trx, lease))) {
    throw new JournalError(
      'lease-lost',
      'This process stood still while it decided what to send, and another one decided in the meantime. Nothing was frozen or sent by this one; look what there is now, then try again.',
    );
  }
  if (instead !== undefined)
    await advancePublication(trx, instead, { to: 'cancelled' }, at, ['scheduled', 'paused', 'failed']);
}

/** Publications with all that belongs to them, newest first. */
export async function readPublications(
  db: Kysely<Schema>,
  filter: PublicationFilter & { readonly id?: string },
): Promise<PublicationRecord[]> {
  const open = db.selectFrom('publications').selectAll();
  let query =
    filter.order === 'due'
      ? open.orderBy('due_at').orderBy('id')
      : open.orderBy('frozen_at', 'desc').orderBy('id');
  if (filter.dueFrom !== undefined) query = query.where('due_at', '>=', filter.dueFrom);
  if (filter.dueBefore !== undefined) query = query.where('due_at', '<', filter.dueBefore);
  if (filter.id !== undefined) query = query.where('id', '=', filter.id);
  if (filter.account !== undefined) query = query.where('account', '=', filter.account);
  if (filter.draft !== undefined) query = query.where('draft', '=', filter.draft);
  if (filter.textHash !== undefined) query = query.where('text_hash', '=', filter.textHash);
  // The range takes the index, under whatever collation; what it lets through besides is compared letter by letter.
  const { idPrefix } = filter;
  if (idPrefix !== undefined) {
    query = query
      .where('id', '>=', idPrefix)
      .where('id', '<=', `${idPrefix}${LAST_OF_AN_ID}`)
      .where((eb) => eb(eb.fn<string>('substr', ['id', eb.lit(1), eb.lit(idPrefix.length)]), '=', idPrefix));
  }
  if (filter.states !== undefined) query = query.where('state', 'in', [...filter.states]);
  if (filter.limit !== undefined) query = query.limit(filter.limit);
  const rows = await query.execute();
  const found: PublicationRecord[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    const ids = some.map(({ id }) => id);
    const ofThese = <T extends { publication_id: string }>(list: readonly T[]): Map<string, T[]> =>
      Map.groupBy(list, (row) => row.publication_id);
    const posts = ofThese(
      await db.selectFrom('posts').selectAll().where('publication_id', 'in', ids).orderBy('idx').execute(),
    );
    const media = ofThese(
      await db
        .selectFrom('media')
        .selectAll()
        .where('publication_id', 'in', ids)
        .orderBy('idx')
        .orderBy('position')
        .execute(),
    );
    for (const row of some)
      found.push(publicationRecord(row, posts.get(row.id) ?? [], media.get(row.id) ?? []));
  }
  return found;
}

/** Moves a publication to another state, if it is in one from which it may go there. */
export async function advancePublication(
  trx: Transaction<Schema>,
  id: string,
  change: Advance,
  at: EpochMs,
  from: readonly PublicationState[] = PUBLICATION_FROM[change.to],
): Promise<void> {
  const paused = change.to === 'paused' ? change : undefined;
  const { numUpdatedRows } = await trx
    .updateTable('publications')
    .set({
      state: change.to,
      reason: paused?.reason ?? null,
      message: 'message' in change ? change.message : null,
      due_at: paused?.until ?? null,
      finished_at: change.to === 'published' || change.to === 'cancelled' ? at : null,
    })
    .where('id', '=', id)
    .where('state', 'in', [...from])
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) {
    throw new JournalError('stale', `Publication ${id} can't become ${change.to} from where it is now.`);
  }
  if (change.to !== 'published') return;
  const open = await trx
    .selectFrom('posts')
    .select('idx')
    .where('publication_id', '=', id)
    .where('state', '!=', 'published')
    .executeTakeFirst();
  // Whoever calls it so has lost its lease, and another process is sending what is left.
  if (open !== undefined)
    throw new JournalError(
      'stale',
      `Post ${open.idx} of publication ${id} is not out yet: another process is at work on it. See: threadmill history ${id}`,
    );
}

/** Notes the account's newest post, as long as nothing was sent. */
export async function noteNewestPost(
  trx: Transaction<Schema>,
  id: string,
  after: string | null,
): Promise<void> {
  await trx
    .updateTable('publications')
    .set({ after_id: after })
    .where('id', '=', id)
    .where('started_at', 'is', null)
    .execute();
}

/** Takes the posts of a refrozen thread in place of those that still wait. */
export async function replaceWaitingPosts(
  trx: Transaction<Schema>,
  id: string,
  thread: FrozenThread,
): Promise<void> {
  const posts = await trx
    .selectFrom('posts')
    .select(['idx', 'state'])
    .where('publication_id', '=', id)
    .orderBy('idx')
    .execute();
  const out = posts.filter(({ state }) => state !== 'waiting').map(({ idx }) => idx);
  const fixed = new Set(out);
  await trx
    .deleteFrom('media')
    .where('publication_id', '=', id)
    .$if(out.length > 0, (query) => query.where('idx', 'not in', out))
    .execute();
  await trx.deleteFrom('posts').where('publication_id', '=', id).where('state', '=', 'waiting').execute();
  const rest = newRecord({ ...thread, id }, 0);
  await insertPosts(trx, { ...rest, posts: rest.posts.filter(({ index }) => !fixed.has(index)) });
  await trx
    .updateTable('publications')
    .set({ text_hash: thread.textHash, draft_hash: thread.draftHash })
    .where('id', '=', id)
    .execute();
}
