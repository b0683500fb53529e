import { editedNote } from '../../app/publishing/edited-drafts.ts';
import type { UnreadFile } from '../../app/publishing/frozen-files.ts';
import { visible } from '../../preview/visible.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { byDraft } from './by-draft.ts';

/** Formats which frozen files could not be read, for stderr; empty if all could. */
export function unreadLines(unread: readonly UnreadFile[]): string {
  return unread.map(({ why }) => `warning: ${visible(why)}\n`).join('');
}

/** Formats which drafts were edited since they were frozen, without duplicates, for stderr; empty if none. */
export function editedLines(edited: readonly PublicationRecord[]): string {
  const notes = byDraft(edited).map(({ draft, records }) =>
    editedNote(
      draft,
      records.map(({ account }) => account),
    ),
  );
  return notes.map((note) => `edited: ${visible(note)}\n`).join('');
}
