import { undoPublication } from '../../app/publishing/one-publication.ts';
import { counted } from '../../preview/amounts.ts';
import { paint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import { countSent } from '../../publishing/freezing/plan.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { askYesNo } from '../process/ask.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import type { Io } from '../process/io.ts';
import { openProject } from '../process/open-project.ts';
import { showOne, showSteps } from '../process/show-one.ts';

const confirmed = (named: PublicationRecord, io: Io): Promise<boolean> =>
  askYesNo(
    `Delete ${counted(countSent(named), 'post')} of ${visible(named.draft)} from ${named.account}?`,
    'Deleting without a terminal needs --yes. Nothing was deleted.',
    io,
  );

/** `threadmill undo ID`: deletes a publication's posts, last first. */
export const command = defineCommand({
  name: 'undo',
  description:
    'Delete what a publication has posted, last first, and cancel it. If it is interrupted, run the same command again to continue. The draft is not changed.',
  arguments: { publication: { form: '<publication>', about: 'an ID, the first letters of one, or a draft' } },
  options: {
    account: { flags: '--account <name>', about: 'of this account, if a draft has several' },
    yes: { flags: '--yes', about: 'do not ask' },
    json: { flags: '--json', about: 'print JSON; progress goes to stderr' },
  },
  examples: [{ line: 'undo 7h2k0q9x4m1c', about: 'take a thread back' }],
  run: async ({ publication }, { account, yes, json }, io) => {
    const project = await openProject(io);
    const confirm = yes ? undefined : (named: PublicationRecord): Promise<boolean> => confirmed(named, io);
    const result = await undoPublication(
      { word: publication, account },
      project,
      showSteps(json, project, io),
      confirm,
    );
    if (result.type === 'declined') {
      io.stderr.write('Nothing was deleted.\n');
      return EXIT.notSent;
    }
    const { record, stopped } = result;
    showOne(json, project, io)(result);
    if (stopped === undefined) return EXIT.done;
    io.stderr.write(`${paint(io.color).yellow('not all of it:')} ${visible(stopped)}\n`);
    return record.posts.some(({ state }) => state === 'unknown' || state === 'sending')
      ? EXIT.unknown
      : record.posts.some(({ state }) => state === 'removed')
        ? EXIT.partlySent
        : EXIT.notSent;
  },
});
