/** The exit codes of the process, as in the design's table. */
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
  /** It is unknown whether a post was published. */
  unknown: 6,
  bug: 70,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
