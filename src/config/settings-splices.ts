import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { ConfigError } from './config-error.ts';

/** A change of the file's text: `start` to `end` becomes `text`. Offsets in UTF-16. */
export type Splice = { readonly start: number; readonly end: number; readonly text: string };

/** The settings as text and as a document, with the line break that they use. */
export type Settings = {
  readonly text: string;
  readonly path: string;
  readonly document: Document;
  readonly newline: string;
};

/** Settings, read for editing. @throws ConfigError where they are no keys with values */
export function readSettings(text: string, path: string): Settings {
  const document = parsed(text);
  const [broken] = document.errors;
  if (broken !== undefined) throw wrong(path, '', `not valid YAML: ${broken.message}`, broken);
  if (document.contents !== null && !isMap(document.contents) && document.toJS() !== null)
    throw wrong(path, '', 'the settings are not keys with values.');
  return { text, path, document, newline: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** A text as a document of YAML. */
export const parsed = (text: string): Document => parseDocument(text, { prettyErrors: false });

/** Behind the last entry of a list in brackets or braces. */
export function flowAddition(list: Node, text: string, settings: Settings): Splice {
  const items = isCollection(list) ? list.items : [];
  const last = items.at(-1);
  const at = last === undefined ? rangeOf(list)[0] + 1 : contentEnd(last);
  return {
    start: at,
    end: at,
    text: `${last === undefined ? '' : settings.text[at] === ',' ? ',' : ', '}${text}`,
  };
}

/** A whole line, or several, below the last line of what a block holds. */
export function lineAddition({ text, newline }: Settings, list: Node, lines: string): Splice {
  const at = lineEnd(text, contentEnd(list));
  return { start: at, end: at, text: `${text[at - 1] === '\n' ? '' : newline}${lines}` };
}

/** Takes an entry away with its lines, or with its comma. */
export function removal({ text }: Settings, list: YAMLMap | YAMLSeq, entry: unknown): Splice {
  const isPair = typeof entry === 'object' && entry !== null && 'key' in entry;
  const [start] = rangeOf((isPair ? entry.key : entry) as Node);
  const end = contentEnd(entry);
  if (list.flow !== true) return { start: lineStart(text, start), end: lineEnd(text, end), text: '' };
  const after = /^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0;
  const before = after > 0 ? 0 : (/,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0);
  return { start: start - before, end: end + after, text: '' };
}

/** Where the last thing of a node or pair ends, comments not counted. */
function contentEnd(node: unknown): number {
  if (isCollection(node) && node.flow !== true && node.items.length > 0) return contentEnd(node.items.at(-1));
  if (typeof node === 'object' && node !== null && 'key' in node) {
    const { key, value } = node as Pair;
    return isScalar(value) && value.value === null && rangeOf(value)[1] <= rangeOf(value)[0]
      ? rangeOf(key as Node)[1] + 1
      : contentEnd(value ?? key);
  }
  return rangeOf(node as Node)[1];
}

/** Where a node is: its start, the end of its value, and its end. */
export function rangeOf(node: Node): readonly [number, number, number] {
  if (!node.range) throw new Error('A node of the settings has no place.');
  return node.range;
}

/** Behind the colon of a key. */
export const keyEnd = ({ text }: Settings, pair: Pair): number =>
  text.indexOf(':', rangeOf(pair.key as Node)[1]) + 1;

/** Where the line starts that an offset is in. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Where the line below an offset starts. */
export function lineEnd(text: string, at: number): number {
  // A block's end may lie behind its line break already.
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** How far the keys of a block are indented. */
export function indentOf({ text }: Settings, map: YAMLMap): number {
  const start = rangeOf(map.items[0]?.key as Node)[0];
  return start - lineStart(text, start);
}

/** Plain where YAML reads the very same value back, also inside brackets; else in quotes, as in JSON. */
export function scalar(value: string | number | boolean): string {
  const plain = String(value);
  const isPlain =
    typeof value !== 'string' ||
    (/^[\w./:@-]+$/.test(value) && parsed(`a: [${plain}]`).getIn(['a', 0]) === value);
  return isPlain ? plain : JSON.stringify(value);
}

/** The values of a list. */
export const valuesOf = (items: readonly unknown[]): unknown[] =>
  items.map((item) => (isScalar(item) ? item.value : item));

/** The text with the splices; as the YAML library writes it where an odd layout makes that mean something else. */
export function checked(
  { text, newline }: Settings,
  splices: readonly Splice[],
  change: (document: Document) => void,
): string {
  let edited = text;
  for (const { start, end, text: put } of splices
    .toReversed()
    .toSorted((one, other) => other.start - one.start))
    edited = `${edited.slice(0, start)}${put}${edited.slice(end)}`;
  const meant = parsed(text);
  change(meant);
  const wanted: unknown = parsed(meant.toString()).toJS();
  const got = parsed(edited);
  const isSame = got.errors.length === 0 && isDeepStrictEqual(got.toJS() ?? {}, wanted ?? {});
  return isSame ? edited : meant.toString({ lineWidth: 0 }).replace(/\r?\n/g, newline);
}

/** The error for settings that can’t be edited. */
export const wrong = (path: string, key: string, message: string, cause?: unknown): ConfigError =>
  new ConfigError(path, [{ line: 1, column: 1, key, message }], cause === undefined ? {} : { cause });
