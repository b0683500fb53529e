import type { Kysely, Transaction } from 'kysely';
import type { Identity } from '../networks/port.ts';
import type { Decision, PublicationFilter } from '../publishing/journal.ts';
import { JournalError } from '../publishing/journal-error.ts';
import type { Advance, FrozenThread, PublicationRecord } from '../publishing/publication.ts';
import { PUBLICATION_FROM, type PublicationState } from '../publishing/states.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import { pinLease } from './lease-queries.ts';
import { afterId, mediaRows, newRecord, postRow, publicationRow, termsRow } from './publication-rows.ts';
import { publicationRecord } from './rows.ts';
import type { Schema } from './schema.ts';
import { settleReservations } from './window-queries.ts';

/** Rows per statement: at 20 columns each, far below the 32,766 parameters that SQLite allows. */
const ROWS_AT_ONCE = 500;

/** Ids are digits and lower-case letters, so no id with a prefix sorts after that prefix plus this. */
const LAST_OF_AN_ID = 'z'.repeat(32);

/** Adds posts of a publication, with their images. */
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

/** Adds a publication with its posts and images, unchanged. */
export async function createPublication(trx: Transaction<Schema>, record: PublicationRecord): Promise<void> {
  await trx.insertInto('publications').values(publicationRow(record)).execute();
  await insertPosts(trx, record);
}

/** Checks that the planning lease is still held, and cancels the publication that is replaced. */
export async function holdDecision(
  trx: Transaction<Schema>,
  { lease, instead, at }: Decision,
): Promise<void> {
  if (!(await pinLease(trx, lease))) {
    throw new JournalError(
      'lease-lost',
      'This process was suspended while it decided what to send, and another one decided in the meantime. This one froze and sent nothing; check the current state, then try again.',
    );
  }
  if (instead !== undefined)
    await advancePublication(
      trx,
      instead,
      { to: 'cancelled' },
      { at, from: ['scheduled', 'paused', 'failed'] },
    );
}

/** Reads publications with their posts, newest first. */
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
  if (filter.draftHash !== undefined) query = query.where('draft_hash', '=', filter.draftHash);
  if (filter.textHash !== undefined) query = query.where('text_hash', '=', filter.textHash);
  // The range uses the index under any collation; the exact comparison then removes false matches.
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

/** When a publication changes its state, and the states that it may have then. */
type Step = { readonly at: EpochMs; readonly from?: readonly PublicationState[] | undefined };

/** Moves a publication to another state, if the state table allows it. */
export async function advancePublication(
  trx: Transaction<Schema>,
  id: string,
  change: Advance,
  { at, from = PUBLICATION_FROM[change.to] }: Step,
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
    throw new JournalError('stale', `Publication ${id} can't become ${change.to} from its current state.`);
  }
  await settleReservations(trx, id, change);
  if (change.to !== 'published') return;
  const open = await trx
    .selectFrom('posts')
    .select('idx')
    .where('publication_id', '=', id)
    .where('state', '!=', 'published')
    .executeTakeFirst();
  // A caller that gets here has lost its lease, and another process is sending the rest.
  if (open !== undefined)
    throw new JournalError(
      'stale',
      `Post ${open.idx} of publication ${id} is not published yet: another process is working on it. See: threadmill history ${id}`,
    );
}

/** Records the account's identity and its newest post, if nothing was sent yet. */
export async function notePublicationBeginning(
  trx: Transaction<Schema>,
  id: string,
  identity: Identity,
  after: string | null,
): Promise<void> {
  await trx
    .updateTable('publications')
    .set({ after_id: afterId(after), identity_id: identity.id, identity_handle: identity.handle })
    .where('id', '=', id)
    .where('started_at', 'is', null)
    .execute();
}

/** Changes fields of a publication other than its state. */
export async function changePublication(
  trx: Transaction<Schema>,
  id: string,
  change: { readonly learned_at: EpochMs | null } | { readonly draft: string },
): Promise<void> {
  await trx.updateTable('publications').set(change).where('id', '=', id).execute();
}

/** Replaces the waiting posts by those of a refrozen thread. */
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
    .set({
      text_hash: thread.textHash,
      draft_hash: thread.draftHash,
      hash_version: thread.hashVersion,
      ...termsRow(thread),
    })
    .where('id', '=', id)
    .execute();
}
