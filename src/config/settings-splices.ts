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

/** A change of the file's text: `text` replaces `start` to `end`. UTF-16 offsets. */
export type Splice = { readonly start: number; readonly end: number; readonly text: string };

/** The settings as text and as a document, with their line break. */
export type Settings = {
  readonly text: string;
  readonly path: string;
  readonly document: Document;
  readonly newline: string;
};

/** Parses settings for editing. @throws ConfigError if they are not keys with values */
export function readSettings(text: string, path: string): Settings {
  const document = parsed(text);
  const [broken] = document.errors;
  if (broken !== undefined) throw wrong(path, '', `not valid YAML: ${broken.message}`, broken);
  if (document.contents !== null && !isMap(document.contents) && document.toJS() !== null)
    throw wrong(path, '', 'the settings are not keys with values.');
  return { text, path, document, newline: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** Parses a text as YAML. */
export const parsed = (text: string): Document => parseDocument(text, { prettyErrors: false });

/** Inserts after the last entry of a list in brackets or braces. */
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

/** Inserts whole lines below the last line of a block's content. */
export function lineAddition({ text, newline }: Settings, list: Node, lines: string): Splice {
  const at = lineEnd(text, contentEnd(list));
  return { start: at, end: at, text: `${text[at - 1] === '\n' ? '' : newline}${lines}` };
}

/** Removes an entry with its lines, or with its comma. */
export function removal({ text }: Settings, list: YAMLMap | YAMLSeq, entry: unknown): Splice {
  const isPair = typeof entry === 'object' && entry !== null && 'key' in entry;
  const [start] = rangeOf((isPair ? entry.key : entry) as Node);
  const end = contentEnd(entry);
  if (list.flow !== true) return { start: lineStart(text, start), end: lineEnd(text, end), text: '' };
  const after = /^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0;
  const before = after > 0 ? 0 : (/,\s*$/.exec(text.slice(0, start))?.[0].length ?? 0);
  return { start: start - before, end: end + after, text: '' };
}

/** Returns where the last value of a node or pair ends, not counting comments. */
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

/** Returns a node's range: its start, the end of its value, and its end. */
export function rangeOf(node: Node): readonly [number, number, number] {
  if (!node.range) throw new Error('A node of the settings has no place.');
  return node.range;
}

/** Returns the offset after a key's colon. */
export const keyEnd = ({ text }: Settings, pair: Pair): number =>
  text.indexOf(':', rangeOf(pair.key as Node)[1]) + 1;

/** Returns where the line of an offset starts. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;

/** Returns where the next line starts. */
export function lineEnd(text: string, at: number): number {
  // A block may already end after its line break.
  if (at > 0 && text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end + 1;
}

/** Returns the indentation of a block's keys. */
export function indentOf({ text }: Settings, map: YAMLMap): number {
  const start = rangeOf(map.items[0]?.key as Node)[0];
  return start - lineStart(text, start);
}

/** Writes a value plain if YAML reads the same value back, also inside brackets; else in JSON quotes. */
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

/** Applies the splices; if an odd layout makes the result mean something else, lets the YAML library write it. */
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

/** Makes the error for settings that can't be edited. */
export const wrong = (path: string, key: string, message: string, cause?: unknown): ConfigError =>
  new ConfigError(path, [{ line: 1, column: 1, key, message }], cause === undefined ? {} : { cause });
