import { paint as makePaint } from '../../preview/paint.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { resolve, type Verdict } from '../../publishing/resolve.ts';
import { CliError } from '../cli-error.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { publicationNamed, withPublishing } from '../open-publishing.ts';
import { openProject } from '../project.ts';
import { publicationJson } from '../publication-json.ts';
import { publicationLines } from '../publication-lines.ts';
import { orNothingSent, sendingFailure } from '../sending-failure.ts';
import { zoneOfRecord } from '../zone.ts';

function verdictOf(options: { readonly posted: string | undefined; readonly notPosted: boolean }): Verdict {
  if (options.notPosted === (options.posted !== undefined))
    throw new CliError(EXIT.usage, 'Say what you saw on the account: --posted URL, or --not-posted.');
  return { posted: options.posted ?? false };
}

/** `threadmill resolve ID`: a person says whether a post went out that nobody else can tell of. */
export const command = defineCommand({
  name: 'resolve',
  description:
    'Settle a post of which it could not be told whether it went out: look at the account, and say what you saw. Sends nothing; resume goes on after it.',
  arguments: { publication: { form: '<publication>', about: 'an ID, the first letters of one, or a draft' } },
  options: {
    posted: { flags: '--posted <url>', about: 'it is there: the address of the post, or its id' },
    notPosted: { flags: '--not-posted', about: 'it is not there' },
    json: { flags: '--json', about: 'print JSON' },
  },
  examples: [
    { line: 'resolve 7h2k0q9x4m1c --posted https://x.com/me/status/1234567890', about: 'it is there' },
    { line: 'resolve 7h2k0q9x4m1c --not-posted', about: 'it is not' },
  ],
  run: async (args, options, io) => {
    const verdict = verdictOf(options);
    const project = await openProject(io);
    return orNothingSent(() =>
      withPublishing(project, async (publishing) => {
        const { ports } = publishing;
        const named = await publicationNamed(args.publication, project, publishing, io);
        const paint = makePaint(io.color);
        try {
          const record = await resolve(ports, named, verdict);
          if (options.json) io.stdout.write(`${safeJson(publicationJson(record))}\n`);
          else
            io.stdout.write(
              `${publicationLines(record, ports.clock.now(), paint, zoneOfRecord(project.config, record)).join('\n')}\n`,
            );
          return EXIT.done;
        } catch (error) {
          const failure = sendingFailure(error, 0);
          io.stderr.write(`${paint.red('error:')} ${visible(failure.message)}\n`);
          return failure.code;
        }
      }),
    );
  },
});
