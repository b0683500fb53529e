/** One window of points: who it counts for, how many, how long. */
export type PointWindow = {
  readonly name: string;
  readonly label: string;
  readonly per: 'ip' | 'account' | 'identifier';
  readonly limit: number;
  readonly lengthMs: number;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A PDS's windows (https://docs.bsky.app/docs/advanced-guides/rate-limits), in the order in which they are charged. */
export const POINT_WINDOWS = {
  all: { name: 'all', label: 'Requests, 5 minutes', per: 'ip', limit: 3_000, lengthMs: 5 * MINUTE },
  login: { name: 'login', label: 'Logins, 5 minutes', per: 'identifier', limit: 30, lengthMs: 5 * MINUTE },
  logins: { name: 'logins', label: 'Logins, 24 hours', per: 'identifier', limit: 300, lengthMs: 24 * HOUR },
  blobs: { name: 'blobs', label: 'Uploads, 24 hours', per: 'ip', limit: 1_000, lengthMs: 24 * HOUR },
  hour: { name: 'hour', label: 'Write points, 1 hour', per: 'account', limit: 5_000, lengthMs: HOUR },
  day: { name: 'day', label: 'Write points, 24 hours', per: 'account', limit: 35_000, lengthMs: 24 * HOUR },
} as const satisfies Record<string, PointWindow>;

export type PointWindowName = keyof typeof POINT_WINDOWS;
