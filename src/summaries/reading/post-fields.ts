import JSON5 from 'json5';
import { parse as parseToml } from 'smol-toml';
import { exportedFields } from '../../drafts/front-matter/exported-fields.ts';
import {
  offsetOfLine,
  plainValue,
  READERS,
  type ReadHead,
  withoutDates,
} from '../../drafts/front-matter/read-head.ts';
import type { YamlValue } from '../../drafts/front-matter/read-yaml.ts';
import { JSON_BLOCK, splitFrontMatter } from '../../drafts/front-matter/split-front-matter.ts';
import { LARGEST_FRONT_MATTER } from '../../drafts/limits.ts';
import { isOfKind } from '../../threadmill-error.ts';
import type { SummaryFindingCode } from '../finding-codes.ts';
import { withoutImportedNames } from './without-imported-names.ts';

/** A post's front matter by key, every scalar as text; nested keys are maps. */
export type PostFields = ReadonlyMap<string, YamlValue>;

/** A blog post's front matter, and where the text below it starts (UTF-16). */
export type PostFrontMatter = {
  readonly format: 'yaml' | 'toml' | 'header' | 'json' | 'export' | 'none';
  readonly fields: PostFields;
  readonly bodyStart: number;
  /** Where the front matter's first line starts: text may precede it. */
  readonly headStart: number;
  /** The place of each problem in the source. */
  readonly problems: readonly {
    readonly code: SummaryFindingCode | 'front-matter-yaml' | 'front-matter-unclosed';
    readonly message: string;
    readonly offset: number;
  }[];
};

/** Hugo's TOML between `+++`, whatever the content. */
const TOML = /^\+\+\+[^\S\n]*\n([\s\S]*?\n)??\+\+\+[^\S\n]*(?:\n|$)/;

/**
 * Reads a blog post's front matter: YAML (every generator), TOML and JSON (Hugo), `export const metadata = { … }` (MDX of
 * Next.js), which stays in the body. Unreadable parts are problems, not fields; nothing is ever executed.
 */
export function readPostFields(source: string): PostFrontMatter {
  const toml = TOML.exec(source);
  if (toml !== null) return { ...readToml(toml[1] ?? '', source), bodyStart: toml[0].length, headStart: 0 };
  const json = JSON_BLOCK.exec(source.slice(0, LARGEST_FRONT_MATTER));
  if (json !== null) return { ...readJson(json[0]), bodyStart: json[0].length, headStart: 0 };

  const { bodyStart, head, behind = '', refused } = splitFrontMatter(source);
  const none = { format: 'none', fields: new Map(), bodyStart, headStart: behind.length } as const;
  if (refused?.reason === 'unclosed') {
    const message = 'no second line of `---` closes the front matter; add it below the last key';
    return { ...none, problems: [{ code: 'front-matter-unclosed', message, offset: 0 }] };
  }
  if (refused !== undefined) {
    const { language } = refused;
    const message =
      language.toLowerCase() === 'json'
        ? 'the front matter is not valid JSON'
        : `the front matter is ${language}, which is not read, and never run; write YAML or TOML`;
    return { ...none, problems: [{ code: 'front-matter-yaml', message, offset: 0 }] };
  }
  if (head === undefined) {
    const exported = exportedFields(source);
    if (exported !== undefined) return { ...readExported(exported), bodyStart, headStart: 0 };
    return { ...none, problems: [] };
  }
  const place = { bodyStart, headStart: behind.length };
  if (head.format === 'toml') return { ...readToml(head.text, source.slice(behind.length)), ...place };
  const format = head.format === 'definitions' ? 'header' : head.format;
  return { format, ...place, ...readFields(READERS[head.format](head.text), head.start) };
}

