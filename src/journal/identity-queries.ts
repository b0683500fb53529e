import type { Kysely, Transaction } from 'kysely';
import type { Identity } from '../networks/port.ts';
import type { Schema } from './schema.ts';

/** Returns the stored identity for these credentials. */
export async function readIdentity(
  db: Kysely<Schema>,
  account: string,
  credentials: string,
): Promise<Identity | undefined> {
  return db
    .selectFrom('identities')
    .select(['id', 'handle'])
    .where('account', '=', account)
    .where('credentials', '=', credentials)
    .executeTakeFirst();
}

/** Stores or forgets the identity. */
export async function keepIdentityRow(
  trx: Transaction<Schema>,
  account: string,
  credentials: string,
  identity: Identity | undefined,
): Promise<void> {
  await trx.deleteFrom('identities').where('account', '=', account).execute();
  if (identity === undefined) return;
  const { id, handle } = identity;
  await trx.insertInto('identities').values({ account, credentials, id, handle }).execute();
}
