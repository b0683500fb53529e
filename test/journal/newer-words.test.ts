import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.ts';
import type { Journal } from '../../src/publishing/journal.ts';
import { NOW, threadFor } from './contract.ts';

it.each<[what: string, sql: string, read: (journal: Journal) => Promise<unknown>]>([
  ['state of a publication, read', "update publications set state = 'dreaming'", (j) => j.publication('p')],
  ['state of a publication, counted', "update publications set state = 'dreaming'", (j) => j.tally()],
  ['reason', "update publications set state = 'paused', reason = 'rain'", (j) => j.tally()],
  ['state of a post', "update posts set state = 'dreaming'", (j) => j.publications({})],
  ['network', "update publications set network = 'pond'", (j) => j.publication('p')],
  ['hash', 'update publications set hash_version = 9', (j) => j.publication('p')],
  ['role of an image', "update media set role = 'film'", (j) => j.publication('p')],
  ['kind of call', "update rate_windows set call = 'dream'", (j) => j.windows('me', NOW)],
])('a journal with an unknown %s says that a newer version wrote it', async (_what, sql, read) => {
  const folder = mkdtempSync(join(tmpdir(), 'newer-words-'));
  const path = join(folder, 'j/journal.db');
  const journal = await openSqliteJournal(path);
  await journal.create(threadFor('p'), NOW);
  const window = {
    call: 'publish',
    name: 'day',
    lengthMs: 9,
    limit: 1,
    remaining: 1,
    resetAt: NOW + 9,
  } as const;
  await journal.tellWindows({ account: 'me', app: 'me' }, [window], NOW);
  const other = new DatabaseSync(path);
  other.exec(sql);
  other.close();
  await expect(read(journal)).rejects.toMatchObject({
    reason: 'newer',
    message: expect.stringContaining('was written by a newer version of Threadmill'),
  });
  await journal.close();
  rmSync(folder, { recursive: true });
});
