/** The system's codes for what a person can mend, in words that the errors of publishing have. */
const DISK = {
  EACCES: 'not-permitted',
  EPERM: 'not-permitted',
  EROFS: 'read-only',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EIO: 'io',
  EEXIST: 'io',
  ENOTDIR: 'io',
  EISDIR: 'io',
  EMFILE: 'io',
} as const;

/** One of the ways in which a disk refuses. */
export type DiskFailure = (typeof DISK)[keyof typeof DISK];

/** What a failed call to the file system means, `undefined` for what is no such failure. */
export function diskFailureKind(error: unknown): DiskFailure | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return Object.entries(DISK).find(([code]) => code === error.code)?.[1];
}
