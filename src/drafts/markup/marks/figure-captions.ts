import type { Edit } from '../../edits.ts';
import { plainLine } from '../../plain-line.ts';
import type { MarkRule, MarkSearch } from './mark-rule.ts';

/** The longest caption, in UTF-16 units. */
const LONGEST = 3000;
/** What a caption has and an alt text can’t show: a link, or a note inside it. */
const MORE_THAN_WORDS = /\]\(<?https?:|\^\[/;
/** Behind the caption: the file, and attributes. */
const FILE =
  /^\]\(([^()\s]{1,300})(?: +"[^"\n]{0,300}")?\)[ \t]*(\{[^{}\n]{0,2000}\})?[ \t]*(?=\r?\n[ \t]*\r?\n|\r?\n?$)/;

/** Returns where the bracket closes that opened before `from`, in the same line. */
function closingBracket(source: string, from: number): number {
  let depth = 0;
  for (let at = from; at < Math.min(source.length, from + LONGEST); at += 1) {
    const sign = source.charAt(at);
    if (sign === '\n') return -1;
    if (sign === '\\') at += 1;
    else if (sign === '[') depth += 1;
    else if (sign === ']' && depth === 0) return at;
    else if (sign === ']') depth -= 1;
  }
  return -1;
}

/** Leaves out the notes in a caption: `At noon.^[In May.]`. */
const withoutNotes = (caption: string): string =>
  caption.replace(/\^\[(?:[^[\]]|\[[^[\]]*\]){0,3000}\]/g, '');

function figures({ source, from, skip }: MarkSearch): Edit[] {
  const opening = /(?<=(?:^|\n)[ \t]*\r?\n)!\[/g;
  opening.lastIndex = from;
  const edits: Edit[] = [];
  for (let match = opening.exec(source); match !== null; match = opening.exec(source)) {
    const start = match.index;
    const close = skip(start) ? -1 : closingBracket(source, start + 2);
    const caption = close < 0 ? '' : source.slice(start + 2, close);
    const file = MORE_THAN_WORDS.test(caption) ? FILE.exec(source.slice(close, close + 3000)) : null;
    if (file === null) continue;
    const [behind, path = '', attributes = ''] = file;
    const alt = /\b(?:fig-)?alt="([^"]*)"/.exec(attributes)?.[1] ?? plainLine(withoutNotes(caption));
    const sign = /[*_]/.test(caption) ? '' : '*';
    const picture = `![${alt.replace(/[[\]\\]/g, '\\$&')}](${path})\n\n${sign}`;
    edits.push({ start, end: start + 2 + (/^\s+/.exec(caption)?.[0].length ?? 0), text: picture });
    const blank = /\s*$/.exec(caption)?.[0].length ?? 0;
    edits.push({ start: close - blank, end: close + behind.length, text: sign });
    opening.lastIndex = close;
  }
  return edits;
}

/** Captions that say more than an alt text can show. */
export const FIGURE_CAPTIONS: readonly MarkRule[] = [
  {
    name: 'captions with links or notes',
    why: 'pandoc shows the words in the brackets of a picture below it, with whose it is',
    sample: 'Words.\n\n![The mast, by [Ana](https://example.org/ana).](mast.png)\n\nIt rose.',
    leaves: 'Words. The mast, by Ana. It rose.',
    notInMdx: true,
    mayHold: (source) => source.includes('\n!['),
    find: figures,
  },
];
