import type { Edit } from '../../edits.ts';
import type { MarkSearch } from './mark-rule.ts';

/** `[words][label]` and `[label][]`, over line ends too; after a letter it is code: `grid[row][column]`. */
const PAIR =
  /(?<![\p{L}\p{N}_)\]\\!])\[((?:[^\][\\\n]|\n(?![ \t]*\n)){1,300})\]\[((?:[^\][\\\n]|\n(?![ \t]*\n)){0,150})\]/gu;
const DEFINITION = /^[ \t>]{0,12}\[([^\][\n]{1,200})\]:/gm;
/** A name of a program, with a value or without: `width`, `width="400"`. */
const PLAIN_NAME = /^[\w-]+(?:[~^$*|]?=\S*)?$/;

/** A name in a program, as MkDocs’ plugins look it up: `textual.geometry.Region`, `Region.overlap()`. */
const CROSS_REFERENCE = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+(?:\(\))?$/;

/** The rest of a link around the words: in `[[Gate][Ana] of the log](…)` the brackets inside are words. */
const IN_LINK = /^[^\][\n]*\]\(/;

/** Returns a name of a link as Markdown compares it. */
export const nameOf = (label: string): string => label.replace(/\s+/g, ' ').trim().toLowerCase();

/** Returns the names that the lines `[name]: …` of a text define. */
export const namesDefined = (source: string, from: number): ReadonlySet<string> =>
  new Set([...source.slice(from).matchAll(DEFINITION)].map(([, label = '']) => nameOf(label)));

/**
 * Keeps the words of links whose targets the text does not define: blogs keep them in another file, which every post includes.
 * `[width][height]` in a text without definitions stays: selectors, or indices.
 */
export function lostTargets({ source, from: bodyStart, skip, notes }: MarkSearch): Edit[] {
  const defined = namesDefined(source, bodyStart);
  PAIR.lastIndex = bodyStart;
  return [...source.matchAll(PAIR)].flatMap(({ 0: whole, 1: words = '', 2: label = '', index }) => {
    const name = label.trim() === '' ? words : label;
    if (!/\p{L}|^#\d/u.test(name) || defined.has(nameOf(name)) || skip(index)) return [];
    if (IN_LINK.test(source.slice(index + whole.length, index + whole.length + 300))) return [];
    // `BIPs [16][BIP16] and [34][BIP34]` are no indices.
    const isNumbered = /^\d+$/.test(words) && label.endsWith(words);
    if (!isNumbered && defined.size === 0 && label !== '' && PLAIN_NAME.test(words) && PLAIN_NAME.test(label))
      return [];
    const written = `\`${whole.replace(/\s+/g, ' ')}\``;
    const message = CROSS_REFERENCE.test(name)
      ? `${written} is a cross-reference, which only the site’s program can look up; its words stay, without the link. Write \`[words](url)\``
      : `${written} leads nowhere, because the draft has no line \`[${name.replace(/\s+/g, ' ').trim()}]: url\`; its words stay. Add the line, or write \`[words](url)\``;
    notes.push({ code: 'link-without-target', offset: index, message });
    const from = index + 1;
    return [
      { start: index, end: from, text: '' },
      ...[...words.matchAll(/\s*\n\s*/g)].map((line) => ({
        start: from + line.index,
        end: from + line.index + line[0].length,
        text: ' ',
      })),
      { start: from + words.length, end: index + whole.length, text: '' },
    ];
  });
}
