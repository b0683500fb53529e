/** What the system's refusals mean in words; anything else from the system is a bug until understood. */
const SYSTEM: Readonly<Record<string, string>> = {
  EACCES: 'permission was denied',
  EPERM: 'the system does not allow it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EMFILE: 'too many files are open',
};

/** What a refusal of the system means in words; undefined for what is none, or is not understood. */
export function systemMeaning(error: unknown): string | undefined {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code === undefined ? undefined : SYSTEM[code];
}
