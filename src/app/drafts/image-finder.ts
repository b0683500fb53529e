import { resolve } from 'node:path';
import type { FindImage } from '../../machine/node-file-store.ts';
import { FileError } from '../../publishing/file-store.ts';
import type { Project } from '../project/project.ts';
import { findMedia } from './media-files.ts';

/** Makes the image lookup for a project's drafts; a draft's path is relative to the project's folder, or absolute. */
export function imageFinder({ root, config }: Pick<Project, 'root' | 'config'>): FindImage {
  return async (draft, path) => {
    const places = { root, publicDir: config.site.publicDir, draftFile: resolve(root, draft) };
    const found = await findMedia(path, places);
    if ('file' in found) return found.file;
    if (found.code === 'media-missing') return undefined;
    throw new FileError('io', path, `${found.message}.`);
  };
}
