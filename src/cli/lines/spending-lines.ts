import { visible } from '../../preview/visible.ts';
import type { MonthlySpending } from '../../publishing/limits/monthly-spending.ts';
import { usd } from '../../publishing/money.ts';
import { dollars } from '../../text/dollars.ts';

/** `spent  me  2026-02  $1.305`, one line a month. */
export const spendingLines = (bill: readonly MonthlySpending[]): string[] =>
  bill.map(({ account, month, spent }) => `spent  ${visible(account)}  ${month}  ${dollars(usd(spent))}`);

/** What an account spent in a month, as `--json` prints it. */
export const spendingJson = ({ account, month, spent }: MonthlySpending): object => ({
  account,
  month,
  usd: usd(spent),
});
