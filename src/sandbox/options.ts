import type { PointWindowName } from './bluesky/point-rows.ts';
import type { Fault } from './faults.ts';
import type { InstanceWindowName } from './mastodon/window-rows.ts';
import type { PriceItem } from './x/prices.ts';
import { DEFAULT_LIMITS, type Limits } from './x/windows.ts';

/** The options of a sandbox; the defaults behave like the networks for a small account. */
export type SandboxOptions = {
  /** TCP port on 127.0.0.1; 0 or missing takes any free one. */
  readonly port?: number;
  /** A JSON file with the whole state, so that a restart continues from it; without it, the state is in memory. */
  readonly stateFile?: string;
  readonly faults?: readonly Fault[];
  /** The seed for faults with a probability. */
  readonly seed?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly limits?: Partial<Limits>;
  /** How long the same text of one account is refused, in ms. @default 12 hours */
  readonly duplicateWindowMs?: number;
  /** Whether accounts may write long posts (25,000 weighted instead of 280). */
  readonly premium?: boolean;
  /** How long a new post stays out of the timeline, in ms, as behind X's caches. */
  readonly lagMs?: number;
  /** How long an upload is `pending` after it is finalized, in ms. */
  readonly mediaProcessingMs?: number;
  readonly prices?: Partial<Record<PriceItem, number>>;
  /** How long a renewed access token is valid, in ms. @default two hours, as on X */
  readonly tokenLifetimeMs?: number;
  /** Overrides Bluesky's windows of points. */
  readonly blueskyPoints?: Partial<Record<PointWindowName, number>>;
  /** Overrides Mastodon's windows. */
  readonly mastodonLimits?: Partial<Record<InstanceWindowName, number>>;
  /** The longest status of the instance, in characters. @default 500 */
  readonly mastodonCharacters?: number;
  /** US dollars after which every call returns 402, like used-up credits. */
  readonly creditsUsd?: number;
  /** US dollars after which every call returns 403 `SpendCapReached`. */
  readonly spendCapUsd?: number;
};

/** The options with their defaults, except the socket's. */
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

/** Fills in the defaults. Ayrshare observed a duplicate window of up to 12 hours; X documents none. */
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
