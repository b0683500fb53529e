const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'it already exists',
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'permission was denied',
  EPERM: 'the system does not allow it',
  EROFS: 'its disk is read-only',
  ENOSPC: 'the disk is full',
  ELOOP: 'its symbolic links form a loop',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk could not read it',
};

/** Why a file can't be read or made, by the system's code, in words for a person; `undefined` for a code without any. */
export function fileReason(code: unknown): string | undefined {
  return typeof code === 'string' ? REASONS[code] : undefined;
}
