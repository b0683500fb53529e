import { readdirSync } from 'node:fs';
import { PICTURE_FILE } from '../../drafts/picture-file.ts';

/**
 * Returns the name of the picture beside a text that Hugo finds by a part of its name: the first one, in whatever letters.
 * `undefined` if there is none, or the folder can't be read.
 */
export function bundledPicture(folder: string, part: string): string | undefined {
  const wanted = part.toLowerCase();
  return picturesIn(folder)
    .map((name) => ({ name, key: name.toLowerCase() }))
    .filter(({ key }) => key.includes(wanted))
    .sort((one, other) => (one.key < other.key ? -1 : 1))[0]?.name;
}

function picturesIn(folder: string): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && PICTURE_FILE.test(entry.name)).map(({ name }) => name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return [];
  }
}
