import { readdirSync } from 'node:fs';
import { PICTURE_FILE, VIDEO_FILE } from '../../drafts/picture-file.ts';

/**
 * Returns the name of the picture beside a text that Hugo finds by a part of its name: the one with that name, else the first one, in
 * whatever letters. A name that ends like a video’s finds a video. `undefined` if there is none, or the folder can't be read.
 */
export function bundledPicture(folder: string, part: string): string | undefined {
  const names = filesIn(folder, VIDEO_FILE.test(part) ? VIDEO_FILE : PICTURE_FILE);
  if (names.includes(part)) return part;
  const wanted = part.toLowerCase();
  return names
    .map((name) => ({ name, key: name.toLowerCase() }))
    .filter(({ key }) => key.includes(wanted))
    .sort((one, other) => (one.key < other.key ? -1 : 1))[0]?.name;
}

function filesIn(folder: string, kind: RegExp): readonly string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile() && kind.test(entry.name)).map(({ name }) => name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return [];
  }
}
