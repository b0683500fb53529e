import { basename } from 'node:path';
import { isOfKind } from '../../threadmill-error.ts';

/** What a shell says of one of several drafts while the work on the others goes on. */
export type DraftNotice =
  /** A README among several files is not a draft; named alone it is one. */
  | { readonly type: 'readme-left-out'; readonly file: string }
  /** The draft can't be read, or can't be used as it is. */
  | { readonly type: 'draft-refused'; readonly file: string; readonly why: string };

const isReadme = (file: string): boolean => /^readme\.(?:md|markdown|txt)$/i.test(basename(file));

/**
 * Does something for each file; one that can't be read becomes a notice, and does not stop the others. Among several
 * files (`posts/*.md`), a README is left out.
 *
 * @returns whether all of them could be read.
 * @throws whatever is not the fault of one file.
 */
export async function eachDraft(
  files: readonly string[],
  tell: (notice: DraftNotice) => void,
  work: (file: string) => Promise<void>,
): Promise<boolean> {
  let allRead = true;
  for (const file of files) {
    if (files.length > 1 && isReadme(file)) {
      tell({ type: 'readme-left-out', file });
      continue;
    }
    try {
      await work(file);
    } catch (error) {
      if (!isOfKind(error, 'draft')) throw error;
      allRead = false;
      tell({ type: 'draft-refused', file, why: error.message });
    }
  }
  return allRead;
}
