import type { Source } from './generators.ts';

/**
 * Reads one value of a blog's own settings: by its keys in YAML, TOML or JSON, or by a pattern in code, which is never run.
 * Returns `undefined` if it is missing, not text, or the file is broken; the blog's own program reports that better.
 */
export async function readSetting(text: string, source: Source): Promise<string | undefined> {
  if ('pattern' in source) return source.pattern.exec(withoutComments(text))?.[1];
  let value: unknown = await parsed(text, source.file);
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

async function parsed(text: string, file: string): Promise<unknown> {
  try {
    if (file.endsWith('.json')) return JSON.parse(text) as unknown;
    if (file.endsWith('.toml')) return (await import('smol-toml')).parse(text);
    const { parse } = await import('yaml');
    return parse(text, { logLevel: 'silent', maxAliasCount: 50 }) as unknown;
  } catch (error) {
    // The three parsers throw different errors; all mean that the file is broken.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
