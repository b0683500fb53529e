import type { Text } from 'mdast';
import { type Conversion, type InlineHandler, type InlineWriter, sourceOf } from '../conversion.ts';
import { writeBreak, writeText } from '../inline-writer.ts';

/** `[0]`, `[^1]`, and a list of marks such as `[0, 2]`. */
const MARK = /\[(?:(\d{1,3})|\^([^\]\s[]{1,100})|(\d{1,3}(?:\s?[,–-]\s?\d{1,3})+))\]/g;

/** `word---word` and `word --- word`, also beside a link or code and where a line ends: people type a dash as three hyphens, and blogs show a dash. */
const LONG_DASH = /(?<=(?:^|\n|[^\s-])[^\S\n]?)---(?=[^\S\n]?(?:[^\s-]|\n|$))/g;

/** `10--15`, a range as LaTeX writes it; dates, numbers of parts and options of a command have more hyphens or letters. */
const RANGE = /(?<=(?:^|[\s(~≈<>=$€£])\d+(?:[.,:]\d+)*[%°]?)--(?=\d+(?:[.,:]\d+)*(?![\w-]*-))/g;

/** Words: split at line breaks and at the author's marks. */
export const text: InlineHandler<Text> = (node, writer, conversion) => {
  const written = sourceOf(node, conversion);
  const start = conversion.rangeOf(node).start;
  let cursor = 0;
  const words = node.value.includes('--')
    ? node.value.replace(LONG_DASH, '—').replace(RANGE, '–')
    : node.value;
  words.split(/\r\n|\n|\r/).forEach((line, index) => {
    if (index > 0) {
      writeBreak(writer, false);
      const ending = /\r\n|\n|\r/g;
      ending.lastIndex = cursor;
      ending.exec(written);
      cursor =
        ending.lastIndex +
        (/^[\s>]*/.exec(written.slice(ending.lastIndex, ending.lastIndex + 200))?.[0].length ?? 0);
    }
    writeLine(line, { written, start, from: cursor }, writer, conversion);
  });
};

/** The source of a node, its offset in the file, and where a line starts in the source. */
type LinePlace = { readonly written: string; readonly start: number; readonly from: number };

function writeLine(
  line: string,
  { written, start, from }: LinePlace,
  writer: InlineWriter,
  conversion: Conversion,
): void {
  let done = 0;
  let cursor = from;
  for (const match of line.matchAll(MARK)) {
    const [mark, label, note, several] = match;
    const found = findMark(mark.slice(1, -1), written, cursor);
    if (found === undefined) continue;
    if (found.escaped) {
      cursor = found.end;
      continue;
    }
    const offset = start + found.start;
    const before = line.slice(done, match.index);
    if (several !== undefined)
      for (const one of several.match(/\d+/g) ?? []) conversion.references.mark(one, offset);
    else if (note !== undefined) {
      const message = `the draft has no line \`[^${note}]: …\` with this footnote's text; add it, or remove the mark`;
      conversion.findings.add('note-without-text', conversion.positionAt(offset), message);
    } else if (label !== undefined) {
      const run = conversion.references.mark(label, offset);
      // In `[24][13]` the first part is words.
      const isWords = /^\[\d{1,3}\]/.test(line.slice(match.index + mark.length));
      if (run === undefined) {
        const behind = line.slice(match.index + mark.length);
        if (!isWords) missingSource({ label, offset, before, behind }, conversion);
      } else {
        writeText(writer, before, conversion.positionAt(start + cursor));
        const named = /(?<!\\)\]$/.test(written.slice(0, found.start));
        // `[![](a.png)][1]`: the picture was moved out, and no words are left for the mark.
        if (!(named && dropEmptyBrackets(writer))) {
          if (named) unwrapWords(writer);
          writer.runs.push(run);
        }
        done = match.index + mark.length;
      }
    }
    cursor = found.end;
  }
  const place = done === 0 ? from : cursor;
  writeText(writer, line.slice(done), conversion.positionAt(start + place));
}

/** How many text runs to search for the bracket that opens a link's words. */
const RUNS_OF_WORDS = 8;

function dropEmptyBrackets({ runs, images }: InlineWriter): boolean {
  const last = runs.at(-1);
  if (images.length === 0 || last?.type !== 'text' || !/\[\s*\]$/.test(last.text)) return false;
  runs[runs.length - 1] = { ...last, text: last.text.replace(/\[\s*\]$/, '') };
  return true;
}

