import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml';
import { ThreadmillError } from '../../threadmill-error.ts';
import { DEEPEST_YAML, LARGEST_FRONT_MATTER, MOST_YAML_VALUES } from '../limits.ts';

/**
 * A YAML value with every scalar as text, so that `2026-02-03`, `1/7` and `1.` stay as the author wrote them instead of
 * becoming dates and numbers.
 */
export type YamlValue = string | null | readonly YamlValue[] | ReadonlyMap<string, YamlValue>;

/** One key of the front matter; offsets are UTF-16, into the YAML text. */
export type YamlEntry = {
  readonly key: string;
  readonly keyOffset: number;
  readonly valueOffset: number;
  /** @throws {YamlLimit} if the value nests too deep or expands too much */
  readonly value: () => YamlValue;
  /** The value's own entries, if it is a block of keys. */
  readonly entries: () => readonly YamlEntry[];
};

/** A problem in a YAML text, and its place. */
export type YamlProblem = {
  readonly message: string;
  readonly offset: number;
  /** What is meant is clear, and read so. */
  readonly isMended?: true;
};

const NESTED = /^Nested mappings are not allowed/;

/** The YAML parser's messages for the commonest mistakes, explained for authors. */
const EXPLAINED: readonly { readonly said: RegExp; readonly means: string }[] = [
  { said: NESTED, means: 'text with `: ` in it needs quotation marks around it' },
  { said: /^Missing closing ["']quote/, means: 'a quotation mark is not closed' },
  { said: /^Tabs are not allowed as indentation/, means: 'a tab indents this line; use spaces' },
  {
    said: /^Unexpected scalar at node end/,
    means:
      'a value in brackets or quotation marks has ended, but its line goes on; a second key needs a line of its own',
  },
  { said: /^Implicit keys need to be on a single line/, means: 'this line has no `: ` after its key' },
];

/** A value that nests too deep, or expands too much through aliases. */
export class YamlLimit extends ThreadmillError {
  override readonly name = 'YamlLimit';
  readonly kind = 'draft';
}

/**
 * Reads front matter as YAML 1.2, core schema: no custom tags, no merge keys. For broken YAML, returns its problems and all
 * readable entries.
 */
export function readYaml(text: string): { entries: readonly YamlEntry[]; problems: readonly YamlProblem[] } {
  if (text.length > LARGEST_FRONT_MATTER)
    return {
      entries: [],
      problems: [{ message: `it is longer than ${LARGEST_FRONT_MATTER} characters`, offset: 0 }],
    };
  const deep = tooDeepAt(text);
  if (deep !== -1)
    return { entries: [], problems: [{ message: `it nests deeper than ${DEEPEST_YAML}`, offset: deep }] };

  const strict = parsed(text);
  const document = mended(strict, text) ?? strict;
  // Of several in one line, the first says enough.
  const unquoted = document === strict ? [] : strict.errors.filter(({ message }) => NESTED.test(message));
  const problems = [
    ...unquoted.slice(0, 1).map((error) => ({ ...problemOf(error), isMended: true as const })),
    ...[...document.errors, ...document.warnings].map(problemOf),
  ];
  const { contents } = document;
  if (contents === null) return { entries: [], problems };
  if (!isMap(contents)) {
    const offset = contents.range?.[0] ?? 0;
    return {
      entries: [],
      problems: [...problems, { message: 'it is not a list of `key: value` lines', offset }],
    };
  }
  const entries = entriesOf(contents, document);
  return { entries, problems: [...problems, ...repeatedKeys(entries)] };
}

/**
 * A quoted value over several lines. YAML 1.2 wants its later lines indented; the readers of most blog engines don't, and
 * join them with spaces:
 *
 *     summary: "What the float
 *     measured in May."
 */
const QUOTED_LINES = /^[\w-]+:[ \t]+(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')[ \t]*$/gm;

/** `title: Lamps, part 4: oil`: YAML stumbles over the second `: `, which its author means as words. */
const UNQUOTED_LINES = /^([\w-]+:[ \t]+)([^\s"'[\]{}|>&*!#%@`][^\r\n]*: [^\r\n]*)$/gm;

/** Stands for the space behind a colon in a value that needs quotation marks, so that all offsets stay. */
const COLON_SPACE = '\ue03a';

/** Reads broken YAML with the values that only lack quotation marks, or the indent of their later lines, as they are meant. */
function mended(strict: Document, text: string): Document | undefined {
  if (strict.errors.some(({ code }) => code === 'MISSING_CHAR'))
    return parsed(text.replace(QUOTED_LINES, (value) => value.replace(/[\r\n]/g, ' ')));
  if (!strict.errors.some(({ message }) => NESTED.test(message)) || text.includes(COLON_SPACE))
    return undefined;
  return parsed(
    text.replace(
      UNQUOTED_LINES,
      (_, key: string, value: string) => `${key}${value.replaceAll(': ', `:${COLON_SPACE}`)}`,
    ),
  );
}

const problemOf = ({ message, pos }: YAMLError): YamlProblem => ({
  message: EXPLAINED.find(({ said }) => said.test(message))?.means ?? message.replace(/\s+/g, ' '),
  offset: pos[0],
});

const parsed = (text: string): Document =>
  parseDocument(text, {
    prettyErrors: false,
    logLevel: 'silent',
    version: '1.2',
    // The library's own check is quadratic in the number of keys.
    uniqueKeys: false,
  });

/** Finds keys that occur again; with the same text as before, what is meant is clear. */
function repeatedKeys(entries: readonly YamlEntry[]): YamlProblem[] {
  const seen = new Map<string, YamlEntry>();
  return entries.flatMap((entry) => {
    const { key, keyOffset } = entry;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, entry);
      return [];
    }
    const problem = { message: `the key \`${key.slice(0, 40)}\` occurs twice`, offset: keyOffset };
    return [sameText(first, entry) ? { ...problem, isMended: true as const } : problem];
  });
}

function sameText(one: YamlEntry, other: YamlEntry): boolean {
  try {
    const value = one.value();
    return typeof value === 'string' && value === other.value();
  } catch (error) {
    if (error instanceof YamlLimit) return false;
    throw error;
  }
}

function entriesOf(node: unknown, document: Document): YamlEntry[] {
  const map = isAlias(node) ? node.resolve(document) : node;
  if (!isMap(map)) return [];
  return map.items.flatMap(({ key, value }) => {
    if (!isScalar(key)) return [];
    const keyOffset = key.range?.[0] ?? 0;
    return [
      {
        key: String(key.value),
        keyOffset,
        valueOffset: isNode(value) ? (value.range?.[0] ?? keyOffset) : keyOffset,
        value: () => plainValue(value, document, { left: MOST_YAML_VALUES }, 0),
        entries: () => entriesOf(value, document),
      },
    ];
  });
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value);
}

function plainValue(node: unknown, document: Document, budget: { left: number }, depth: number): YamlValue {
  budget.left -= 1;
  if (budget.left < 0) throw new YamlLimit(`its aliases expand to more than ${MOST_YAML_VALUES} values`);
  if (depth > DEEPEST_YAML) throw new YamlLimit(`it nests deeper than ${DEEPEST_YAML}`);
  if (isAlias(node)) return plainValue(node.resolve(document), document, budget, depth + 1);
  if (isSeq(node)) return node.items.map((item) => plainValue(item, document, budget, depth + 1));
  if (isMap(node)) {
    const pairs = node.items.map(({ key, value }): [string, YamlValue] => [
      isScalar(key) ? String(key.value) : '',
      plainValue(value, document, budget, depth + 1),
    ]);
    return new Map(pairs);
  }
  if (!isScalar(node) || node.value === null) return null;
  const written = typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  return written.replaceAll(`:${COLON_SPACE}`, ': ');
}

/**
 * Returns where the text may nest deeper than `DEEPEST_YAML`, or -1. The YAML parser is recursive, so hostile text must not
 * reach it. Brackets in quoted strings count too; real front matter has far fewer.
 */
function tooDeepAt(text: string): number {
  let open = 0;
  for (const match of text.matchAll(/[[{]|[\]}]|(?:[-?:][^\S\n]+){50}/g)) {
    const [found] = match;
    if (found.length > 1) return match.index;
    if (found === '[' || found === '{') open += 1;
    else open = Math.max(0, open - 1);
    if (open > DEEPEST_YAML) return match.index;
  }
  return -1;
}
