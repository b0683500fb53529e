import { relative } from 'node:path';
import { demoDrafts } from '../../app/demo/demo-drafts.ts';
import { demoThreads, publishToSandbox } from '../../app/demo/publish-to-sandbox.ts';
import { zoneOf } from '../../app/project/zone.ts';
import { counted } from '../../preview/amounts.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import { progressLine } from '../lines/progress-lines.ts';
import { allThere, readBackLines } from '../lines/read-back-lines.ts';
import { chooseDemoDraft } from '../process/choose-demo-draft.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { wires } from '../process/open-project.ts';

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
    const own = await demoDrafts(io, wires);
    step(`1  What X would receive for ${counted(own.files.length, 'draft')}`);
    io.stdout.write('\n');
    const { project, draft } = await chooseDemoDraft(own, io);

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
