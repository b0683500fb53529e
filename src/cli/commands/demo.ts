import { relative } from 'node:path';
import { demoDrafts } from '../../app/demo/demo-drafts.ts';
import { type DemoDraft, demoThreads, mostTelling, publishToSandbox } from '../../app/demo/demo-publish.ts';
import { eachDraft } from '../../app/drafts/each-draft.ts';
import { loadDraft } from '../../app/drafts/load-draft.ts';
import { hasErrors, preparePreview } from '../../app/drafts/prepare-preview.ts';
import type { Project } from '../../app/project/project.ts';
import { zoneOf } from '../../app/project/zone.ts';
import { Refusal } from '../../app/refusal.ts';
import { counted } from '../../preview/amounts.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { renderPreview } from '../../preview/render-preview.ts';
import { visible } from '../../preview/visible.ts';
import { draftNotices } from '../lines/draft-notice.ts';
import { progressLine } from '../lines/progress-lines.ts';
import { allThere, readBackLines } from '../lines/read-back-lines.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { wires } from '../process/open-project.ts';

/** Shows every draft; returns those that could be published. */
async function showAll(files: readonly string[], project: Project, io: Io): Promise<DemoDraft[]> {
  const fit: DemoDraft[] = [];
  await eachDraft(files, draftNotices(io), async (file) => {
    const loaded = await loadDraft(file, project);
    const shown = { ...loaded, draft: { ...loaded.draft, path: relative(project.root, file) } };
    const preview = await preparePreview(shown, project, { networks: ['x'] });
    io.stdout.writeDraft(`${await renderPreview(preview, io)}\n`);
    const thread = preview.threads[0]?.thread;
    if (thread !== undefined && !hasErrors(preview)) fit.push({ file, source: loaded.source, thread });
  });
  return fit;
}

/** `threadmill demo`: shows the main features in a few seconds, without keys. */
export const command = defineCommand({
  name: 'demo',
  description:
    'Preview the drafts in posts/, publish one to a sandbox of X, Bluesky and Mastodon on this machine through the real pipeline, read it back, and exit. Needs no keys, and leaves nothing behind.',
  arguments: {},
  options: {},
  examples: [{ line: 'demo', about: 'see it work' }],
  run: async (_args, _options, io) => {
    const paint = makePaint(io.color);
    const step = (text: string): void => io.stdout.write(`\n${paint.bold(text)}\n`);
    const { project, files } = await demoDrafts(io, wires);
    step(`1  What X would receive for ${counted(files.length, 'draft')}`);
    io.stdout.write('\n');
    const draft = mostTelling(await showAll(files, project, io));
    if (draft === undefined)
      throw new Refusal('draft', 'None of the drafts can be published: see the errors above.');

    step(`2  Publishing ${visible(relative(project.root, draft.file))} to a sandbox of all three networks`);
    io.stdout.write(
      `X takes the ${draft.thread.posts.length > 1 ? 'second post' : 'post'}, but its answer is lost, as answers sometimes are. A loop over posts would send it twice.\n`,
    );
    const results = await publishToSandbox(await demoThreads(draft, project), project, (event) =>
      io.stdout.write(
        event.type === 'begins'
          ? `  ${event.network}\n`
          : `    ${progressLine(event, io.now(), zoneOf(project))}\n`,
      ),
    );

    step('3  What is on the accounts now, read back');
    for (const line of readBackLines(results, paint)) io.stdout.write(`  ${line}\n`);
    io.stdout.write(
      `${paint.green('All there:')} ${allThere(results)}\n\n` +
        'Next: threadmill preview FILE shows a draft of yours; threadmill new update starts one; threadmill help lists the rest.\n',
    );
    return EXIT.done;
  },
});
