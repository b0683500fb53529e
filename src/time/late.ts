import type { EpochMs } from './epoch-ms.ts';
import type { LatePolicy } from './late-policy.ts';

/** Up to here nothing is late: a worker restarts, a thread before it takes its time. */
export const ON_TIME_MS = 15 * 60_000;

/** Longer than this, and what was written for one moment may be wrong in another: by default a person is asked. */
export const LATE_MS = 6 * 60 * 60_000;

/** The least time between two missed publications of an account, where the configuration does not say. */
export const GAP_MS = 30 * 60_000;

/** What is known of a publication whose time has come. */
export type Lateness = {
  readonly now: EpochMs;
  readonly dueAt: EpochMs;
  readonly policy: LatePolicy | undefined;
  /** Why it was paused, if it was; only `missed` changes the decision. */
  readonly reason: string | null;
  /** Whether some of it is out: a thread that has begun is always brought to its end. */
  readonly hasBegun: boolean;
  /** When the account's last post went out, if that was lately. */
  readonly lastSentAt: EpochMs | undefined;
  readonly gapMs: number;
};

/** What becomes of a publication whose time has come. */
export type LateVerdict =
  | { readonly do: 'send' | 'skip' | 'ask' }
  /** Missed ones don't burst out together: this one goes a while after the last. */
  | { readonly do: 'space'; readonly until: EpochMs };

/** What each policy does with a publication that is late: at all, and very. */
const POLICIES: Readonly<
  Record<LatePolicy | 'usual', { readonly late: LateVerdict['do']; readonly veryLate: LateVerdict['do'] }>
> = {
  usual: { late: 'send', veryLate: 'ask' },
  post: { late: 'send', veryLate: 'send' },
  skip: { late: 'skip', veryLate: 'skip' },
  ask: { late: 'ask', veryLate: 'ask' },
};

/** Decides whether a publication whose time has come is sent, though it may have been missed. Pure. */
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