/** Unwraps `[the log][1]` above `[1]: url`, a link to a source: drops the brackets, and puts the mark after the words. */
function unwrapWords({ runs, html }: InlineWriter): void {
  if (html.anchor !== undefined || html.raised !== undefined || html.struck !== undefined) return;
  const last = runs.length - 1;
  for (let at = last; at >= 0 && at > last - RUNS_OF_WORDS; at--) {
    const run = runs[at];
    if (run?.type === 'break') continue;
    if (run?.type !== 'text') return;
    const text = at === last ? run.text.slice(0, -1) : run.text;
    const opening = openingBracket(text);
    if (opening === 'unbalanced') return;
    if (opening === undefined) continue;
    if (/[\w)\]!]$/.test(text.slice(0, opening))) return;
    const closing = runs[last];
    if (closing?.type !== 'text') return;
    runs[last] = { ...closing, text: `${closing.text.slice(0, -1)} ` };
    const opened = runs[at];
    if (opened?.type !== 'text') return;
    const left = opened.text.slice(0, opening) + opened.text.slice(opening + 1);
    if (left === '') runs.splice(at, 1);
    else runs[at] = { ...opened, text: left };
    return;
  }
}

/** Returns where the bracket is that the end of a text is inside: `0` in `[[WIP] the list`. */
function openingBracket(text: string): number | 'unbalanced' | undefined {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const sign = text.charAt(at);
    if (sign === ']') depth += 1;
    else if (sign === '[' && depth === 0) return at;
    else if (sign === '[') depth -= 1;
  }
  return depth === 0 ? undefined : 'unbalanced';
}

/** Returns where a mark is in the source; an escaped `\[0\]` reads the same, but is only words. */
function findMark(
  inside: string,
  written: string,
  from: number,
): { readonly start: number; readonly end: number; readonly escaped: boolean } | undefined {
  const candidate = /(\\*)\[([^\][\\]{1,110})(\\?)\]/g;
  candidate.lastIndex = from;
  for (let match = candidate.exec(written); match !== null; match = candidate.exec(written)) {
    const [whole, before = '', content, after] = match;
    if (content !== inside) continue;
    const escaped = before.length % 2 === 1 || after !== '';
    return { start: match.index + before.length, end: match.index + whole.length, escaped };
  }
  return undefined;
}

/**
 * The author's own notes: `[1] words` or `[1]: words` begins a line, also in a list, quotation or emphasis, or `[1]` precedes a
 * URL.
 */
const OWN_NOTE = /^[ \t>*_[-]{0,6}\[([^[\]\n]{1,20})\](?=:? )|\[([^[\]\n]{1,20})\](?=:? https?:\/\/)/gm;
const ownNotes = new WeakMap<Conversion['references'], ReadonlySet<string>>();

function hasOwnNote(label: string, { references, source }: Conversion): boolean {
  let labels = ownNotes.get(references);
  labels ??= new Set([...source.matchAll(OWN_NOTE)].map(([, opening, inLine]) => opening ?? inLine ?? ''));
  ownNotes.set(references, labels);
  return labels.has(label);
}

/** A mark, and the line around it. */
type MarkPlace = {
  readonly label: string;
  readonly offset: number;
  readonly before: string;
  readonly behind: string;
};

/** What is no mark in a draft without sources: `list[0]`, `$.[0]`, `In [1]:`, `[17] Companies`, `[1]が`. */
const NO_MARK: readonly { readonly before: RegExp; readonly behind: RegExp }[] = [
  { before: /(?:[\p{L}\p{N}_)\]]|\$\.?)$/u, behind: /^/ },
  { before: /(?:^|\s)(?:In|Out) $/, behind: /^:/ },
  { before: /^/, behind: /^(?:\p{L}| \p{Lu})/u },
];

function missingSource({ label, offset, before, behind }: MarkPlace, conversion: Conversion): void {
  // `[1]: words` at the start of a line is the author's own note, and the mark refers to it.
  if (hasOwnNote(label, conversion)) return;
  const isSourced = conversion.references.list.length > 0;
  if (!isSourced && NO_MARK.some((row) => row.before.test(before) && row.behind.test(behind))) return;
  const message = `the draft has no line \`[${label}] title: url\` for this mark; add it, or remove the mark`;
  conversion.findings.add('reference-without-source', conversion.positionAt(offset), message);
}
