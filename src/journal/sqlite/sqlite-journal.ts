import { chmodSync, closeSync, existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { folderTrouble } from '../../disk/folder-trouble.ts';
import { JournalError } from '../../publishing/journal-error.ts';
import { translator } from '../engine.ts';
import { kyselyJournal, type Lightly, type StoredJournal } from '../kysely-journal.ts';
import { migrate } from '../migrate.ts';
import type { Schema } from '../schema.ts';
import { NodeSqliteDialect } from './node-sqlite-dialect.ts';
import { SQLITE, SQLITE_ENGINE } from './sqlite-facts.ts';

/** How to open a journal file. */
export type SqliteJournalOptions = {
  /** How long a write waits for another process's transaction. @default 5000 */
  readonly busyTimeoutMs?: number;
};

/** Creates the folder and the file for their owner only; existing ones keep their mode. */
function makeFile(path: string): void {
  const folder = dirname(path);
  const isNew = !existsSync(folder);
  const trouble = folderTrouble(folder);
  if (trouble !== undefined)
    throw new JournalError('not-permitted', `The journal needs a folder ${folder}, and ${trouble}.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (isNew) {
    // The umask may remove bits that the owner needs, so set the mode explicitly.
    chmodSync(folder, 0o700);
    // The journal holds who posted what and when: keep it out of the repository.
    writeFileSync(join(folder, '.gitignore'), '*\n');
  }
  // SQLite gives its -wal and -shm files the mode of the database, so set it here for all three.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
}

/** Opens the journal in a database connection; closing the journal closes it. `path` is for messages. */
export async function journalIn(database: DatabaseSync, path: string): Promise<StoredJournal> {
  for (const pragma of SQLITE.onOpen) database.exec(pragma);
  const db = new Kysely<Schema>({ dialect: new NodeSqliteDialect(database) });
  await migrate(db, path);
  const { before, after } = SQLITE.lightly;
  const lightly: Lightly = (work) =>
    db.connection().execute(async (one) => {
      await sql.raw(before).execute(one);
      try {
        return await work(one);
      } finally {
        await sql.raw(after).execute(one);
      }
    });
  return kyselyJournal(db, SQLITE_ENGINE, path, lightly);
}

/**
 * Opens the journal in a SQLite file, creates folder (0700) and file (0600) if missing, and migrates its tables.
 *
 * @throws JournalError
 */
export async function openSqliteJournal(
  path: string,
  options: SqliteJournalOptions = {},
): Promise<StoredJournal> {
  let database: DatabaseSync | undefined;
  try {
    makeFile(path);
    database = new DatabaseSync(path, { timeout: options.busyTimeoutMs ?? SQLITE.busyTimeoutMs });
    return await journalIn(database, path);
  } catch (error) {
    database?.close();
    throw translator(SQLITE_ENGINE, path)(error);
  }
}

/** Opens a journal that lives in memory: for dry runs, which must leave no trace, and for tests. */
export function openMemoryJournal(): Promise<StoredJournal> {
  return journalIn(new DatabaseSync(':memory:'), 'in memory');
}
