import type { Kysely, Transaction } from 'kysely';
import type { RateWindow } from '../networks/port.ts';
import type { OwnedWindow, WindowOwners } from '../publishing/journal.ts';
import type { Advance } from '../publishing/publication.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import { windowOf } from './rows.ts';
import type { Schema } from './schema.ts';

/** The names under which an account's windows are stored. */
const namesOf = ({ account, app }: WindowOwners): string[] => [...new Set([account, app])];

/**
 * Stores one reported window. Responses to concurrent calls may arrive in any order, so within one period (same reset) the
 * smaller remainder is the later one.
 */
export async function tellWindow(
  trx: Transaction<Schema>,
  owners: WindowOwners,
  window: RateWindow,
  at: EpochMs,
): Promise<void> {
  const { call, name, lengthMs, limit, remaining, resetAt } = window;
  const owner = owners[window.of ?? 'account'];
  const told = { max: limit, length_ms: lengthMs, reset_at: resetAt, told_at: at };
  await trx
    .insertInto('rate_windows')
    .values({ owner, call, name, remaining, ...told })
    .onConflict((conflict) =>
      conflict.columns(['owner', 'call', 'name']).doUpdateSet((eb) => ({
        ...told,
        // Compare inside the statement: other processes report the same window at the same time.
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

/** Counts the posts reserved by running publications, by owner, except one publication's. */
async function promised(
  db: Kysely<Schema>,
  owners: readonly string[],
  but: string | undefined,
): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('reservations')
    .innerJoin('posts', 'posts.publication_id', 'reservations.publication_id')
    .select((eb) => ['reservations.owner', eb.fn.countAll<number | string>().as('count')])
    .where('reservations.owner', 'in', [...owners])
    .where('posts.state', '=', 'waiting')
    .$if(but !== undefined, (query) => query.where('reservations.publication_id', '!=', but ?? ''))
    .groupBy('reservations.owner')
    .execute();
  return new Map(rows.map(({ owner, count }) => [owner, Number(count)]));
}

/** Records which app an account sends with, so that reading its windows finds the app's. */
export async function noteApp(trx: Transaction<Schema>, { account, app }: WindowOwners): Promise<void> {
  if (app === account) {
    await trx.deleteFrom('account_apps').where('account', '=', account).execute();
    return;
  }
  await trx
    .insertInto('account_apps')
    .values({ account, app })
    .onConflict((conflict) =>
      conflict.column('account').doUpdateSet({ app }).where('account_apps.app', '!=', app),
    )
    .execute();
}

/** Reads the windows of an account and of its app that have not ended; reservations of `but` don't count. */
export async function readWindows(
  db: Kysely<Schema>,
  account: string,
  at: EpochMs,
  but?: string,
): Promise<OwnedWindow[]> {
  const row = await db
    .selectFrom('account_apps')
    .select('app')
    .where('account', '=', account)
    .executeTakeFirst();
  const names = namesOf({ account, app: row?.app ?? account });
  const rows = await db
    .selectFrom('rate_windows')
    .selectAll()
    .where('owner', 'in', names)
    .where('reset_at', '>', at)
    .orderBy('call')
    .orderBy('name')
    .orderBy('owner')
    .execute();
  if (rows.length === 0) return [];
  const taken = await promised(db, names, but);
  return rows.map((row) => windowOf(row, row.call === 'publish' ? (taken.get(row.owner) ?? 0) : 0));
}

/**
 * Reserves room for a publication's waiting posts, if `fits` accepts the current windows and the reservations of others;
 * returns those windows. A window that has ended is full again: until the network reports otherwise, a new one begins at `at`.
 */
export async function reservePosts(
  trx: Transaction<Schema>,
  id: string,
  { owners, at }: { readonly owners: WindowOwners; readonly at: EpochMs },
  fits: (windows: readonly OwnedWindow[]) => boolean,
): Promise<OwnedWindow[]> {
  const names = namesOf(owners);
  await noteApp(trx, owners);
  // Write first, as a lock: a concurrent decision on the same windows waits.
  for (const owner of names)
    await trx
      .updateTable('rate_windows')
      .set((eb) => ({
        remaining: eb.case().when('reset_at', '<=', at).then(eb.ref('max')).else(eb.ref('remaining')).end(),
        reset_at: eb
          .case()
          .when('reset_at', '<=', at)
          .then(eb('length_ms', '+', at))
          .else(eb.ref('reset_at'))
          .end(),
      }))
      .where('owner', '=', owner)
      .where('call', '=', 'publish')
      .execute();
  const windows = await readWindows(trx, owners.account, at, id);
  await trx.deleteFrom('reservations').where('publication_id', '=', id).execute();
  if (fits(windows))
    await trx
      .insertInto('reservations')
      .values(names.map((owner) => ({ owner, publication_id: id })))
      .execute();
  return windows;
}

/** Subtracts posts that are about to be sent from the windows of their account and its app. */
export async function countAgainstWindows(
  trx: Transaction<Schema>,
  id: string,
  account: string,
  posts: number,
): Promise<void> {
  await trx
    .updateTable('rate_windows')
    .set((eb) => ({ remaining: eb('remaining', '-', posts) }))
    .where((eb) =>
      eb.or([
        eb('owner', '=', account),
        eb(
          'owner',
          'in',
          eb.selectFrom('reservations').select('reservations.owner').where('publication_id', '=', id),
        ),
      ]),
    )
    .where('call', '=', 'publish')
    .where('remaining', '>=', posts)
    .execute();
}

/**
 * Ends the reservations of publications that no longer continue by themselves. A half-published one that waits for a time keeps
 * its reservation, because it must be able to finish.
 */
export async function settleReservations(
  trx: Transaction<Schema>,
  id: string,
  change: Advance,
): Promise<void> {
  if (change.to === 'publishing') return;
  const query = trx.deleteFrom('reservations').where('publication_id', '=', id);
  const goesOn = change.to === 'paused' && change.until !== null;
  await (goesOn
    ? query.where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('posts')
              .select('idx')
              .where('posts.publication_id', '=', id)
              .where('posts.state', '!=', 'waiting'),
          ),
        ),
      )
    : query
  ).execute();
}
