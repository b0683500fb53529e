import { bulletMarkOf } from './bullet-marks.ts';
import { trackRawLines } from './raw-lines.ts';
import { readSourceLine, type SourceLine } from './source-line.ts';

/** The kind of a line by itself, before Markdown groups lines. */
export type LineKind =
  | 'blank'
  /** Inside code or a formula. */
  | 'raw'
  /** `[0] title: url` */
  | 'source'
  /** `> …` */
  | 'quote'
  /** `→ …` */
  | 'mark'
  /** `- …` */
  | 'bullet'
  /** `1. …` */
  | 'ordered'
  /** `---` */
  | 'rule'
  /** `--`, `===`: in Markdown the underline of a heading. */
  | 'underline'
  | 'heading'
  /** `[Label]`, alone on its line. */
  | 'label'
  /** `[name]: url`, or similar. */
  | 'definition'
  | 'text';

/** A line of a chunk. Offsets are UTF-16, into the chunk; `end` excludes the line's ending. */
export type Line = {
  readonly start: number;
  readonly end: number;
  readonly kind: LineKind;
  /** Without indentation and trailing white space. */
  readonly text: string;
  /** Columns of white space before the text; a tab is 4. */
  readonly indent: number;
  /** Where the text starts. */
  readonly textStart: number;
  readonly source?: SourceLine;
};

/** Patterns by kind, tried in this order on a line's text; the first match wins. */
const KINDS: readonly { readonly kind: LineKind; readonly pattern: RegExp }[] = [
  { kind: 'quote', pattern: /^>/ },
  { kind: 'heading', pattern: /^#{1,6}(?:\s|$)/ },
  { kind: 'rule', pattern: /^(?:(?:-[^\S\n]*){3,}|(?:\*[^\S\n]*){3,}|(?:_[^\S\n]*){3,})$/ },
  { kind: 'underline', pattern: /^(?:-{1,2}|=+)$/ },
  { kind: 'bullet', pattern: /^[-+*](?:\s|$)/ },
  { kind: 'ordered', pattern: /^\d{1,9}[.)](?:\s|$)/ },
  { kind: 'definition', pattern: /^\[(?!\^)[^\]]{1,999}\]:/ },
  { kind: 'label', pattern: /^\[(?![\^\]]|[ xX]\]|\d+\])[^\][]{1,200}\]$/ },
];

/** Splits a chunk into lines, each with its kind. */
export function readLines(chunk: string): Line[] {
  const lines: Line[] = [];
  const isRaw = trackRawLines();
  const ending = /\r\n|\n|\r|$/g;
  let start = 0;
  for (;;) {
    ending.lastIndex = start;
    const end = ending.exec(chunk)?.index ?? chunk.length;
    lines.push(readLine(chunk.slice(start, end), start, isRaw));
    const next = end + (chunk.startsWith('\r\n', end) ? 2 : 1);
    if (next > chunk.length) return lines;
    start = next;
  }
}

function readLine(whole: string, start: number, isRaw: (line: string) => boolean): Line {
  const raw = isRaw(whole);
  const text = whole.trim();
  const leading = whole.length - whole.trimStart().length;
  const indent = whole.slice(0, leading).replaceAll('\t', '    ').length;
  const line = { start, end: start + whole.length, text, indent, textStart: start + leading };
  if (raw) return { ...line, kind: 'raw' };
  if (text === '') return { ...line, kind: 'blank' };
  const source = readSourceLine(whole);
  if (source !== null) return { ...line, kind: 'source', source };
  const known = KINDS.find(({ pattern }) => pattern.test(text))?.kind;
  if (known !== undefined) return { ...line, kind: known };
  return { ...line, kind: bulletMarkOf(text) === undefined ? 'text' : 'mark' };
}
