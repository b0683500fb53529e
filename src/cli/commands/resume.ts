import { paint as makePaint } from '../../preview/paint.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { publish } from '../../publishing/publish.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { publicationNamed, publisherFor, withPublishing } from '../open-publishing.ts';
import { progressLine } from '../progress-lines.ts';
import { openProject } from '../project.ts';
import { publicationJson } from '../publication-json.ts';
import { publicationLines } from '../publication-lines.ts';
import { exitOf } from '../sending-exit.ts';
import { orNothingSent, sendingFailure } from '../sending-failure.ts';
import { waitingOptions, waitUpToMs } from '../waiting-options.ts';
import { zoneOfRecord } from '../zone.ts';

/** `threadmill resume ID`: goes on with a publication that stands still, as it was frozen. */
export const command = defineCommand({
  name: 'resume',
  description:
    'Go on with a publication that was stopped, paused or failed, as it was frozen. A post whose answer was lost is looked for first, so nothing is sent twice.',
  arguments: { publication: { form: '<publication>', about: 'an ID, the first letters of one, or a draft' } },
  options: { ...waitingOptions, json: { flags: '--json', about: 'print JSON; progress goes to stderr' } },
  examples: [
    { line: 'resume 7h2k0q9x4m1c', about: 'by the ID that history shows' },
    { line: 'resume posts/paper-small-rivers.md --wait', about: 'by its draft, however long it takes' },
  ],
  run: async (args, options, io) => {
    const wait = waitUpToMs(options);
    const project = await openProject(io);
    return orNothingSent(() =>
      withPublishing(project, async (publishing) => {
        const { ports } = publishing;
        const named = await publicationNamed(args.publication, project, publishing, io);
        const paint = makePaint(io.color);
        if (named.state === 'cancelled') {
          io.stderr.write(
            `${paint.yellow('not sent:')} publication ${named.id} of ${visible(named.draft)} was taken back. To publish the draft anew: threadmill publish ${visible(named.draft)} --again\n`,
          );
          return EXIT.notSent;
        }
        const out = options.json ? io.stderr : io.stdout;
        let sent = 0;
        try {
          const record = await publish(ports, await publisherFor(named, project, publishing), named.id, {
            stop: io.signal,
            waitUpToMs: wait,
            tell: (event) => {
              if (event.type === 'sent' || event.type === 'found') sent += 1;
              out.write(`${progressLine(event, ports.clock.now(), zoneOfRecord(project.config, named))}\n`);
            },
          });
          if (options.json) io.stdout.write(`${safeJson(publicationJson(record))}\n`);
          else
            io.stdout.write(
              `${publicationLines(record, ports.clock.now(), paint, zoneOfRecord(project.config, record)).join('\n')}\n`,
            );
          return exitOf(record);
        } catch (error) {
          const failure = sendingFailure(error, sent);
          io.stderr.write(`${paint.red('error:')} ${visible(failure.message)}\n`);
          return failure.code;
        }
      }),
    );
  },
});
