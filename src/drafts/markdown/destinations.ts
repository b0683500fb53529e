import type { Position } from '../finding.ts';

/** A half-open range of UTF-16 offsets in the source. */
export type Range = { readonly start: number; readonly end: number };

/** Where the URLs of a draft's links are written, so that they can be changed exactly there. */
export type Destinations = {
  /** Records where the URL of the link at a place is written: once, or twice if its words are the URL too. */
  readonly add: (at: Position, written: readonly Range[]) => void;
  /** Records a `[words][name]`, whose URL is written in a definition; `words` if they are the URL too. */
  readonly addNamed: (at: Position, identifier: string, words: readonly Range[]) => void;
  /** Records where the definition of a name is written. */
  readonly define: (identifier: string, definition: Range) => void;
  /** Returns every range with the URL of the link at a place; empty if unknown. */
  readonly of: (at: Position) => readonly Range[];
};

/** Makes an empty record of links. */
export function createDestinations(source: string): Destinations {
  const links = new Map<string, { readonly written: readonly Range[]; readonly identifier?: string }>();
  const definitions = new Map<string, Range>();
  return {
    add: (at, written) => links.set(placeKey(at), { written }),
    addNamed: (at, identifier, words) => links.set(placeKey(at), { written: words, identifier }),
    define: (identifier, definition) => definitions.set(identifier, definition),
    of(at) {
      const link = links.get(placeKey(at));
      if (link?.identifier === undefined) return link?.written ?? [];
      // Look it up now, because a definition may be far below its link.
      const definition = definitions.get(link.identifier);
      const written = definition === undefined ? undefined : inDefinition(source, definition);
      return written === undefined ? [] : [...link.written, written];
    },
  };
}

/** Makes a map key for a place. */
export const placeKey = ({ line, column }: Position): string => `${line}:${column}`;

/** Finds the URL in `[words](url "title")`, whose words end at `wordsEnd`; `undefined` for other forms. */
export function inBrackets(source: string, wordsEnd: number, end: number): Range | undefined {
  return urlBehind(source, /\s*\]\(\s*/y, wordsEnd, end);
}

/** Finds the URL in `<a href="url">`. */
export function inAnchor(source: string, { start, end }: Range): Range | undefined {
  const match = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/di.exec(source.slice(start, end));
  const [from, to] = match?.indices?.[1] ?? match?.indices?.[2] ?? [];
  return from === undefined || to === undefined ? undefined : { start: start + from, end: start + to };
}

function inDefinition(source: string, { start, end }: Range): Range | undefined {
  return urlBehind(source, /\[(?:\\.|[^\\\]])*\]:\s*/sy, start, end);
}

function urlBehind(source: string, opening: RegExp, from: number, end: number): Range | undefined {
  opening.lastIndex = from;
  if (!opening.test(source)) return undefined;
  const start = opening.lastIndex;
  const written = source.slice(start, end);
  const pointed = /^<([^<>\r\n]*)>/.exec(written)?.[1];
  if (pointed !== undefined) return { start: start + 1, end: start + 1 + pointed.length };
  return { start, end: start + balanced(/^\S*/.exec(written)?.[0] ?? '').length };
}

/** Ends a URL in Markdown's parentheses before the closing one. */
function balanced(url: string): string {
  let depth = 0;
  for (let at = 0; at < url.length; at += 1) {
    const char = url.charAt(at);
    if (char === '\\') at += 1;
    if (char === '(') depth += 1;
    if (char === ')' && --depth < 0) return url.slice(0, at);
  }
  return url;
}
