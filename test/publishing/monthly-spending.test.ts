import { expect, it } from 'vitest';
import { openMemoryJournal } from '../../src/journal/sqlite/sqlite-journal.ts';
import { monthlySpending } from '../../src/publishing/limits/monthly-spending.ts';
import { threadFor } from '../journal/contract.ts';

it('tells what was spent in each month, by the calendar of UTC, and leaves empty months out', async () => {
  const journal = await openMemoryJournal();
  const book = async (id: string, at: string): Promise<void> => {
    const time = Date.parse(at);
    const lease = { account: 'me', token: id, owner: id, expiresAt: time + 1_000 };
    await journal.create(threadFor(id), time);
    await journal.takeLease(lease, time);
    await journal.advance(id, { to: 'publishing' }, time);
    await journal.intend(id, [1], lease, time);
    await journal.receive(id, [{ index: 1, receipt: { id, url: 'https://x.test', at: time } }], time);
  };
  await book('old', '2025-01-31T12:00:00Z');
  await book('a', '2025-12-31T23:59:59.999Z');
  await book('b', '2026-02-01T00:00:00Z');
  await book('c', '2026-02-03T09:00:00Z');
  const now = Date.parse('2026-02-03T10:00:00Z');
  expect(await monthlySpending(journal, 'me', now, 12)).toEqual([
    { account: 'me', month: '2026-02', spent: 30_000 },
    { account: 'me', month: '2025-12', spent: 15_000 },
  ]);
  expect(await monthlySpending(journal, 'you', now, 12)).toEqual([]);
  await journal.close();
});
