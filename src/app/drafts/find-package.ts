import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Finds the folder of an installed package as Node does: beside Threadmill itself, then in the given folders. */
export function findPackage(name: string, ...roots: readonly string[]): string | undefined {
  for (const start of [import.meta.dirname, ...roots]) {
    for (let folder = start; ; folder = dirname(folder)) {
      const candidate = join(folder, 'node_modules', name);
      if (existsSync(join(candidate, 'package.json'))) return candidate;
      if (dirname(folder) === folder) break;
    }
  }
  return undefined;
}
