import { basename } from 'node:path';
import { paint } from '../preview/paint.ts';
import { visible } from '../preview/visible.ts';
import { isOfKind } from '../threadmill-error.ts';
import type { Io } from './io.ts';

const isReadme = (file: string): boolean => /^readme\.(?:md|markdown|txt)$/i.test(basename(file));

/**
 * Does something for each file; one that can't be read is told on stderr, and does not stop the others. Among several
 * files (`posts/*.md`), a README is left out, and said to be.
 *
 * @returns whether all of them could be read.
 * @throws whatever is not the fault of one file.
 */
export async function eachFile(
  files: readonly string[],
  io: Io,
  work: (file: string) => Promise<void>,
): Promise<boolean> {
  let allRead = true;
  for (const file of files) {
    if (files.length > 1 && isReadme(file)) {
      io.stderr.write(
        `${visible(file)} is left out: a README tells about the drafts beside it. Name it alone to take it as one.\n`,
      );
      continue;
    }
    try {
      await work(file);
    } catch (error) {
      if (!isOfKind(error, 'draft')) throw error;
      allRead = false;
      io.stderr.write(`${paint(io.color).red('error:')} ${visible(error.message)}\n`);
    }
  }
  return allRead;
}
