import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { replaceFile } from '../../disk/replace-file.ts';
import type { BlogPost } from '../../summaries/reading/blog-post.ts';
import { dateIn } from '../../time/zoned-time.ts';
import { slugOf } from '../drafts/slug.ts';
import type { Project } from '../project/project.ts';
import { zoneOf } from '../project/zone.ts';

/** Returns the path of a post's summary: `posts/DATE-TITLE-summary.md`, from the post's own date and title, or in `folder`. */
export function summaryPath(
  { title, date, canonical }: BlogPost,
  folder: string | undefined,
  project: Project,
): string {
  const last =
    canonical?.url
      .replace(/[?#].*$/, '')
      .split('/')
      .filter((part) => part !== '')
      .at(-1) ?? '';
  const slug = slugOf(title ?? '') || slugOf(last.replace(/\.html?$/, '')) || 'post';
  const into = folder === undefined ? join(project.root, 'posts') : resolve(project.around.cwd, folder);
  return join(into, `${date ?? dateIn(project.around.now(), zoneOf(project))}-${slug}-summary.md`);
}

/** What happened to a summary: written, already there with the same text, or there with another text and kept. */
export type Written = 'written' | 'same' | 'kept';

/** Writes a summary if the file does not exist, or with `force`. */
export async function writeSummary(path: string, markdown: string, force: boolean): Promise<Written> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, markdown, { flag: 'wx' });
    return 'written';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  if ((await readFile(path, 'utf8')) === markdown) return 'same';
  if (!force) return 'kept';
  await replaceFile(path, markdown);
  return 'written';
}
