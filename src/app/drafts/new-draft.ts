import { mkdir, open, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Kind } from '../../drafts/kind.ts';
import { dateIn } from '../../time/zoned-time.ts';
import { type Project, shownPath } from '../project/project.ts';
import { zoneOf } from '../project/zone.ts';
import { Refusal } from '../refusal.ts';
import { slugOf } from './slug.ts';
import { TEMPLATES } from './templates.ts';

/** Creates a file. If the disk is full, removes the partial file, so that a retry can use its name. */
export async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
  } catch (error) {
    await unlink(path);
    throw Object.assign(error as NodeJS.ErrnoException, { path });
  } finally {
    await file.close();
  }
}

/**
 * Creates a draft in `posts/` from the template of its kind; returns its absolute path. An empty title becomes the kind's name.
 *
 * @throws Refusal (usage) if the file exists: it is never overwritten
 */
export async function newDraft(kind: Kind, wanted: string, project: Project): Promise<string> {
  const title = wanted.replace(/[\s\p{Cc}]+/gu, ' ').trim() || kind;
  const date = dateIn(project.around.now(), zoneOf(project));
  const path = join(project.root, 'posts', `${date}-${slugOf(title) || kind}.md`);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeNew(path, TEMPLATES[kind]({ title, date }));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const shown = shownPath(path, project.around.cwd);
    throw new Refusal('usage', `${shown} already exists and was not changed. Choose another title.`, {
      cause: error,
    });
  }
  return path;
}
