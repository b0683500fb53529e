import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { journalIn } from '../../src/journal/sqlite/sqlite-journal.ts';
import type { Journal } from '../../src/publishing/journal.ts';
import type { LabStore } from './run.ts';

/**
 * Files in memory where the system has a place for them. A process that dies leaves its writes to the system either way,
 * and thousands of files made and removed on a slow disk would be most of the time.
 */
function placeForFiles(): string {
  const memory = '/dev/shm';
  try {
    accessSync(memory, constants.W_OK);
    return memory;
  } catch {
    return tmpdir();
  }
}
const PLACE = placeForFiles();

/** An empty journal, so that a run needn't make all tables anew. */
let empty: Buffer | undefined;

async function newFile(path: string): Promise<void> {
  if (!empty) {
    await (await journalIn(new DatabaseSync(path), path)).close();
    empty = readFileSync(path);
  } else {
    writeFileSync(path, empty);
  }
}

/** A journal in a real file, opened once for each worker, with a real lock and a really full disk on demand. */
export async function sqliteStore(workers: number): Promise<LabStore & { close(): Promise<void> }> {
  const folder = mkdtempSync(join(PLACE, 'lab-'));
  const path = join(folder, 'threadmill.db');
  await newFile(path);
  // Everything lives in one thread here: a connection that waited for another would wait for itself.
  const open = (): DatabaseSync => new DatabaseSync(path, { timeout: 0 });
  const databases: DatabaseSync[] = [];
  const journals: Journal[] = [];
  for (let made = 0; made < workers; made += 1) {
    const database = open();
    databases.push(database);
    journals.push(await journalIn(database, path));
    // Nobody pulls the plug here, and a process that dies leaves its writes to the system: no need to wait for the disk.
    database.exec('pragma synchronous = off');
  }
  const other = open();
  const locked = async (work: () => Promise<unknown>): Promise<unknown> => {
    try {
      other.exec('begin immediate');
    } catch {
      // Somebody else has it locked, which is as good.
      return work();
    }
    try {
      return await work();
    } finally {
      other.exec('rollback');
    }
  };
  const full = async (work: () => Promise<unknown>): Promise<unknown> => {
    // SQLite reports a database at its page limit exactly as it does a full disk.
    for (const database of databases) database.exec('pragma max_page_count = 1');
    try {
      return await work();
    } finally {
      for (const database of databases) database.exec('pragma max_page_count = 4294967294');
    }
  };
  return {
    journals,
    breakage: (fault, work) => (fault === 'locked' ? locked(work) : full(work)),
    close: async () => {
      for (const journal of journals) await journal.close();
      other.close();
      rmSync(folder, { recursive: true });
    },
  };
}
