import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { Refusal } from '../../app/refusal.ts';
import { visible } from '../../preview/visible.ts';
import { frozenPath, parseFrozenFile } from '../../publishing/freezing/frozen-file.ts';
import { readPostFields, textField } from '../../summaries/reading/post-fields.ts';
import { addSyndication } from '../../summaries/writing/add-syndication.ts';
import { defineCommand } from '../command.ts';
import { eachFile } from '../each-file.ts';
import { EXIT } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { openProject, type Project, shownPath } from '../project.ts';
import { replaceFile } from '../replace-file.ts';

/** Where each thread of a draft opens, oldest first: the first post of a publication that is out, and still there. */
async function openingUrls(draft: string, project: Project): Promise<string[]> {
  const frozen = frozenPath(draft);
  const text = await readFile(frozen, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new Refusal(
      'draft',
      `${draft} was never published: ${shownPath(frozen, project.root)} is not there.`,
      { cause: error },
    );
  });
  const { publications } = parseFrozenFile(relative(project.root, frozen).split(sep).join('/'), text);
  return publications.flatMap(({ posts: [first] }) => {
    const receipt = first?.receipt;
    return receipt == null || receipt.removed_at !== undefined ? [] : [receipt.url];
  });
}

/** The blog post that a summary was made from, by its own front matter. */
async function sourceOf(draft: string, project: Project): Promise<string> {
  const made = textField(readPostFields(await readFile(draft, 'utf8')).fields, 'made_from');
  if (made !== undefined) return resolve(project.root, made);
  throw new Refusal('draft', `${draft} names no \`made_from\`; say with --into which post it is about.`);
}

async function syndicate(given: string, into: string | undefined, project: Project, io: Io): Promise<void> {
  const draft = resolve(io.cwd, given);
  const urls = await openingUrls(draft, project);
  if (urls.length === 0) throw new Refusal('draft', `Nothing of ${given} is out.`);
  const post = into === undefined ? await sourceOf(draft, project) : resolve(io.cwd, into);
  const shown = shownPath(post, io.cwd);
  const bytes = await readFile(post);
  // With its byte order mark, so that what is written back is the same bytes.
  const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (!Buffer.from(source, 'utf8').equals(bytes))
    throw new Refusal('draft', `${shown} is left as it is: it is not UTF-8.`);
  const result = addSyndication(source, urls);
  if ('refused' in result) throw new Refusal('draft', `${shown} is left as it is: ${result.refused}.`);
  if (result.added.length === 0) {
    io.stdout.write(`${visible(shown)} has it all already\n`);
    return;
  }
  await replaceFile(post, result.text);
  for (const url of result.added) io.stdout.write(`${visible(shown)}: ${visible(url)}\n`);
}

/** `threadmill syndicate DRAFT…`: writes where a thread went out into the blog post that it is about. */
export const command = defineCommand({
  name: 'syndicate',
  description:
    'Add the addresses of published threads to `syndication:` in the front matter of the posts they were made from, for “discuss this on …” links. Nothing else in the post changes, to the byte.',
  arguments: { drafts: { form: '<draft...>', about: 'drafts that were published' } },
  options: { into: { flags: '--into <file>', about: 'the blog post, where the draft does not name it' } },
  examples: [
    {
      line: 'syndicate posts/2026-01-05-the-kettle-summary.md',
      about: 'into the post that it was made from',
    },
    { line: 'syndicate posts/kettle.md --into content/posts/kettle.md', about: 'into that one' },
  ],
  run: async (args, options, io) => {
    if (options.into !== undefined && args.drafts.length > 1)
      throw new Refusal('usage', '--into is one post; name one draft.');
    const project = await openProject(io);
    const all = await eachFile(args.drafts, io, (given) => syndicate(given, options.into, project, io));
    return all ? EXIT.done : EXIT.draft;
  },
});
