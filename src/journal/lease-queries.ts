import type { Kysely, Transaction } from 'kysely';
import type { Lease } from '../publishing/journal.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import { builtOnce } from './prepared-query.ts';
import type { LeaseRow, Schema } from './schema.ts';

type Taking = LeaseRow & { readonly at: EpochMs; readonly over: string };

/** Takes a lease if it may be taken, in one statement; returns the current holder. */
export function leaseTaker(): (
  db: Kysely<Schema>,
  lease: Lease,
  at: EpochMs,
  over: string | undefined,
) => Promise<Lease> {
  const take = builtOnce<Taking, Pick<LeaseRow, 'token'>>((db, blank) => {
    const row = { token: blank('token'), owner: blank('owner'), expires_at: blank('expires_at') };
    return db
      .insertInto('leases')
      .values({ account: blank('account'), ...row })
      .onConflict((conflict) =>
        conflict
          .column('account')
          .doUpdateSet(row)
          .where((eb) =>
            eb.or([
              eb('leases.expires_at', '<=', blank('at')),
              eb('leases.token', 'in', [blank('token'), blank('over')]),
            ]),
          ),
      )
      .returning('token');
  });
  return async (db, lease, at, over) => {
    const row = { account: lease.account, token: lease.token, owner: lease.owner };
    const values = { ...row, expires_at: lease.expiresAt, at, over: over ?? lease.token };
    for (;;) {
      const [taken] = await take(db, values);
      if (taken !== undefined) return lease;
      const held = await db
        .selectFrom('leases')
        .selectAll()
        .where('account', '=', lease.account)
        .executeTakeFirst();
      // Otherwise it was released in between, and the next try takes it.
      if (held !== undefined) return leaseOf(held);
    }
  };
}

/**
 * Whether a lease is still held under its token (and valid at `at`, if given). Updates the row instead of reading it, so that
 * nobody can take the lease over until the transaction ends.
 */
export async function pinLease(trx: Transaction<Schema>, lease: Lease, at?: EpochMs): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('leases')
    .set({ token: lease.token })
    .where('account', '=', lease.account)
    .where('token', '=', lease.token)
    .$if(at !== undefined, (query) => query.where('expires_at', '>', at ?? 0))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Extends a lease, if it is still held under its token. */
export async function renewLeaseRow(db: Kysely<Schema>, lease: Lease): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('leases')
    .set({ expires_at: lease.expiresAt })
    .where('account', '=', lease.account)
    .where('token', '=', lease.token)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Releases a lease, if it is still held under its token. */
export async function dropLeaseRow(db: Kysely<Schema>, lease: Lease): Promise<void> {
  await db
    .deleteFrom('leases')
    .where('account', '=', lease.account)
    .where('token', '=', lease.token)
    .execute();
}

/** Returns the holder of a lease that has not expired at `at`. */
export async function readLease(
  db: Kysely<Schema>,
  account: string,
  at: EpochMs,
): Promise<Lease | undefined> {
  const row = await db
    .selectFrom('leases')
    .selectAll()
    .where('account', '=', account)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return row === undefined ? undefined : leaseOf(row);
}

/** Lists the leases that have not expired at `at`. */
export async function readLeases(db: Kysely<Schema>, at: EpochMs): Promise<Lease[]> {
  const rows = await db
    .selectFrom('leases')
    .selectAll()
    .where('expires_at', '>', at)
    .orderBy('account')
    .execute();
  return rows.map(leaseOf);
}

function leaseOf({ account, token, owner, expires_at: expiresAt }: LeaseRow): Lease {
  return { account, token, owner, expiresAt };
}