function readFields(
  { language, entries, problems }: ReadHead,
  start: number,
): Pick<PostFrontMatter, 'fields' | 'problems'> {
  const found: PostFrontMatter['problems'][number][] = problems.map(({ message, offset }) => ({
    code: 'front-matter-yaml',
    message: `the front matter is not valid ${language}: ${message}`,
    offset: start + offset,
  }));
  const fields = new Map<string, YamlValue>();
  for (const { key, keyOffset, value } of entries) {
    if (fields.has(key)) continue;
    try {
      fields.set(key, value());
    } catch (error) {
      if (!isOfKind(error, 'draft')) throw error;
      const message = `\`${key}\` can't be read: ${error.message}`;
      found.push({ code: 'front-matter-yaml', message, offset: start + keyOffset });
    }
  }
  return { fields, problems: found };
}

function readToml(text: string, source: string): Omit<PostFrontMatter, 'bodyStart' | 'headStart'> {
  const start = source.indexOf('\n') + 1;
  const failed = (message: string, offset: number): Omit<PostFrontMatter, 'bodyStart' | 'headStart'> => ({
    format: 'toml',
    fields: new Map(),
    problems: [{ code: 'front-matter-toml', message, offset }],
  });
  if (text.length > LARGEST_FRONT_MATTER)
    return failed(`the front matter is longer than ${LARGEST_FRONT_MATTER} characters`, 0);
  try {
    return {
      format: 'toml',
      fields: fieldsOf(parseToml(withoutDates(text), { integersAsBigInt: true })),
      problems: [],
    };
  } catch (error) {
    // smol-toml only throws for broken text, with a TomlError.
    if (!(error instanceof Error) || !('line' in error)) throw error;
    const ofJulia = READERS.toml(text);
    if (ofJulia.problems.length === 0) return { format: 'toml', ...readFields(ofJulia, start) };
    const message = error.message.split('\n', 1)[0] ?? '';
    const offset = offsetOfLine(text, Number(error.line));
    return failed(`the front matter is not valid TOML: ${message}`, start + offset);
  }
}

function readJson(text: string): Omit<PostFrontMatter, 'bodyStart' | 'headStart'> {
  try {
    return { format: 'json', fields: fieldsOf(JSON.parse(text)), problems: [] };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const message = `the front matter is not valid JSON: ${error.message}`;
    return {
      format: 'json',
      fields: new Map(),
      problems: [{ code: 'front-matter-json', message, offset: 0 }],
    };
  }
}

/** Parses the object as JSON5, the subset of JavaScript without code: bare keys, either quotes, trailing commas. */
function readExported({
  text,
  start,
}: {
  text: string;
  start: number;
}): Omit<PostFrontMatter, 'bodyStart' | 'headStart'> {
  try {
    return {
      format: 'export',
      fields: exportFields(JSON5.parse(withoutImportedNames(text) ?? text)),
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const line = 'lineNumber' in error ? Number(error.lineNumber) : 1;
    const message =
      'the post’s `export const` contains more than plain texts, numbers and lists, and is never run; its title, date and address are not known';
    const offset = start + offsetOfLine(text, line);
    return {
      format: 'export',
      fields: new Map(),
      problems: [{ code: 'front-matter-export', message, offset }],
    };
  }
}

/** Flattens a record; Next.js nests a page's canonical address one level down. */
function exportFields(record: object): PostFields {
  const fields = fieldsOf(record);
  const alternates = fields.get('alternates');
  const canonical = alternates instanceof Map ? alternates.get('canonical') : undefined;
  return typeof canonical === 'string' && !fields.has('canonical')
    ? new Map([...fields, ['canonical', canonical]])
    : fields;
}

function fieldsOf(record: object): PostFields {
  return new Map(Object.entries(record).map(([key, value]) => [key, plainValue(value, 0)]));
}

/** Returns the first of some keys with non-empty text, on one line. */
export function textField(fields: PostFields, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = fields.get(key);
    const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
    if (text !== '') return text;
  }
  return undefined;
}

/** Returns a list of names: a YAML list, or comma-separated text. */
export function listField(fields: PostFields, key: string): readonly string[] {
  const value = fields.get(key);
  const items = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  return items
    .filter((item) => typeof item === 'string')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
