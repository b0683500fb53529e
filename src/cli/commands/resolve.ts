import { Refusal } from '../../app/refusal.ts';
import { resolve, type Verdict } from '../../publishing/settling/resolve.ts';
import { defineCommand } from '../command.ts';
import { EXIT } from '../exit-code.ts';
import { withOnePublication } from '../one-publication.ts';

function verdictOf(options: { readonly posted: string | undefined; readonly notPosted: boolean }): Verdict {
  if (options.notPosted === (options.posted !== undefined))
    throw new Refusal('usage', 'Say what you saw on the account: --posted URL, or --not-posted.');
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
    return withOnePublication(
      args.publication,
      options.json,
      io,
      () => 0,
      async ({ named, publishing, show }) => {
        show(await resolve(publishing.ports, named, verdict));
        return EXIT.done;
      },
    );
  },
});
