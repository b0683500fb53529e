import { parse as parseToml } from 'smol-toml';
import { LARGEST_FRONT_MATTER } from '../limits.ts';
import { readYaml, type YamlEntry, type YamlProblem, type YamlValue } from './read-yaml.ts';
import { MARGIN, type SplitDraft, withoutMargin } from './split-front-matter.ts';

/** The keys of a file's front matter, in any format; offsets are UTF-16, into its text. */
export type ReadHead = {
  readonly language: string;
  readonly entries: readonly YamlEntry[];
  readonly problems: readonly YamlProblem[];
};

/** Readers for the formats of front matter: YAML, which JSON is a part of, TOML, or a header of `Key: value` lines. */
export const READERS = {
  yaml: (text: string): ReadHead => ({ language: 'YAML', ...readYaml(text) }),
  json: (text: string): ReadHead => ({ language: 'JSON', ...readYaml(text) }),
  toml: readToml,
  header: readHeader,
  definitions: readDefinitions,
} as const satisfies Record<NonNullable<SplitDraft['head']>['format'], (text: string) => ReadHead>;

function readToml(text: string): ReadHead {
  if (text.length > LARGEST_FRONT_MATTER)
    return {
      language: 'TOML',
      entries: [],
      problems: [{ message: `it is longer than ${LARGEST_FRONT_MATTER} characters`, offset: 0 }],
    };
  try {
    const record = parseToml(withoutDates(text), { integersAsBigInt: true });
    return {
      language: 'TOML',
      entries: Object.entries(record).map(([key, value]) => entryOf(key, value, text)),
      problems: [],
    };
  } catch (error) {
    // smol-toml only throws for broken text, with a TomlError.
    if (!(error instanceof Error) || !('line' in error)) throw error;
    if (OF_JULIA.test(text)) return readDefinitions(text);
    const message = error.message.split('\n', 1)[0] ?? '';
    return {
      language: 'TOML',
      entries: [],
      problems: [{ message, offset: offsetOfLine(text, Number(error.line)) }],
    };
  }
}

/** Writes dates of Julia, as Franklin’s front matter has them, as TOML: `Date(2026, 3, 1)`. */
export const withoutDates = (text: string): string =>
  text.replace(
    /\bDate\(\s*(\d{4})\s*,\s*(\d{1,2})\s*,\s*(\d{1,2})\s*\)/g,
    (_, year: string, month: string, day: string) =>
      `"${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}"`,
  );

function entryOf(key: string, value: unknown, text: string): YamlEntry {
  const written = new RegExp(
    `^[^\\S\\n]*["']?${key.replace(/[^\w-]/g, '\\$&')}["']?[^\\S\\n]*=[^\\S\\n]*`,
    'm',
  ).exec(text);
  const keyOffset = written?.index ?? 0;
  return {
    key,
    keyOffset,
    valueOffset: keyOffset + (written?.[0].length ?? 0),
    value: () => plainValue(value, 0),
    entries: () =>
      isRecord(value) ? Object.entries(value).map(([inner, content]) => entryOf(inner, content, text)) : [],
  };
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Deeper values are not settings of a draft. */
const DEEPEST = 20;

/** Converts a TOML or JSON value, with every scalar as text. */
export function plainValue(value: unknown, depth: number): YamlValue {
  if (value === null || value === undefined || depth > DEEPEST) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => plainValue(item, depth + 1));
  if (typeof value !== 'object') return String(value);
  return new Map(Object.entries(value).map(([key, inner]) => [key, plainValue(inner, depth + 1)]));
}

/** Returns the offset at which a line starts, counting from 1. */
export function offsetOfLine(text: string, line: number): number {
  let offset = 0;
  for (let at = 1; at < line; at += 1) offset = text.indexOf('\n', offset) + 1;
  return offset;
}

/** Values of Julia, as Franklin’s front matter has them: dates, and pairs of names and contents of tags. */
const OF_JULIA = /=[^\S\n]*Date\(|^[^\S\n]*(?:\w+[^\S\n]*=[^\S\n]*)?\[?[^\S\n]*\("[^\n]*,/m;

/** Reads Franklin’s `@def title = "The gate"`, and `title = "The gate"` between its other values. */
function readDefinitions(text: string): ReadHead {
  const entries: YamlEntry[] = [];
  for (const { 0: whole, 1: lead = '', 2: key = '', 3: value = '', index } of withoutDates(text).matchAll(
    /^((?:@def[^\S\n]+)?)(\w+)[^\S\n]*=[^\S\n]*([^\n]*)$/gm,
  ))
    entries.push({
      key: key.toLowerCase(),
      keyOffset: index + lead.length,
      valueOffset: index + whole.length - value.length,
      value: () =>
        value
          .trim()
          .replace(/^("""|")(.*)\1$/, '$2')
          .trim() || null,
      entries: () => [],
    });
  return { language: 'a list of definitions', problems: [], entries };
}

function readHeader(text: string): ReadHead {
  const entries: { key: string; keyOffset: number; valueOffset: number; words: string[] }[] = [];
  let offset = 0;
  const margin = MARGIN.exec(text)?.[0] ?? '';
  for (const indented of text.split('\n')) {
    const line = withoutMargin(indented, margin);
    const pair = /^([A-Za-z_][\w -]*?)[^\S\n]*::?[^\S\n]*/.exec(line);
    const last = entries.at(-1);
    if (/^\s/.test(line) && last !== undefined) last.words.push(line.trim());
    else if (pair !== null)
      entries.push({
        key: (pair[1] ?? '').toLowerCase().replace(/ /g, '_'),
        keyOffset: offset + indented.length - line.length,
        valueOffset: offset + indented.length - line.length + pair[0].length,
        words: [line.slice(pair[0].length).trim()],
      });
    offset += indented.length + 1;
  }
  return {
    language: 'a list of keys',
    problems: [],
    entries: entries.map(({ words, ...place }) => ({
      ...place,
      value: () => words.join(' ').replace(/^(["'])(.*)\1$/, '$2') || null,
      entries: () => [],
    })),
  };
}
