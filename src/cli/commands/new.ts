import { newDraft } from '../../app/drafts/new-draft.ts';
import { shownPath } from '../../app/project/project.ts';
import { KINDS } from '../../drafts/kind.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { offerIgnore } from '../process/offer-ignore.ts';
import { openProject } from '../process/open-project.ts';

/** `threadmill new KIND [title]`: starts a draft in `posts/`, and never overwrites one. */
export const command = defineCommand({
  name: 'new',
  description:
    'Start a draft: posts/DATE-TITLE.md, in the shape of its kind. An existing file is never overwritten.',
  arguments: {
    kind: { form: '<kind>', about: 'what it is', choices: KINDS },
    title: { form: '[title...]', about: 'its title' },
  },
  options: {},
  examples: [
    { line: 'new update "Gauge log 10"', about: 'a progress update' },
    { line: 'new paper Lantern', about: 'a paper breakdown with numbered sources' },
    { line: 'new links', about: 'a round-up; the kind is its title' },
  ],
  run: async ({ kind, title }, _options, io) => {
    const project = await openProject(io);
    const path = await newDraft(kind, title.join(' '), project);
    io.stdout.write(`${shownPath(path, io.cwd)}\n`);
    await offerIgnore(project, true, io);
    return EXIT.done;
  },
});
