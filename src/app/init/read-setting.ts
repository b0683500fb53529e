import type { Source } from './generators.ts';

/**
 * Reads one value of a blog's own settings: by its keys in YAML, TOML or JSON, or by a pattern in code, which is never run.
 * Returns `undefined` if it is missing, not text, or the file is broken; the blog's own program reports that better.
 */
export async function readSetting(text: string, source: Source): Promise<string | undefined> {
  if ('pattern' in source) return source.pattern.exec(withoutComments(text))?.[1];
  // The parsers are heavy, and most settings are found without them.
  const { parseSettings } = await import('./parse-settings.ts');
  let value: unknown = parseSettings(text, source.file);
  for (const key of source.keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return typeof value === 'string' ? value.trim() : undefined;
}

/** Removes comments at the start of a line or after a space, so that the `//` of a URL stays. */
function withoutComments(code: string): string {
  return code.replace(/\/\*(?:(?!\*\/)[\s\S])*\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
