import { visible } from '../../preview/visible.ts';
import type { MonthlySpending } from '../../publishing/limits/monthly-spending.ts';
import { usd } from '../../publishing/money.ts';
import { dollars } from '../../text/dollars.ts';

/** Formats `spent  me  2026-02  $1.305`, one line per month. */
export const spendingLines = (bill: readonly MonthlySpending[]): string[] =>
  bill.map(({ account, month, spent }) => `spent  ${visible(account)}  ${month}  ${dollars(usd(spent))}`);

/** Converts an account's spending in a month to its `--json` form. */
export const spendingJson = ({ account, month, spent }: MonthlySpending): object => ({
  account,
  month,
  usd: usd(spent),
});
