import { relative } from 'node:path';
import { Refusal } from '../../app/refusal.ts';
import { counted } from '../../preview/amounts.ts';
import { paint as makePaint, type Paint } from '../../preview/paint.ts';
import { renderPreview } from '../../preview/render-preview.ts';
import { visible } from '../../preview/visible.ts';
import { sameText } from '../../publishing/same-text.ts';
import { isOfKind } from '../../threadmill-error.ts';
import { defineCommand } from '../command.ts';
import { demoDrafts } from '../demo-drafts.ts';
import { type DemoDraft, type DemoResult, publishToSandbox } from '../demo-publish.ts';
import { eachFile } from '../each-file.ts';
import { EXIT } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { loadDraft } from '../load-draft.ts';
import { hasErrors, preparePreview } from '../prepare-preview.ts';
import { progressLine } from '../progress-lines.ts';
import type { Project } from '../project.ts';

/** Long enough to be a thread worth watching, short enough to be watched. */
const POSTS = { least: 4, most: 12 };

/** Characters of a post's first line that are shown when it is read back. */
const SHORT = 48;

/** Shows every draft; gives back those that could be published. */
async function showAll(files: readonly string[], project: Project, io: Io): Promise<DemoDraft[]> {
  const fit: DemoDraft[] = [];
  await eachFile(files, io, async (file) => {
    const loaded = await loadDraft(file, project, io);
    const shown = { ...loaded, draft: { ...loaded.draft, path: relative(project.root, file) } };
    const preview = await preparePreview(shown, project, { networks: ['x'] });
    io.stdout.write(`${await renderPreview(preview, io)}\n`);
    const thread = preview.threads[0]?.thread;
    if (thread !== undefined && !hasErrors(preview)) fit.push({ file, source: loaded.source, thread });
  });
  return fit;
}

/** The draft that shows most: one with an image, and of a good length. */
function mostTelling(drafts: readonly DemoDraft[]): DemoDraft | undefined {
  const points = ({ thread }: DemoDraft): number => {
    const { length } = thread.posts;
    const image = thread.posts.some(({ media }) => media.length > 0) ? 2 : 0;
    return image + (length >= POSTS.least && length <= POSTS.most ? 1 : 0);
  };
  return drafts.toSorted((a, b) => points(b) - points(a))[0];
}

/** Whether the account holds exactly the frozen posts, in order, each a reply to the one before. */
function isWhole({ record, readBack }: DemoResult): boolean {
  return (
    readBack.length === record.posts.length &&
    readBack.every(
      (post, index) =>
        sameText(post.text, record.posts[index]?.text ?? '') &&
        post.parentId === (readBack[index - 1]?.id ?? null),
    )
  );
}

function showReadBack({ readBack }: DemoResult, paint: Paint, io: Io): void {
  for (const { id, text, parentId } of readBack) {
    const [opening = ''] = text.split('\n');
    const reply = parentId === null ? 'opens the thread' : `replies to …${parentId.slice(-6)}`;
    const short = [...opening].length > SHORT ? `${[...opening].slice(0, SHORT - 1).join('')}…` : opening;
    io.stdout.write(`  …${id.slice(-6)}  ${visible(short).padEnd(SHORT)}  ${paint.dim(reply)}\n`);
  }
}

/** `threadmill demo`: everything that matters, in a few seconds, without keys. */
export const command = defineCommand({
  name: 'demo',
  description:
    'Preview the drafts in posts/, publish one to a sandbox on this machine through the real pipeline, read it back, and end. Needs no keys, and leaves nothing behind.',
  arguments: {},
  options: {},
  examples: [{ line: 'demo', about: 'see it work' }],
  run: async (_args, _options, io) => {
    const paint = makePaint(io.color);
    const step = (text: string): void => io.stdout.write(`\n${paint.bold(text)}\n`);
    const { project, files } = await demoDrafts(io);
    step(`1  What X would receive for ${counted(files.length, 'draft')}`);
    io.stdout.write('\n');
    const draft = mostTelling(await showAll(files, project, io));
    if (draft === undefined)
      throw new Refusal('draft', 'None of the drafts can be published: see the errors above.');

    step(`2  Publishing ${visible(relative(project.root, draft.file))} to a sandbox of X`);
    io.stdout.write(
      'The sandbox takes the second post and loses its answer, as networks do. A loop over posts would send it twice.\n',
    );
    let sent = 0;
    let result: DemoResult;
    try {
      result = await publishToSandbox(draft, project, io.signal, (event) => {
        if (event.type === 'sent' || event.type === 'found') sent += 1;
        io.stdout.write(`  ${progressLine(event, io.now())}\n`);
      });
    } catch (error) {
      if (!isOfKind(error, 'journal', 'file', 'busy')) throw error;
      throw new Refusal(sent > 0 ? 'partly-sent' : 'not-sent', error.message, { cause: error });
    }

    step('3  What stands on the account now, read back');
    showReadBack(result, paint, io);
    const { record } = result;
    if (!isWhole(result)) {
      const why = record.message ?? 'the account does not hold what was sent';
      throw new Refusal('partly-sent', `The demo did not go as it should: ${why}`);
    }
    io.stdout.write(
      `${paint.green('All there:')} ${counted(record.posts.length, 'post')}, each once, in order, each a reply to the one before.\n\n` +
        'Next: threadmill preview FILE shows a draft of yours; threadmill new update starts one; threadmill help lists the rest.\n',
    );
    return EXIT.done;
  },
});
