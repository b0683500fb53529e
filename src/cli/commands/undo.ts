import { counted } from '../../preview/amounts.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { countSent } from '../../publishing/plan.ts';
import { undo } from '../../publishing/undo.ts';
import { CliError } from '../cli-error.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { publicationNamed, publisherFor, withPublishing } from '../open-publishing.ts';
import { progressLine } from '../progress-lines.ts';
import { openProject } from '../project.ts';
import { publicationJson } from '../publication-json.ts';
import { publicationLines } from '../publication-lines.ts';
import { orNothingSent, sendingFailure } from '../sending-failure.ts';
import { zoneOfRecord } from '../zone.ts';

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
  run: async (args, options, io) => {
    const project = await openProject(io);
    return orNothingSent(() =>
      withPublishing(project, async (publishing) => {
        const { ports } = publishing;
        const named = await publicationNamed(args.publication, project, publishing, io);
        const paint = makePaint(io.color);
        if (!options.yes) {
          if (!io.stdin.isTTY || !io.isTTY)
            throw new CliError(
              EXIT.usage,
              'Deleting without a terminal to ask at needs --yes. Nothing was deleted.',
            );
          const posts = counted(countSent(named), 'post');
          const answer = await io.ask(
            `Delete ${posts} of ${visible(named.draft)} from ${named.account}? [y/N] `,
          );
          if (!/^y(es)?$/i.test(answer.trim())) {
            io.stderr.write('Nothing was deleted.\n');
            return EXIT.notSent;
          }
        }
        const out = options.json ? io.stderr : io.stdout;
        try {
          const publisher = await publisherFor(named, project, publishing);
          const { record, stopped } = await undo(ports, publisher, named.id, {
            stop: io.signal,
            tell: (event) =>
              out.write(`${progressLine(event, ports.clock.now(), zoneOfRecord(project.config, named))}\n`),
          });
          if (options.json) io.stdout.write(`${safeJson(publicationJson(record))}\n`);
          else
            io.stdout.write(
              `${publicationLines(record, ports.clock.now(), paint, zoneOfRecord(project.config, record)).join('\n')}\n`,
            );
          if (stopped === undefined) return EXIT.done;
          io.stderr.write(`${paint.yellow('not all of it:')} ${visible(stopped)}\n`);
          return record.posts.some(({ state }) => state === 'unknown' || state === 'sending')
            ? EXIT.unknown
            : EXIT.partlySent;
        } catch (error) {
          const failure = sendingFailure(error, countSent(named));
          io.stderr.write(`${paint.red('error:')} ${visible(failure.message)}\n`);
          return failure.code;
        }
      }),
    );
  },
});
