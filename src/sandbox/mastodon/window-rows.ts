const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export type WindowRow = { readonly label: string; readonly limit: number; readonly lengthMs: number };

/**
 * An instance's windows (https://docs.joinmastodon.org/api/rate-limits/), all per account. They begin at multiples of their
 * length since 1970, as in its source.
 */
export const INSTANCE_WINDOWS = {
  all: { label: 'Requests, 5 minutes', limit: 300, lengthMs: 5 * MINUTE },
  paging: { label: 'Pages read, 15 minutes', limit: 300, lengthMs: 15 * MINUTE },
  statuses: { label: 'Posts, 3 hours', limit: 300, lengthMs: 3 * HOUR },
  media: { label: 'Uploads, 30 minutes', limit: 30, lengthMs: 30 * MINUTE },
  deletes: { label: 'Deletions, 30 minutes', limit: 30, lengthMs: 30 * MINUTE },
} as const satisfies Record<string, WindowRow>;

export type InstanceWindowName = keyof typeof INSTANCE_WINDOWS;
