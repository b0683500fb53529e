/** What the process tells its caller when it ends: the design's table of exit codes. */
export const EXIT = {
  done: 0,
  /** A draft has findings of severity error, or could not be read. */
  draft: 1,
  usage: 2,
  configuration: 3,
  /** Nothing was sent. */
  notSent: 4,
  /** Part of a thread was sent. */
  partlySent: 5,
  /** Whether a post was sent is not known. */
  unknown: 6,
  bug: 70,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
