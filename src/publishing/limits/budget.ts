import { dollars } from '../../text/dollars.ts';
import { HOUR_MS } from '../../time/durations.ts';
import type { EpochMs } from '../../time/epoch-ms.ts';
import type { Spending } from '../journal.ts';
import { microUsd, usd } from '../money.ts';
import type { PublishingAccount } from '../ports.ts';
import type { MicroUsd } from '../publication.ts';
import type { PauseReason } from '../states.ts';

/** A limit set by the owner that a publication would exceed. */
export type OverLimit = {
  readonly reason: Extract<PauseReason, 'budget' | 'fuse'>;
  readonly message: string;
  readonly until: EpochMs | null;
};

/** Returns the start of the calendar month (UTC) of `at`, or of the month `months` later. */
export function monthStart(at: EpochMs, months = 0): EpochMs {
  const date = new Date(at);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
}

/** Checks whether a cost would exceed the month's cap, together with what was already spent. */
export async function overBudget(
  journal: Spending,
  account: PublishingAccount,
  cost: MicroUsd,
  now: EpochMs,
): Promise<OverLimit | undefined> {
  if (account.monthlyCapUsd === undefined) return undefined;
  const cap = microUsd(account.monthlyCapUsd);
  const spent = await journal.spentSince(account.name, monthStart(now));
  if (spent + cost <= cap) return undefined;
  return {
    reason: 'budget',
    message: `It costs ${dollars(usd(cost))}, and ${dollars(usd(Math.max(0, cap - spent)))} is left of the ${dollars(usd(cap))} that account ${account.name} may spend this month (monthly_cap_usd). Raise the cap in the config, or wait for the next month (UTC).`,
    until: cost <= cap ? monthStart(now, 1) : null,
  };
}

/** Checks whether posts would exceed `posts_per_hour`: the most allowed within any 60 minutes. */
export async function overFuse(
  journal: Spending,
  account: PublishingAccount,
  posts: number,
  now: EpochMs,
): Promise<OverLimit | undefined> {
  const fuse = account.postsPerHour;
  if (fuse === undefined) return undefined;
  const message = `Account ${account.name} may send at most ${fuse} posts an hour (posts_per_hour)`;
  if (posts > fuse) {
    return {
      reason: 'fuse',
      message: `${message}, and the thread has ${posts}. Raise posts_per_hour in the config, or shorten the thread.`,
      until: null,
    };
  }
  const sent = await journal.sentSince(account.name, now - HOUR_MS + 1);
  const excess = sent.length + posts - fuse;
  if (excess <= 0) return undefined;
  return {
    reason: 'fuse',
    message: `${message}: ${sent.length} were sent in the last hour, and the thread has ${posts}.`,
    until: (sent[excess - 1] ?? now) + HOUR_MS,
  };
}
