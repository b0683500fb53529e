import type { DraftNotice } from '../../app/drafts/each-draft.ts';
import { paint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import type { Io } from '../process/io.ts';

/** Makes a printer of notices about single drafts, to stderr. */
export function draftNotices(io: Io): (notice: DraftNotice) => void {
  return (notice) =>
    io.stderr.write(
      notice.type === 'readme-left-out'
        ? `${visible(notice.file)} is left out: a README is not a draft. To use it as one, name it alone.\n`
        : `${paint(io.color).red('error:')} ${visible(notice.why)}\n`,
    );
}
