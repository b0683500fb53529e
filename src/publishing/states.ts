/** The states of a publication. */
export const PUBLICATION_STATES = [
  'scheduled',
  'publishing',
  'published',
  'paused',
  'failed',
  'cancelled',
] as const;

/** One of the states of a publication. */
export type PublicationState = (typeof PUBLICATION_STATES)[number];

/** The states of a post. `sending` means: the intent is committed, the outcome was not seen yet. */
export const POST_STATES = ['waiting', 'sending', 'unknown', 'published', 'removed'] as const;

/** One of the states of a post. */
export type PostState = (typeof POST_STATES)[number];

/** Why a publication is paused. */
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

/** One of the reasons for a pause. */
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** From which states a publication may come into another; every change is guarded by this table. */
export const PUBLICATION_FROM: Readonly<Record<PublicationState, readonly PublicationState[]>> = {
  /** Only ever made so. */
  scheduled: [],
  /** `publishing` is left behind by a process that died; `failed` is tried again because a person says so. */
  publishing: ['scheduled', 'paused', 'failed', 'publishing'],
  published: ['publishing', 'paused'],
  paused: ['scheduled', 'publishing', 'paused'],
  failed: ['publishing'],
  cancelled: ['scheduled', 'publishing', 'published', 'paused', 'failed'],
};

/** From which states a post may come into another; every change is guarded by this table. */
export const POST_FROM: Readonly<Record<PostState, readonly PostState[]>> = {
  /** Back to waiting only when it is sure that nothing was sent: by the network's word, or a person's. */
  waiting: ['sending', 'unknown'],
  sending: ['waiting'],
  unknown: ['sending'],
  published: ['sending', 'unknown'],
  removed: ['published'],
};
