import { DatabaseSync } from 'node:sqlite';
import { translator } from '../engine.ts';
import { SQLITE_ENGINE } from './sqlite-facts.ts';

/** Whether SQLite finds a journal file undamaged. Only reads it. @throws JournalError if it can't be opened */
export function isSoundFile(path: string): boolean {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    return Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0] === 'ok';
  } catch (error) {
    throw translator(SQLITE_ENGINE, path)(error);
  } finally {
    database?.close();
  }
}
