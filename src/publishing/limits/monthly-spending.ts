import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Spending } from '../journal.ts';
import type { MicroUsd } from '../publication.ts';
import { monthStart } from './budget.ts';

/** An account's spending in one calendar month (UTC); `month` is `2026-02`. */
export type MonthlySpending = { readonly account: string; readonly month: string; readonly spent: MicroUsd };

/** Lists the spending of the last months, the current one first; months without spending are left out. */
export async function monthlySpending(
  journal: Spending,
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
