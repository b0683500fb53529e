import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { replaceFile } from '../../disk/replace-file.ts';
import { frozenPath, parseFrozenFile } from '../../publishing/freezing/frozen-file.ts';
import { readPostFields, textField } from '../../summaries/reading/post-fields.ts';
import { addSyndication } from '../../summaries/writing/add-syndication.ts';
import { type Project, shownPath } from '../project/project.ts';
import { Refusal } from '../refusal.ts';

/** The post that was written to, and the addresses that were added; none where it had them all. */
export type Syndicated = { readonly post: string; readonly added: readonly string[] };

/** Where each thread of a draft opens, oldest first: the first post of a publication that is out, and still there. */
async function openingUrls(draft: string, project: Project): Promise<string[]> {
  const frozen = frozenPath(draft);
  const text = await readFile(frozen, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    const shown = shownPath(frozen, project.root);
    throw new Refusal('draft', `${draft} was never published: there is no ${shown}.`, { cause: error });
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
  throw new Refusal('draft', `${draft} has no \`made_from\`. Name the post that it is about with --into.`);
}

/**
 * Writes where a draft's threads went out into the blog post that it is about. Nothing else in the post changes.
 *
 * @param into - the post, where the draft does not name it
 * @throws Refusal (draft)
 */
export async function syndicate(
  given: string,
  into: string | undefined,
  project: Project,
): Promise<Syndicated> {
  const { cwd } = project.around;
  const draft = resolve(cwd, given);
  const urls = await openingUrls(draft, project);
  if (urls.length === 0) throw new Refusal('draft', `No post of ${given} is published.`);
  const post = into === undefined ? await sourceOf(draft, project) : resolve(cwd, into);
  const shown = shownPath(post, cwd);
  const bytes = await readFile(post);
  // With its byte order mark, so that what is written back is the same bytes.
  const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (!Buffer.from(source, 'utf8').equals(bytes))
    throw new Refusal('draft', `${shown} was not changed: it is not UTF-8.`);
  const result = addSyndication(source, urls);
  if ('refused' in result) throw new Refusal('draft', `${shown} was not changed: ${result.refused}.`);
  if (result.added.length > 0) await replaceFile(post, result.text);
  return { post, added: result.added };
}
