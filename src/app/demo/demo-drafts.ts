import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openProject, type Project, type Surroundings } from '../project/project.ts';
import type { Wires } from '../project/wires.ts';
import { Refusal } from '../refusal.ts';

/** Drafts for the demo, and their project. */
export type DemoDrafts = { readonly project: Project; readonly files: readonly string[] };

async function draftsIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => /\.(md|markdown)$/i.test(name) && name !== 'README.md').sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Returns the drafts in `posts/` of the current project, or else the examples that come with Threadmill. */
export async function demoDrafts(around: Surroundings, wires: () => Promise<Wires>): Promise<DemoDrafts> {
  const own = await openProject(around, wires);
  const files = await draftsIn(join(own.root, 'posts'));
  if (files.length > 0) return { project: own, files: files.map((name) => join(own.root, 'posts', name)) };
  return exampleDrafts(around, wires);
}

/** Returns the examples that come with Threadmill. */
export async function exampleDrafts(around: Surroundings, wires: () => Promise<Wires>): Promise<DemoDrafts> {
  // In the sources and in the bundle, the package's folder is the nearest parent with drafts.
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const names = await draftsIn(join(folder, 'posts'));
    if (names.length === 0) continue;
    const project = await openProject({ ...around, cwd: folder }, wires);
    return { project, files: names.map((name) => join(folder, 'posts', name)) };
  }
  throw new Refusal('draft', 'There are no drafts in posts/ to show. Start one: threadmill new update');
}
