import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.ts';

const MODULE = resolve(import.meta.dirname, '../../src/journal/sqlite/sqlite-journal.ts');
const CODE = `
  import { openSqliteJournal } from ${JSON.stringify(MODULE)};
  const [path, name] = process.argv.slice(1);
  const journal = await openSqliteJournal(path);
  for (let n = 0; n < 20; n += 1) {
    const lease = { account: name + n, token: name, owner: name, expiresAt: 9 };
    await journal.takeLease(lease, 1);
  }
  await journal.takeLease({ account: 'one', token: name, owner: name, expiresAt: 9 }, 1);
  await journal.close();
`;

it('is made, migrated and written to by four processes at the same moment', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'processes-'));
  const path = join(folder, '.threadmill', 'threadmill.db');
  const names = ['a', 'b', 'c', 'd'];
  const codes = await Promise.all(
    names.map(async (name) => {
      const child = spawn(process.execPath, ['--input-type=module', '--eval', CODE, path, name], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    }),
  );
  expect(codes).toEqual([0, 0, 0, 0]);
  const journal = await openSqliteJournal(path);
  const asked = { account: 'one', token: 'z', owner: 'z', expiresAt: 9 };
  expect(names).toContain((await journal.takeLease(asked, 1)).token);
  await journal.close();
  rmSync(folder, { recursive: true });
});
