import { codeSpans, insideOf } from '../text/code-spans.ts';
import type { Span } from '../text/span.ts';
import { splitFrontMatter } from './front-matter/split-front-matter.ts';
import { opensUpdate } from './labels.ts';

/** One update of a file with several. */
export type Update = {
  /** Its first line. */
  readonly opening: string;
  readonly text: string;
  /** Offset in the file. */
  readonly start: number;
};

/** Keys that belong to one draft and must not be copied to each part. */
const OWN_KEYS = ['title', 'slug', 'permalink', 'canonical', 'publish_at'] as const;
/** Their lines in YAML and TOML. */
const OWN_LINES = new RegExp(`^(?:${OWN_KEYS.join('|')})[ \\t]*[:=].*\\n(?:[ \\t]+.*\\n)*`, 'gm');

/**
 * Splits a file into its updates: each begins with a line such as `[ML Grind]`, and the text above the first such line is a
 * separate part. A file with one update is one part. Linear.
 */
export function splitUpdates(source: string): readonly Update[] {
  const { bodyStart } = splitFrontMatter(source);
  const openings = updateLines(source, bodyStart);
  if (openings.length === 0) return partsAt(source, [bodyStart]);
  const inCode = insideOf(codeSpans(source, bodyStart));
  const inPre = insideOf(preformatted(source, bodyStart));
  const isDefined = definedNames(source);
  const starts = openings
    .filter(({ line, start }) => !isDefined(line) && !inCode(start) && !inPre(start))
    .map(({ start }) => start);
  return partsAt(source, [bodyStart, ...starts]);
}

/** Finds the lines below the first that look like the opening of an update. */
function updateLines(source: string, bodyStart: number): { readonly line: string; readonly start: number }[] {
  const found: { line: string; start: number }[] = [];
  const line = /^[^\S\r\n]*\[.*$/gm;
  line.lastIndex = bodyStart;
  for (const match of source.matchAll(line))
    if (match.index > bodyStart && opensUpdate(match[0]) && !INDENTED_CODE.test(match[0]))
      found.push({ line: match[0], start: match.index });
  return found;
}

/** Cuts a text at its updates, and leaves out parts without words. */
function partsAt(source: string, starts: readonly number[]): Update[] {
  return starts
    .map((start, at) => ({ start, text: source.slice(start, starts[at + 1]).trim() }))
    .filter(({ text }) => text.replace(/^(?:-{3,}|\*{3,})$/gm, '').trim() !== '')
    .map(({ start, text }) => ({ start, text, opening: text.split('\n', 1)[0] ?? '' }));
}

/** Finds the content of `<pre>`, where a line such as `[server]` is code, and comments. */
function preformatted(source: string, from: number): Span[] {
  const spans: Span[] = [];
  const opening = /<(?:pre[\s>]|!--)/gi;
  const closing = /<\/pre>|-->/gi;
  opening.lastIndex = from;
  for (let match = opening.exec(source); match !== null; match = opening.exec(source)) {
    closing.lastIndex = opening.lastIndex;
    if (closing.exec(source) === null) break;
    spans.push({ start: match.index, end: closing.lastIndex });
    opening.lastIndex = closing.lastIndex;
  }
  return spans;
}

const INDENTED_CODE = /^(?: {4}| {0,3}\t)/;

/**
 * Returns a test for lines that begin with a link to a definition, `[the map] is new` above `[the map]: https://…`, and not
 * with a label.
 */
function definedNames(source: string): (line: string) => boolean {
  const name = (written: string): string => written.trim().replace(/\s+/g, ' ').toLowerCase();
  const defined = new Set(
    [...source.matchAll(/^ {0,3}\[([^[\]\n]{1,80})\]:[^\S\n]*\S/gm)].map(([, written = '']) => name(written)),
  );
  return (line) => defined.has(name(/^\s*\[([^[\]]*)\]/.exec(line)?.[1] ?? ''));
}

/**
 * Returns the parts of such a file as separate drafts, each with the front matter of the whole, except keys of a single draft.
 */
export function draftsOfUpdates(source: string): readonly (Update & { readonly draft: string })[] {
  const { head: whole, bodyStart } = splitFrontMatter(source);
  const front =
    whole?.format === 'json' ? jsonFront(whole.text) : source.slice(0, bodyStart).replace(OWN_LINES, '');
  const head = front.trim() === '' ? '' : `${front.trim()}\n\n`;
  return splitUpdates(source).map((update) => ({ ...update, draft: `${head}${update.text}\n` }));
}

/** Returns front matter in JSON without the keys of a single draft. */
function jsonFront(text: string): string {
  const shared = Object.entries(JSON.parse(text)).filter(([key]) => !OWN_KEYS.some((own) => own === key));
  return `---json\n${JSON.stringify(Object.fromEntries(shared), undefined, 2)}\n---\n`;
}
