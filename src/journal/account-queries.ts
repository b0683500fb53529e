import type { Kysely, Transaction } from 'kysely';
import type { SentPost, StoredToken } from '../publishing/journal.ts';
import type { MicroUsd } from '../publishing/publication.ts';
import { DAY_MS, MINUTE_MS } from '../time/durations.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import type { Schema } from './schema.ts';

/** Returns what an account spent since a time. */
export async function readSpending(db: Kysely<Schema>, account: string, since: EpochMs): Promise<MicroUsd> {
  const row = await db
    .selectFrom('spending')
    .select((eb) => eb.fn.sum<number | string | null>('micro_usd').as('total'))
    .where('account', '=', account)
    .where('at', '>=', since)
    .executeTakeFirst();
  return Number(row?.total ?? 0);
}

/** Lists when an account's posts were published since a time. */
export async function readSent(db: Kysely<Schema>, account: string, since: EpochMs): Promise<EpochMs[]> {
  const rows = await db
    .selectFrom('posts')
    .select('receipt_at')
    .where('account', '=', account)
    .where('receipt_at', '>=', since)
    .orderBy('receipt_at')
    .execute();
  return rows.flatMap(({ receipt_at: at }) => (at === null ? [] : [at]));
}

/** Books a billed call that sent no post. */
export async function bookCallRow(
  trx: Transaction<Schema>,
  account: string,
  call: { readonly what: string; readonly microUsd: MicroUsd; readonly publication?: string },
  at: EpochMs,
): Promise<void> {
  const { what, microUsd, publication = '' } = call;
  const row = { account, publication_id: publication, idx: 0, what, at, micro_usd: microUsd };
  await trx.insertInto('spending').values(row).execute();
}

/** Books posts that were read, except those already booked on the same UTC day. */
export async function bookReadRows(
  trx: Transaction<Schema>,
  account: string,
  call: { readonly ids: readonly string[]; readonly microUsd: MicroUsd; readonly publication: string },
  at: EpochMs,
): Promise<void> {
  const what = [...new Set(call.ids)].map((id) => `read-post:${id}`);
  const dayStart = at - (at % DAY_MS);
  const booked = await trx
    .selectFrom('spending')
    .select('what')
    .where('account', '=', account)
    .where('at', '>=', dayStart)
    .where('at', '<', dayStart + DAY_MS)
    .where('what', 'in', what)
    .execute();
  const before = new Set(booked.map((row) => row.what));
  const rows = what
    .filter((one) => !before.has(one))
    .map((one) => ({
      account,
      publication_id: call.publication,
      idx: 0,
      what: one,
      at,
      micro_usd: call.microUsd,
    }));
  if (rows.length > 0) await trx.insertInto('spending').values(rows).execute();
}

/** A thread that took longer was interrupted, so other posts may be between its own. */
const AT_ONE_GO_MS = 10 * MINUTE_MS;

/**
 * Returns the newest posts up to which this journal knows all posts of the account: the last one that it published directly
 * after reading, and the newest one that it read before the last publication began. Posts learned from a frozen file, or sent
 * or found long after their thread began, prove nothing about earlier posts.
 */
export async function readNewestPosts(db: Kysely<Schema>, account: string): Promise<string[]> {
  const sent = await db
    .selectFrom('posts')
    .innerJoin('publications', 'publications.id', 'posts.publication_id')
    .select('receipt_id as id')
    .where('posts.account', '=', account)
    .where('receipt_at', 'is not', null)
    .where('learned_at', 'is', null)
    .where((eb) => eb('receipt_at', '<=', eb(eb.ref('started_at'), '+', eb.lit(AT_ONE_GO_MS))))
    .orderBy('receipt_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const before = await db
    .selectFrom('publications')
    .select('after_id as id')
    .where('account', '=', account)
    .where('started_at', 'is not', null)
    .where('after_id', 'is not', null)
    .where('after_id', '!=', '')
    .orderBy('frozen_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return [sent?.id, before?.id].flatMap((id) => (id == null ? [] : [id]));
}

/** Returns which of the given ids are receipts of the account's posts. */
export async function readKnownReceipts(
  db: Kysely<Schema>,
  account: string,
  ids: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('posts')
    .select('receipt_id as id')
    .where('account', '=', account)
    .where('receipt_id', 'in', [...ids])
    .execute();
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}

/** Returns an account's newest tokens. */
export async function readToken(db: Kysely<Schema>, account: string): Promise<StoredToken | undefined> {
  const row = await db.selectFrom('tokens').selectAll().where('account', '=', account).executeTakeFirst();
  if (row === undefined) return undefined;
  const { seed, access_token: accessToken, refresh_token: refreshToken, expires_at: expiresAt } = row;
  return { seed, accessToken, refreshToken, expiresAt };
}

/** Stores an account's newest tokens. */
export async function keepTokenRow(
  trx: Transaction<Schema>,
  account: string,
  { seed, accessToken, refreshToken, expiresAt }: StoredToken,
): Promise<void> {
  const row = { seed, access_token: accessToken, refresh_token: refreshToken, expires_at: expiresAt };
  await trx
    .insertInto('tokens')
    .values({ account, ...row })
    .onConflict((conflict) => conflict.column('account').doUpdateSet(row))
    .execute();
}

/** Forgets an account's tokens. */
export async function forgetTokenRow(trx: Transaction<Schema>, account: string): Promise<void> {
  await trx.deleteFrom('tokens').where('account', '=', account).execute();
}

/** Lists an account's published posts with one of these texts, sent since a time; newest first. */
export async function readSentTexts(
  db: Kysely<Schema>,
  account: string,
  texts: readonly string[],
  since: EpochMs,
): Promise<SentPost[]> {
  if (texts.length === 0) return [];
  const rows = await db
    .selectFrom('posts')
    .innerJoin('publications', 'publications.id', 'posts.publication_id')
    .select(['posts.receipt_id', 'posts.text', 'posts.receipt_at', 'publications.draft'])
    .where('posts.account', '=', account)
    .where('posts.receipt_at', '>=', since)
    .where('posts.state', '=', 'published')
    .where('posts.text', 'in', [...texts])
    .orderBy('posts.receipt_at', 'desc')
    .execute();
  return rows.flatMap(({ receipt_id: id, text, receipt_at: at, draft }) =>
    id === null || at === null ? [] : [{ id, text, at, draft }],
  );
}
