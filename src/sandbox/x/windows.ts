import type { CallKind } from '../network-id.ts';

/** The kinds of requests that X counts. */
export type Call = 'publish' | 'remove' | 'timeline' | 'lookup' | 'me' | 'media' | 'metadata';

/** The scope of each for faults. */
export const CALL_KINDS: Record<Call, CallKind> = {
  publish: 'publish',
  remove: 'remove',
  timeline: 'read',
  lookup: 'read',
  me: 'read',
  media: 'media',
  metadata: 'media',
};

/** One rate window: which call it counts, for whom, how long, and its headers. */
type WindowRule = {
  readonly call: Call;
  readonly limit: keyof Limits;
  readonly per: 'user' | 'app';
  readonly lengthMs: number;
  readonly header: string;
};

/** How many requests each window allows. */
export type Limits = {
  readonly publish15min: number;
  readonly user24h: number;
  readonly app24h: number;
  readonly remove15min: number;
  readonly timeline15min: number;
  readonly lookup15min: number;
  readonly me15min: number;
  readonly media15min: number;
  readonly metadata15min: number;
};

/**
 * X's limits as documented 2026-07-24 (https://docs.x.com/x-api/fundamentals/rate-limits); `user24h` is undocumented, but its
 * header was seen with 100 in February 2026.
 */
export const DEFAULT_LIMITS: Limits = {
  publish15min: 100,
  user24h: 100,
  app24h: 10_000,
  remove15min: 50,
  timeline15min: 900,
  lookup15min: 900,
  me15min: 75,
  media15min: 1_875,
  metadata15min: 500,
};

const QUARTER = 15 * 60_000;
const DAY = 24 * 3_600_000;
const SHORT = { per: 'user', lengthMs: QUARTER, header: 'x-rate-limit' } as const;

/** Every window, in the order of checking. */
export const WINDOWS: readonly WindowRule[] = [
  { call: 'publish', limit: 'publish15min', ...SHORT },
  { call: 'publish', limit: 'user24h', per: 'user', lengthMs: DAY, header: 'x-user-limit-24hour' },
  { call: 'publish', limit: 'app24h', per: 'app', lengthMs: DAY, header: 'x-app-limit-24hour' },
  { call: 'remove', limit: 'remove15min', ...SHORT },
  { call: 'timeline', limit: 'timeline15min', ...SHORT },
  { call: 'lookup', limit: 'lookup15min', ...SHORT },
  { call: 'me', limit: 'me15min', ...SHORT },
  { call: 'media', limit: 'media15min', ...SHORT },
  { call: 'metadata', limit: 'metadata15min', ...SHORT },
];

/** The use of one window: when it began, and how many requests it allowed. */
export type WindowUse = { readonly startedAt: number; readonly used: number };

/** The current state of a window for one account. */
export type WindowView = {
  readonly name: keyof Limits;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAt: number;
  readonly header: string;
};

type Uses = Record<string, WindowUse>;

const keyOf = (rule: WindowRule, userId: string): string =>
  `${rule.per === 'app' ? 'app' : userId}:${rule.limit}`;

function viewOf(rule: WindowRule, limits: Limits, use: WindowUse | undefined, now: number): WindowView {
  const open = use !== undefined && now < use.startedAt + rule.lengthMs ? use : { startedAt: now, used: 0 };
  const limit = limits[rule.limit];
  return {
    name: rule.limit,
    limit,
    remaining: Math.max(0, limit - open.used),
    resetAt: open.startedAt + rule.lengthMs,
    header: rule.header,
  };
}

/** The part of the sandbox that its windows depend on: what was used of them, their limits, and the time. */
type WindowCore = {
  readonly store: { readonly state: { readonly windows: Uses } };
  readonly rules: { readonly limits: Limits; readonly now: () => number };
};

/** Returns the windows of one call (or of all) for an account; an expired window counts as full. */
export function windowsFor({ store, rules }: WindowCore, userId: string, call?: Call): WindowView[] {
  const uses = store.state.windows;
  return WINDOWS.filter((rule) => call === undefined || rule.call === call).map((rule) =>
    viewOf(rule, rules.limits, uses[keyOf(rule, userId)], rules.now()),
  );
}

/** Counts one request in every window of its call; returns false, and counts nothing, if one of them is exhausted. */
export function admit(core: WindowCore, userId: string, call: Call): boolean {
  const uses = core.store.state.windows;
  const now = core.rules.now();
  const rules = WINDOWS.filter((rule) => rule.call === call);
  if (windowsFor(core, userId, call).some((view) => view.remaining === 0)) return false;
  for (const rule of rules) {
    const key = keyOf(rule, userId);
    const use = uses[key];
    uses[key] =
      use !== undefined && now < use.startedAt + rule.lengthMs
        ? { startedAt: use.startedAt, used: use.used + 1 }
        : { startedAt: now, used: 1 };
  }
  return true;
}

/** Makes the response headers for windows; resets are unix seconds, rounded up. */
export function windowHeaders(views: readonly WindowView[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const view of views) {
    headers[`${view.header}-limit`] = String(view.limit);
    headers[`${view.header}-remaining`] = String(view.remaining);
    headers[`${view.header}-reset`] = String(Math.ceil(view.resetAt / 1000));
  }
  return headers;
}
