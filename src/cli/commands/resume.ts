import { publish } from '../../publishing/sending/publish.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { withOnePublication } from '../one-publication.ts';
import { publisherFor } from '../open-publishing.ts';
import { exitOf } from '../sending-exit.ts';
import { waitingOptions, waitUpToMs } from '../waiting-options.ts';

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
    const waitMs = waitUpToMs(options);
    let sent = 0;
    return withOnePublication(
      args.publication,
      options.json,
      io,
      () => sent,
      async ({ named, project, publishing, tell, show, warn }) => {
        if (named.state === 'cancelled') {
          const { id, draft } = named;
          warn(
            'not sent:',
            `publication ${id} of ${draft} was taken back. To publish the draft anew: threadmill publish ${draft} --again`,
          );
          return EXIT.notSent;
        }
        const publisher = await publisherFor(named, project, publishing);
        const record = await publish(publishing.ports, publisher, named.id, {
          stop: io.signal,
          waitUpToMs: waitMs,
          tell: (event) => {
            if (event.type === 'sent' || event.type === 'found') sent += 1;
            tell(event);
          },
        });
        show(record);
        return exitOf(record);
      },
    );
  },
});
