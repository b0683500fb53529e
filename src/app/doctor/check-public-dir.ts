import { resolve } from 'node:path';
import type { Project } from '../project/project.ts';
import { type Check, check } from './check.ts';
import { statOf } from './stat-of.ts';

/** Checks that `site.public_dir` is a folder. */
export async function checkPublicDir({ root, config }: Project): Promise<Check[]> {
  const { publicDir } = config.site;
  if (publicDir === undefined) return [];
  const facts = await statOf(resolve(root, publicDir));
  return [
    facts?.isDirectory() === true
      ? check('ok', 'site.public_dir', `${publicDir} is there`)
      : check('fail', 'site.public_dir', `${publicDir} is not a folder in ${root}`),
  ];
}
