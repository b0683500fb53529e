import { existsSync, lstatSync, statSync } from 'node:fs';

/** Returns why a folder can't be used or created, and what to do; `undefined` if no problem is visible. */
export function folderTrouble(folder: string): string | undefined {
  if (existsSync(folder))
    return statSync(folder).isDirectory()
      ? undefined
      : 'there is a file of that name. Move it away, then try again';
  const link = lstatSync(folder, { throwIfNoEntry: false });
  return link?.isSymbolicLink() === true
    ? 'that is a link to a folder that is not there. Make that folder or remove the link, then try again'
    : undefined;
}
