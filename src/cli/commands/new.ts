import { newDraft } from '../../app/drafts/new-draft.ts';
import { splitDraft } from '../../app/drafts/split-draft.ts';
import { shownPath } from '../../app/project/project.ts';
import { Refusal } from '../../app/refusal.ts';
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
    kind: { form: '[kind]', about: 'what it is', choices: KINDS },
    title: { form: '[title...]', about: 'its title' },
  },
  options: {
    split: { flags: '--split <file>', about: 'make a draft of each update of a file that holds several' },
  },
  examples: [
    { line: 'new update "Gauge log 10"', about: 'a progress update' },
    { line: 'new paper Lantern', about: 'a paper breakdown with numbered sources' },
    { line: 'new links', about: 'a round-up; the kind is its title' },
    { line: 'new --split posts/stream.md', about: 'a draft for each [Label] line of the file' },
  ],
  run: async ({ kind, title }, { split }, io) => {
    const project = await openProject(io);
    if (split !== undefined) {
      if (kind !== undefined) throw new Refusal('usage', 'Give a kind or --split FILE, not both.');
      for (const path of await splitDraft(split, project)) io.stdout.write(`${shownPath(path, io.cwd)}\n`);
      return EXIT.done;
    }
    if (kind === undefined)
      throw new Refusal('usage', `Name a kind (${KINDS.join(', ')}), or a file with --split.`);
    const path = await newDraft(kind, title.join(' '), project);
    io.stdout.write(`${shownPath(path, io.cwd)}\n`);
    await offerIgnore(project, true, io);
    return EXIT.done;
  },
});
