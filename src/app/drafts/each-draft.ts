import { basename } from 'node:path';
import { isOfKind } from '../../threadmill-error.ts';

/** A notice about one of several drafts, while the others continue. */
export type DraftNotice =
  /** Among several files a README is skipped; named alone it is a draft. */
  | { readonly type: 'readme-left-out'; readonly file: string }
  /** The draft can't be read, or is invalid. */
  | { readonly type: 'draft-refused'; readonly file: string; readonly why: string };

const isReadme = (file: string): boolean => /^readme\.(?:md|markdown|txt)$/i.test(basename(file));

/**
 * Runs work for each file; a file that can't be read becomes a notice and stops no other. Among several files (`posts/*.md`),
 * skips READMEs.
 *
 * @returns whether all files could be read
 * @throws any error that is not specific to one file
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
