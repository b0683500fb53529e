import type { PointWindowName } from './bluesky/point-rows.ts';
import type { Fault } from './faults.ts';
import type { InstanceWindowName } from './mastodon/window-rows.ts';
import type { PriceItem } from './x/prices.ts';
import { DEFAULT_LIMITS, type Limits } from './x/windows.ts';

/** What a sandbox can be told; everything has a default that behaves like the networks for a small account. */
export type SandboxOptions = {
  /** TCP port on 127.0.0.1; 0 or none takes any that is free. */
  readonly port?: number;
  /** A JSON file that holds everything, so that a restart goes on where it was; none keeps it in memory. */
  readonly stateFile?: string;
  readonly faults?: readonly Fault[];
  /** Seeds the dice of faults that have a probability. */
  readonly seed?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly limits?: Partial<Limits>;
  /** How long the same text of one account is refused, in ms; 12 hours by default. */
  readonly duplicateWindowMs?: number;
  /** Whether accounts may write long posts (25,000 weighted instead of 280). */
  readonly premium?: boolean;
  /** How long a new post stays out of the timeline, in ms, as it does behind X's caches. */
  readonly lagMs?: number;
  /** How long an upload is `pending` after it is finalized, in ms. */
  readonly mediaProcessingMs?: number;
  readonly prices?: Partial<Record<PriceItem, number>>;
  /** How long an access token holds that was renewed, in ms; two hours by default, as on X. */
  readonly tokenLifetimeMs?: number;
  /** Bluesky's windows of points, where they are to be others than a PDS's. */
  readonly blueskyPoints?: Partial<Record<PointWindowName, number>>;
  /** Mastodon's windows, where they are to be others than an instance's. */
  readonly mastodonLimits?: Partial<Record<InstanceWindowName, number>>;
  /** Largest status of the instance, in characters; 500 by default. */
  readonly mastodonCharacters?: number;
  /** US dollars after which every call answers 402, as with used-up credits. */
  readonly creditsUsd?: number;
  /** US dollars after which every call answers 403 `SpendCapReached`. */
  readonly spendCapUsd?: number;
};

/** The options with their defaults filled in, apart from the socket's. */
export type SandboxRules = {
  readonly now: () => number;
  readonly limits: Limits;
  readonly duplicateWindowMs: number;
  readonly premium: boolean;
  readonly lagMs: number;
  readonly mediaProcessingMs: number;
  readonly tokenLifetimeMs: number;
  readonly blueskyPoints: Partial<Record<PointWindowName, number>>;
  readonly mastodonLimits: Partial<Record<InstanceWindowName, number>>;
  readonly mastodonCharacters: number;
  readonly creditsUsd: number;
  readonly spendCapUsd: number;
};

/** Fills in the defaults. Ayrshare saw a duplicate window of up to 12 hours; X documents none. */
export function rulesOf(options: SandboxOptions): SandboxRules {
  return {
    now: options.now ?? Date.now,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    duplicateWindowMs: options.duplicateWindowMs ?? 12 * 3_600_000,
    premium: options.premium ?? false,
    lagMs: options.lagMs ?? 0,
    mediaProcessingMs: options.mediaProcessingMs ?? 0,
    tokenLifetimeMs: options.tokenLifetimeMs ?? 2 * 3_600_000,
    blueskyPoints: options.blueskyPoints ?? {},
    mastodonLimits: options.mastodonLimits ?? {},
    mastodonCharacters: options.mastodonCharacters ?? 500,
    creditsUsd: options.creditsUsd ?? Number.POSITIVE_INFINITY,
    spendCapUsd: options.spendCapUsd ?? Number.POSITIVE_INFINITY,
  };
}
