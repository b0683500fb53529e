import type { List, ListItem } from 'mdast';
import { type Names, plainWords, positionOf, withoutEnd } from './plain-words.ts';

/** A list that needed no parser, and where the following text starts. */
export type PlainList = { readonly node: List; readonly end: number };

const ITEM = /^( *)(?:([-*+])|(\d{1,9})([.)])) {1,3}(?=\S)(.*)$/;
/** What begins a nested block inside an item. */
const INNER_BLOCK =
  /^(?:[-+*](?:\s|$)|[>#|:=~$<]|`{3}|\d{1,9}[.)](?:\s|$)|\[[^\]]*\]:|\*{2}[-* ]|_{2}[_ ]|-{2}[- ])/;

type Line = {
  readonly start: number;
  readonly end: number;
  readonly indent: number;
  /** Where an item's words start, in columns. */
  readonly inner: number;
  readonly kind: string;
  readonly number: number | null;
  /** Where they start in the text. */
  readonly from: number;
  readonly words: string;
};

/**
 * Reads a list at the margin whose items are single lines: no blank lines between them, no text lines below an item. Items may
 * nest.
 */
export function plainList(text: string, at: number, names: Names): PlainList | undefined {
  const lines: Line[] = [];
  let end = at;
  for (;;) {
    const stop = text.indexOf('\n', end);
    const written = text.slice(end, stop === -1 ? text.length : stop);
    if (written === '') break;
    const line = itemLine(written, end);
    if (line === undefined) return undefined;
    lines.push(line);
    end = line.end + 1;
    if (stop === -1) break;
  }
  // The text after the blank lines must not continue the list.
  const next = /[^\n]/g;
  next.lastIndex = end;
  const below = next.exec(text)?.index;
  if (below !== undefined && /^(?:\s|[-+*](?:\s|$)|\d{1,9}[.)](?:\s|$))/.test(text.slice(below, below + 12)))
    return undefined;
  const reader = { lines, next: 0, names };
  const node = listAt(reader, 0);
  return node !== undefined && reader.next === lines.length ? { node, end } : undefined;
}

function itemLine(written: string, start: number): Line | undefined {
  const match = ITEM.exec(written);
  if (match === null) return undefined;
  const [, indent = '', bullet, number, delimiter = '', text = ''] = match;
  if (INNER_BLOCK.test(text)) return undefined;
  // Markdown drops white space at the end of an item's last line.
  const words = withoutEnd(text);
  return {
    start: start + indent.length,
    end: start + written.length,
    indent: indent.length,
    inner: written.length - text.length,
    from: start + written.length - text.length,
    kind: bullet ?? delimiter,
    number: number === undefined ? null : Number(number),
    words,
  };
}

/** Reads the list whose items have one indent, from the reader's next line. */
function listAt(
  reader: { readonly lines: readonly Line[]; next: number; readonly names: Names },
  indent: number,
): List | undefined {
  const first = reader.lines[reader.next];
  if (first === undefined || first.indent !== indent) return undefined;
  const items: ListItem[] = [];
  for (
    let line: Line | undefined = first;
    line !== undefined && line.indent === indent;
    line = reader.lines[reader.next]
  ) {
    if (line.kind !== first.kind) return undefined;
    const children = plainWords(line.words, line.from, reader.names);
    if (children === undefined) return undefined;
    const paragraph = {
      type: 'paragraph' as const,
      children,
      position: positionOf(line.from, line.end),
    };
    reader.next += 1;
    const below = reader.lines[reader.next];
    const nested = below !== undefined && below.indent > indent ? below : undefined;
    // Four columns further, an item would be code; left of the words' own column, it does not belong to this item.
    if (nested !== undefined && (nested.indent < line.inner || nested.indent > line.inner + 3))
      return undefined;
    // A number other than 1 can't interrupt the words above it.
    if (nested !== undefined && nested.number !== null && nested.number !== 1) return undefined;
    const inner = nested === undefined ? undefined : listAt(reader, nested.indent);
    if (nested !== undefined && inner === undefined) return undefined;
    const end = inner?.position?.end.offset ?? line.end;
    items.push({
      type: 'listItem',
      spread: false,
      checked: null,
      children: inner === undefined ? [paragraph] : [paragraph, inner],
      position: positionOf(line.start, end),
    });
  }
  const end = items.at(-1)?.position?.end.offset ?? first.end;
  return {
    type: 'list',
    ordered: first.number !== null,
    start: first.number,
    spread: false,
    children: items,
    position: positionOf(first.start, end),
  };
}
