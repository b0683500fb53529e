import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Journal } from '../journal.ts';
import type { MicroUsd } from '../publication.ts';
import { monthStart } from './budget.ts';

/** What was spent for an account in one calendar month (UTC); `month` is `2026-02`. */
export type MonthlySpending = { readonly account: string; readonly month: string; readonly spent: MicroUsd };

/** What was spent in each of the last months, this one first; those in which nothing was are left out. */
export async function monthlySpending(
  journal: Journal,
  account: string,
  now: EpochMs,
  months: number,
): Promise<MonthlySpending[]> {
  const found: MonthlySpending[] = [];
  let later = 0;
  for (let back = 0; back < months; back += 1) {
    const start = monthStart(now, -back);
    const since = await journal.spentSince(account, start);
    if (since > later)
      found.push({ account, month: new Date(start).toISOString().slice(0, 7), spent: since - later });
    later = since;
  }
  return found;
}
