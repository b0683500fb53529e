import type { Kysely, Transaction } from 'kysely';
import type { Journal } from '../publishing/journal.ts';
import {
  bookCallRow,
  bookReadRows,
  forgetTokenRow,
  keepTokenRow,
  readKnownReceipts,
  readNewestPosts,
  readSent,
  readSentTexts,
  readSpending,
  readToken,
} from './account-queries.ts';
import { dueReader } from './due-query.ts';
import { type Engine, translator } from './engine.ts';
import { keepIdentityRow, readIdentity } from './identity-queries.ts';
import { learnPublication, restorePublication } from './learn-queries.ts';
import { dropLeaseRow, leaseTaker, readLease, readLeases, renewLeaseRow } from './lease-queries.ts';
import { intendPosts, keepUploadOf, movePost, pinPost, receivePost } from './post-queries.ts';
import {
  advancePublication,
  changePublication,
  createPublication,
  holdDecision,
  notePublicationBeginning,
  readPublications,
  replaceWaitingPosts,
} from './publication-queries.ts';
import { newRecord } from './publication-rows.ts';
import { countStates, readNextDue, schedulePublication } from './schedule-queries.ts';
import type { Schema } from './schema.ts';
import { type Transferable, transferOf } from './transfer.ts';
import { noteApp, readWindows, reservePosts, tellWindow } from './window-queries.ts';

/** A durable journal that can be moved to another engine. */
export type StoredJournal = Journal & Transferable;

/**
 * Runs writes that need not survive a crash of the machine, and so skip the wait for the disk. Leases qualify: after a crash
 * their holder is gone too, or learns before its next intent that the lease is lost. The next durable write flushes them.
 */
export type Lightly = <T>(work: (db: Kysely<Schema>) => Promise<T>) => Promise<T>;

/** Makes the journal on any engine that Kysely supports. Engines differ only in their `db` and in how they fail. */
export function kyselyJournal(
  db: Kysely<Schema>,
  engine: Engine,
  where: string,
  lightly: Lightly,
): StoredJournal {
  const translate = translator(engine, where);
  const translated = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw translate(error);
    }
  };
  const write = <T>(work: (trx: Transaction<Schema>) => Promise<T>): Promise<T> =>
    translated(() => db.transaction().execute(work));
  const light = <T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> => translated(() => lightly(work));
  const read = <T>(work: () => Promise<T>): Promise<T> => translated(work);

  const due = dueReader(db);
  const takeLease = leaseTaker();

  return {
    create: (thread, publishAt, how, decision) =>
      write(async (trx) => {
        if (decision !== undefined) await holdDecision(trx, decision);
        await createPublication(trx, newRecord(thread, publishAt, how));
      }),
    restore: (record) => write((trx) => restorePublication(trx, record)),
    learn: (record) => write((trx) => learnPublication(trx, record)),
    publication: async (id) => (await read(() => readPublications(db, { id })))[0],
    publications: (filter) => read(() => readPublications(db, filter)),
    advance: (id, change, at, from) => write((trx) => advancePublication(trx, id, change, { at, from })),
    schedule: (id, publishAt, setAt, how) =>
      write((trx) => schedulePublication(trx, id, { publishAt, setAt }, how)),
    due: (at, filter) => read(() => due(at, filter)),
    nextDue: (after) => read(() => readNextDue(db, after)),
    tally: () => read(() => countStates(db)),
    noteBeginning: (id, identity, after) =>
      write((trx) => notePublicationBeginning(trx, id, identity, after)),
    noteLearned: (id, since) => write((trx) => changePublication(trx, id, { learned_at: since })),
    relocate: (id, draft) => write((trx) => changePublication(trx, id, { draft })),
    replaceWaiting: (id, thread) => write((trx) => replaceWaitingPosts(trx, id, thread)),

    pin: (id, pins) =>
      write(async (trx) => {
        for (const { index, pinned } of pins) await pinPost(trx, id, index, pinned);
      }),
    intend: (id, indexes, lease, at) => write((trx) => intendPosts(trx, { id, indexes }, lease, at)),
    receive: (id, receipts, at) =>
      write(async (trx) => {
        for (const { index, receipt } of receipts) await receivePost(trx, { id, index }, receipt, at);
      }),
    release: (id, indexes) =>
      write(async (trx) => {
        for (const index of indexes) await movePost(trx, { id, index }, 'waiting');
      }),
    doubt: (id, index) => write((trx) => movePost(trx, { id, index }, 'unknown')),
    remove: (id, index, at) => write((trx) => movePost(trx, { id, index }, 'removed', { removed_at: at })),
    keepUpload: (medium, upload, at) => write((trx) => keepUploadOf(trx, medium, upload, at)),

    tellWindows: (owners, windows, at) =>
      write(async (trx) => {
        await noteApp(trx, owners);
        for (const window of windows) await tellWindow(trx, owners, window, at);
      }),
    windows: (account, at, but) => read(() => readWindows(db, account, at, but)),
    reserve: (id, owners, at, fits) => write((trx) => reservePosts(trx, id, { owners, at }, fits)),
    spentSince: (account, since) => read(() => readSpending(db, account, since)),
    bookCall: (account, call, at) => write((trx) => bookCallRow(trx, account, call, at)),
    bookReads: (account, call, at) => write((trx) => bookReadRows(trx, account, call, at)),
    newestPosts: (account) => read(() => readNewestPosts(db, account)),
    sentTexts: (account, texts, since) => read(() => readSentTexts(db, account, texts, since)),
    knownReceipts: (account, ids) => read(() => readKnownReceipts(db, account, ids)),
    sentSince: (account, since) => read(() => readSent(db, account, since)),

    identity: (account, credentials) => read(() => readIdentity(db, account, credentials)),
    keepIdentity: (account, credentials, identity) =>
      write((trx) => keepIdentityRow(trx, account, credentials, identity)),
    token: (account) => read(() => readToken(db, account)),
    keepToken: (account, token) => write((trx) => keepTokenRow(trx, account, token)),
    forgetToken: (account) => write((trx) => forgetTokenRow(trx, account)),

    takeLease: (lease, at, over) => light((one) => takeLease(one, lease, at, over)),
    renewLease: (lease) => light((one) => renewLeaseRow(one, lease)),
    lease: (account, at) => read(() => readLease(db, account, at)),
    leases: (at) => read(() => readLeases(db, at)),
    dropLease: (lease) => light((one) => dropLeaseRow(one, lease)),

    ...transferOf(db, engine, translated),
    close: () => db.destroy(),
  };
}
