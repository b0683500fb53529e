import { eachDraft } from '../../app/drafts/each-draft.ts';
import { shownPath } from '../../app/project/project.ts';
import { Refusal } from '../../app/refusal.ts';
import { syndicate } from '../../app/summaries/syndicate.ts';
import { visible } from '../../preview/visible.ts';
import { draftNotices } from '../lines/draft-notice.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { openProject } from '../process/open-project.ts';

/** `threadmill syndicate DRAFT…`: writes where a thread was published into the blog post that it is about. */
export const command = defineCommand({
  name: 'syndicate',
  description:
    'Add the addresses of published threads to `syndication:` in the front matter of the posts they were made from, for “discuss this on …” links. Nothing else in the post changes, to the byte.',
  arguments: { drafts: { form: '<draft...>', about: 'drafts that were published' } },
  options: { into: { flags: '--into <file>', about: 'the blog post, if the draft does not name it' } },
  examples: [
    {
      line: 'syndicate posts/2026-01-05-the-kettle-summary.md',
      about: 'into the post that it was made from',
    },
    { line: 'syndicate posts/kettle.md --into content/posts/kettle.md', about: 'into that one' },
  ],
  run: async ({ drafts }, { into }, io) => {
    if (into !== undefined && drafts.length > 1)
      throw new Refusal('usage', '--into is one post; name one draft.');
    const project = await openProject(io);
    const all = await eachDraft(drafts, draftNotices(io), async (given) => {
      const { post, added } = await syndicate(given, into, project);
      const shown = visible(shownPath(post, io.cwd));
      if (added.length === 0) io.stdout.write(`${shown} already has all of them\n`);
      for (const url of added) io.stdout.write(`${shown}: ${visible(url)}\n`);
    });
    return all ? EXIT.done : EXIT.draft;
  },
});
