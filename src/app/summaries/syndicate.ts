import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { readTextFile } from '../../disk/read-text-file.ts';
import { replaceFile } from '../../disk/replace-file.ts';
import { frozenPath, parseFrozenFile } from '../../publishing/freezing/frozen-file.ts';
import { readPostFields, textField } from '../../summaries/reading/post-fields.ts';
import { addSyndication } from '../../summaries/writing/add-syndication.ts';
import { type Project, shownPath } from '../project/project.ts';
import { Refusal } from '../refusal.ts';

/** The post that was changed, and the addresses that were added; empty if it had them all. */
export type Syndicated = { readonly post: string; readonly added: readonly string[] };

/** Returns where each thread of a draft begins, oldest first: the first post of each publication that is still published. */
async function openingUrls(draft: string, project: Project): Promise<string[]> {
  const frozen = frozenPath(draft);
  const text = await readTextFile(frozen).catch((error: NodeJS.ErrnoException) => {
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

/** Finds the blog post of a summary from the summary's front matter. */
async function sourceOf(draft: string, project: Project): Promise<string> {
  const made = textField(readPostFields(await readFile(draft, 'utf8')).fields, 'made_from');
  if (made !== undefined) return resolve(project.root, made);
  throw new Refusal('draft', `${draft} has no \`made_from\`. Name the post that it is about with --into.`);
}

/**
 * Writes the addresses of a draft's threads into its blog post. Changes nothing else in the post.
 *
 * @param into - the post, if the draft does not name it
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
  // Keep the byte order mark, so that the rest is written back byte for byte.
  const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  if (!Buffer.from(source, 'utf8').equals(bytes))
    throw new Refusal('draft', `${shown} was not changed: it is not UTF-8.`);
  const result = addSyndication(source, urls);
  if ('refused' in result) throw new Refusal('draft', `${shown} was not changed: ${result.refused}.`);
  if (result.added.length > 0) await replaceFile(post, result.text);
  return { post, added: result.added };
}
