import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseSync } from 'rolldown/utils';

/**
 * The sources that are loaded with `entries`, these included: what they import statically, for its values. Absolute paths. A
 * chunk that holds all of it depends on no chunk that depends on it, which ES modules don't survive where a value is used
 * while the other side is still being loaded.
 */
export function staticClosure(entries: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = entries.map((entry) => resolve(entry));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    const { module } = parseSync(file, readFileSync(file, 'utf8'));
    const imports = module.staticImports
      .filter(({ entries: names }) => names.length === 0 || names.some(({ isType }) => !isType))
      .map(({ moduleRequest }) => moduleRequest.value);
    const exports = module.staticExports.flatMap(({ entries: names }) =>
      names.flatMap(({ moduleRequest, isType }) =>
        moduleRequest === null || moduleRequest === undefined || isType ? [] : [moduleRequest.value],
      ),
    );
    for (const target of [...imports, ...exports])
      if (target.startsWith('.')) waiting.push(resolve(dirname(file), target));
  }
  return found;
}
