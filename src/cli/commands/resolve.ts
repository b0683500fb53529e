import { resolvePublication } from '../../app/publishing/one-publication.ts';
import { Refusal } from '../../app/refusal.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { openProject } from '../process/open-project.ts';
import { showOne } from '../process/show-one.ts';

/** `threadmill resolve ID`: records the user's answer whether a post with an unknown outcome was published. */
export const command = defineCommand({
  name: 'resolve',
  description:
    'Settle a post with an unknown outcome: look at the account, and say whether the post is there. Sends nothing; continue with threadmill resume.',
  arguments: { publication: { form: '<publication>', about: 'an ID, the first letters of one, or a draft' } },
  options: {
    account: { flags: '--account <name>', about: 'of this account, if a draft has several' },
    posted: { flags: '--posted <url>', about: 'it is there: the address of the post, or its id' },
    notPosted: { flags: '--not-posted', about: 'it is not there' },
    json: { flags: '--json', about: 'print JSON' },
  },
  examples: [
    { line: 'resolve 7h2k0q9x4m1c --posted https://x.com/me/status/1234567890', about: 'it is there' },
    { line: 'resolve 7h2k0q9x4m1c --not-posted', about: 'it is not' },
  ],
  run: async ({ publication }, { account, posted, notPosted, json }, io) => {
    if (notPosted === (posted !== undefined))
      throw new Refusal('usage', 'Say what you saw on the account: --posted URL, or --not-posted.');
    const project = await openProject(io);
    const settled = await resolvePublication(
      { word: publication, account },
      { posted: posted ?? false },
      project,
    );
    showOne(json, project, io)(settled);
    return EXIT.done;
  },
});
