import { Refusal } from '../../app/refusal.ts';
import { counted } from '../../preview/amounts.ts';
import { visible } from '../../preview/visible.ts';
import { countSent } from '../../publishing/freezing/plan.ts';
import type { PublicationRecord } from '../../publishing/publication.ts';
import { undo } from '../../publishing/settling/undo.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { withOnePublication } from '../one-publication.ts';
import { publisherFor } from '../open-publishing.ts';

async function confirmed(named: PublicationRecord, io: Io): Promise<boolean> {
  if (!io.stdin.isTTY || !io.isTTY)
    throw new Refusal('usage', 'Deleting without a terminal to ask at needs --yes. Nothing was deleted.');
  const posts = counted(countSent(named), 'post');
  const answer = await io.ask(`Delete ${posts} of ${visible(named.draft)} from ${named.account}? [y/N] `);
  return /^y(es)?$/i.test(answer.trim());
}

/** `threadmill undo ID`: deletes what a publication has posted, last first. */
export const command = defineCommand({
  name: 'undo',
  description:
    'Delete what a publication has posted, last first, and cancel it. Stopped in the middle, the same command goes on. The draft stays as it is.',
  arguments: { publication: { form: '<publication>', about: 'an ID, the first letters of one, or a draft' } },
  options: {
    yes: { flags: '--yes', about: 'do not ask' },
    json: { flags: '--json', about: 'print JSON; progress goes to stderr' },
  },
  examples: [{ line: 'undo 7h2k0q9x4m1c', about: 'take a thread back' }],
  run: (args, options, io) =>
    withOnePublication(
      args.publication,
      options.json,
      io,
      countSent,
      async ({ named, project, publishing, tell, show, warn }) => {
        if (!options.yes && !(await confirmed(named, io))) {
          io.stderr.write('Nothing was deleted.\n');
          return EXIT.notSent;
        }
        const publisher = await publisherFor(named, project, publishing);
        const { record, stopped } = await undo(publishing.ports, publisher, named.id, {
          stop: io.signal,
          tell,
        });
        show(record);
        if (stopped === undefined) return EXIT.done;
        warn('not all of it:', stopped);
        return record.posts.some(({ state }) => state === 'unknown' || state === 'sending')
          ? EXIT.unknown
          : EXIT.partlySent;
      },
    ),
});
