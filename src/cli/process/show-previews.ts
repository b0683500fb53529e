import { compareDrafts, previewDrafts } from '../../app/drafts/preview-drafts.ts';
import type { Wish } from '../../app/drafts/targets.ts';
import { type PictureWish, pictureProtocol } from '../../preview/pictures/picture-protocol.ts';
import { previewJson } from '../../preview/preview-json.ts';
import { renderPreview } from '../../preview/render-preview.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { draftNotices } from '../lines/draft-notice.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { openProject } from './open-project.ts';

/** How to print previews. */
export type PreviewForm = {
  readonly json: boolean;
  /** A folder to write the pictures of cards to. */
  readonly cards?: string;
  /** How the terminal shows them. @default 'auto' */
  readonly pictures?: PictureWish;
};

/** Previews drafts and prints each as soon as it is ready. @throws Refusal (usage) ConfigError */
export async function showPreviews(
  files: readonly string[],
  { json, cards, pictures = 'auto' }: PreviewForm,
  wish: Wish,
  io: Io,
): Promise<ExitCode> {
  const project = await openProject(io);
  const notice = draftNotices(io);
  const view = { ...io, pictures: pictureProtocol(pictures, io) };
  let shown = 0;
  const { previews, isFaulty } = await previewDrafts(files, wish, project, async (event) => {
    if (event.type === 'limits-unknown')
      io.stderr.write(`The account's limits are unknown: ${visible(event.why)}\n`);
    else if (event.type !== 'previewed') return notice(event);
    else if (cards !== undefined) {
      const { writeCards } = await import('../../app/drafts/write-cards.ts');
      await writeCards(event.preview, cards);
    }
    if (event.type === 'previewed' && !json) {
      io.stdout.writeDraft(`${shown > 0 ? '\n' : ''}${await renderPreview(event.preview, view)}`);
      shown += 1;
    }
  });
  if (json) {
    const shapes = previews.map(previewJson);
    const shape = files.length > 1 ? shapes : shapes[0];
    if (shape !== undefined) io.stdout.writeDraft(`${safeJson(shape)}\n`);
  }
  return isFaulty ? EXIT.draft : EXIT.done;
}

/** Prints how each thread differs from the one last frozen for the same account. @throws Refusal (usage) ConfigError */
export async function showDiffs(files: readonly string[], wish: Wish, io: Io): Promise<ExitCode> {
  const { renderDiff } = await import('../../preview/render-diff.ts');
  const project = await openProject(io);
  const notice = draftNotices(io);
  const { isFaulty } = await compareDrafts(files, wish, project, async (event) => {
    if (event.type !== 'compared') return notice(event);
    const { given, thread, before } = event;
    const { account, network } = thread;
    io.stdout.write(`${visible(given)} · ${network}${account === null ? '' : ` · ${visible(account)}`}\n`);
    if (before === undefined) io.stdout.write('Nothing was frozen yet: all of it is new.\n');
    else io.stdout.writeDraft(await renderDiff({ thread, before: before.texts, sent: before.sent }, io));
  });
  return isFaulty ? EXIT.draft : EXIT.done;
}
