import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { replaceFile } from '../../disk/replace-file.ts';

const cacheShape = z.record(
  z.string(),
  z.object({
    read_at: z.number(),
    limits: z.record(z.string(), z.union([z.number(), z.readonly(z.array(z.string()))])),
  }),
);

/** Limits of servers, by network and address, with the time of reading (`read_at`, epoch ms). */
export type LimitsCache = z.infer<typeof cacheShape>;

const pathIn = (root: string): string => join(root, '.threadmill', 'limits.json');

/** Reads the cache of a project; empty if it is missing or damaged, so that limits are fetched again. */
export async function readLimitsCache(root: string): Promise<LimitsCache> {
  let text: string;
  try {
    text = await readFile(pathIn(root), 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return {};
    throw error;
  }
  try {
    const read = cacheShape.safeParse(JSON.parse(text));
    return read.success ? read.data : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

/** Writes the cache of a project. */
export async function writeLimitsCache(root: string, cache: LimitsCache): Promise<void> {
  const path = pathIn(root);
  await mkdir(dirname(path), { recursive: true });
  await replaceFile(path, `${JSON.stringify(cache, null, 2)}\n`, 0o600);
}
