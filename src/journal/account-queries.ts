import type { Kysely, Transaction } from 'kysely';
import type { RateWindow } from '../networks/port.ts';
import type { MicroUsd, StoredToken } from '../publishing/journal.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import type { Schema } from './schema.ts';

const CALLS = ['publish', 'read', 'remove', 'media'] as const satisfies readonly RateWindow['call'][];

/**
 * Keeps one told window. Answers to calls made side by side may come in any order, so within one period (same
 * reset) the smaller remainder is the later one.
 */
export async function tellWindow(
  trx: Transaction<Schema>,
  account: string,
  window: RateWindow,
  at: EpochMs,
): Promise<void> {
  const { call, name, limit, remaining, resetAt } = window;
  const told = { max: limit, reset_at: resetAt, told_at: at };
  await trx
    .insertInto('rate_windows')
    .values({ account, call, name, remaining, ...told })
    .onConflict((conflict) =>
      conflict.columns(['account', 'call', 'name']).doUpdateSet((eb) => ({
        ...told,
        // Decided by the store itself: other processes tell of the same window at the same time.
        remaining: eb
          .case()
          .when(
            eb.and([eb('rate_windows.reset_at', '=', resetAt), eb('rate_windows.remaining', '<', remaining)]),
          )
          .then(eb.ref('rate_windows.remaining'))
          .else(eb.val(remaining))
          .end(),
      })),
    )
    .execute();
}

/** The windows of an account that have not ended yet. */
export async function readWindows(db: Kysely<Schema>, account: string, at: EpochMs): Promise<RateWindow[]> {
  const rows = await db
    .selectFrom('rate_windows')
    .selectAll()
    .where('account', '=', account)
    .where('reset_at', '>', at)
    .orderBy('call')
    .orderBy('name')
    .execute();
  return rows.flatMap((row) => {
    const call = CALLS.find((known) => known === row.call);
    if (call === undefined) return [];
    return [{ call, name: row.name, limit: row.max, remaining: row.remaining, resetAt: row.reset_at }];
  });
}

/** What was spent for an account since a time. */
export async function readSpending(db: Kysely<Schema>, account: string, since: EpochMs): Promise<MicroUsd> {
  const row = await db
    .selectFrom('spending')
    .select((eb) => eb.fn.sum<number | string | null>('micro_usd').as('total'))
    .where('account', '=', account)
    .where('at', '>=', since)
    .executeTakeFirst();
  return Number(row?.total ?? 0);
}

/** When posts went out for an account since a time. */
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

/** The newest tokens of an account. */
export async function readToken(db: Kysely<Schema>, account: string): Promise<StoredToken | undefined> {
  const row = await db.selectFrom('tokens').selectAll().where('account', '=', account).executeTakeFirst();
  if (row === undefined) return undefined;
  const { seed, access_token: accessToken, refresh_token: refreshToken, expires_at: expiresAt } = row;
  return { seed, accessToken, refreshToken, expiresAt };
}

/** Keeps the newest tokens of an account. */
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
