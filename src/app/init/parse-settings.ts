import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';

/** Parses the settings of another program, by the ending of the file's name; YAML keeps every scalar as text. `undefined` if broken. */
export function parseSettings(text: string, file: string): unknown {
  try {
    if (file.endsWith('.json')) return JSON.parse(text) as unknown;
    if (file.endsWith('.toml')) return parseToml(text, { integersAsBigInt: true });
    // Ruby and Go take the last of two equal keys.
    const options = { schema: 'failsafe', uniqueKeys: false, logLevel: 'error', maxAliasCount: 50 } as const;
    return parseYaml(text, options) as unknown;
  } catch (error) {
    // The three parsers throw different errors; all mean that the file is broken.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
