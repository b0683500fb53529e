import { resumePublication } from '../../app/publishing/one-publication.ts';
import { paint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { openProject } from '../process/open-project.ts';
import { exitOf } from '../process/sending-exit.ts';
import { showOne, showSteps } from '../process/show-one.ts';
import { waitingOptions, waitUpToMs } from '../process/waiting-options.ts';

/** `threadmill resume ID`: continues a publication that was stopped, paused or failed, as it was frozen. */
export const command = defineCommand({
  name: 'resume',
  description:
    'Continue a publication that was stopped, paused or failed, as it was frozen. A post whose response was lost is looked for first, so nothing is sent twice.',
  arguments: { publication: { form: '<publication>', about: 'an ID, the first letters of one, or a draft' } },
  options: {
    account: { flags: '--account <name>', about: 'of this account, if a draft has several' },
    ...waitingOptions,
    json: { flags: '--json', about: 'print JSON; progress goes to stderr' },
  },
  examples: [
    { line: 'resume 7h2k0q9x4m1c', about: 'by the ID that history shows' },
    { line: 'resume posts/paper-small-rivers.md --wait', about: 'by its draft, however long it takes' },
  ],
  run: async ({ publication }, options, io) => {
    const project = await openProject(io);
    const steps = showSteps(options.json, project, io);
    const result = await resumePublication(
      { word: publication, account: options.account },
      waitUpToMs(options, io.isTTY),
      project,
      steps,
    );
    if (result.type === 'cancelled') {
      const { id, draft } = result.record;
      const why = `publication ${id} of ${draft} was taken back. To publish the draft again: threadmill publish ${draft} --again`;
      io.stderr.write(`${paint(io.color).yellow('not sent:')} ${visible(why)}\n`);
      return EXIT.notSent;
    }
    showOne(options.json, project, io)(result);
    return exitOf(result.record);
  },
});
