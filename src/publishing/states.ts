export const PUBLICATION_STATES = [
  'scheduled',
  'publishing',
  'published',
  'paused',
  'failed',
  'cancelled',
] as const;

/** The states of a publication that may still send something; one that a dead process left behind stays `publishing`. */
export const OPEN_STATES = ['scheduled', 'publishing', 'paused', 'failed'] as const;

export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** The states of a post. `sending`: the intent is committed, the outcome is not known yet. */
export const POST_STATES = ['waiting', 'sending', 'unknown', 'published', 'removed'] as const;

export type PostState = (typeof POST_STATES)[number];

export const PAUSE_REASONS = [
  'rate-limited',
  'budget',
  'fuse',
  'kill-switch',
  'money',
  'auth',
  'network',
  'media',
  'repeat',
  'thread-too-long',
  'unknown-outcome',
  'frozen-file',
  'stopped',
  'late',
  'missed',
] as const;

export type PauseReason = (typeof PAUSE_REASONS)[number];

/** The states from which a publication may enter another; this table guards every change. */
export const PUBLICATION_FROM: Readonly<Record<PublicationState, readonly PublicationState[]>> = {
  /** Only on creation. */
  scheduled: [],
  /** `publishing`: left behind by a dead process. `failed`: the user retries it. */
  publishing: ['scheduled', 'paused', 'failed', 'publishing'],
  published: ['publishing', 'paused'],
  paused: ['scheduled', 'publishing', 'paused'],
  failed: ['publishing'],
  cancelled: ['scheduled', 'publishing', 'published', 'paused', 'failed'],
};

/** The states from which a post may enter another; this table guards every change. */
export const POST_FROM: Readonly<Record<PostState, readonly PostState[]>> = {
  /** Back to waiting only if certainly nothing was sent, by the network's or the user's answer. */
  waiting: ['sending', 'unknown'],
  sending: ['waiting'],
  unknown: ['sending'],
  published: ['sending', 'unknown'],
  removed: ['published'],
};
