import type { EpochMs } from './epoch-ms.ts';
import type { LatePolicy } from './late-policy.ts';

/** Up to here a publication is on time: a worker restarts, or a thread before it takes a while. */
export const ON_TIME_MS = 15 * 60_000;

/** After this, a text written for one moment may be wrong at another: by default the user is asked. */
export const LATE_MS = 6 * 60 * 60_000;

/** The default minimum time between two missed publications of an account. */
export const GAP_MS = 30 * 60_000;

/** What is known about a due publication. */
export type Lateness = {
  readonly now: EpochMs;
  readonly dueAt: EpochMs;
  readonly policy: LatePolicy | undefined;
  /** Why it was paused, if so; only `missed` affects the decision. */
  readonly reason: string | null;
  /** Whether part of it was sent: a thread that has begun is always finished. */
  readonly hasBegun: boolean;
  /** When the account's last post was published, if that was recently. */
  readonly lastSentAt: EpochMs | undefined;
  readonly gapMs: number;
};

/** What to do with a due publication. */
export type LateVerdict =
  | { readonly do: 'send' | 'skip' | 'ask' }
  /** Space missed publications out instead of sending them all at once. */
  | { readonly do: 'space'; readonly until: EpochMs };

/** What each policy does with a late publication, and with a very late one. */
const POLICIES: Readonly<
  Record<LatePolicy | 'usual', { readonly late: LateVerdict['do']; readonly veryLate: LateVerdict['do'] }>
> = {
  usual: { late: 'send', veryLate: 'ask' },
  post: { late: 'send', veryLate: 'send' },
  skip: { late: 'skip', veryLate: 'skip' },
  ask: { late: 'ask', veryLate: 'ask' },
};

/** Decides whether a due publication, which may have been missed, is sent. Pure. */
export function lateVerdict(facts: Lateness): LateVerdict {
  const { now, dueAt, policy, reason, hasBegun, lastSentAt, gapMs } = facts;
  const lateMs = now - dueAt;
  const isMissed = lateMs > ON_TIME_MS;
  if (isMissed && !hasBegun) {
    const { late, veryLate } = POLICIES[policy ?? 'usual'];
    const verdict = lateMs > LATE_MS ? veryLate : late;
    if (verdict === 'skip' || verdict === 'ask') return { do: verdict };
  }
  const isSpaced = isMissed || reason === 'missed';
  if (!isSpaced || hasBegun || lastSentAt === undefined) return { do: 'send' };
  const until = lastSentAt + gapMs;
  return until > now ? { do: 'space', until } : { do: 'send' };
}
