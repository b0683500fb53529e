import type { Kysely, Transaction } from 'kysely';
import type { StoredToken } from '../publishing/journal.ts';
import type { MicroUsd } from '../publishing/publication.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import type { Schema } from './schema.ts';

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

/** Forgets the tokens of an account. */
export async function forgetTokenRow(trx: Transaction<Schema>, account: string): Promise<void> {
  await trx.deleteFrom('tokens').where('account', '=', account).execute();
}
