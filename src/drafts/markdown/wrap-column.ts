import { trackRawLines } from '../habits/raw-lines.ts';

/** Columns at which editors wrap prose. */
const NARROWEST = 50;
const WIDEST = 130;
/** The fewest line ends that show a column, and the share of them that must fit it, because links and lists disturb some. */
const FEWEST = 4;
const FITTING = 0.85;
/** With many line ends, fewer match by chance. */
const MANY = 12;
const FITTING_OF_MANY = 0.65;

/** Lines that begin a block, or belong to a table. */
const OPENS_BLOCK = /^(?:[-+*]\s|\d{1,9}[.)]\s|#{1,6}\s|\||:::|<\/?[a-z]|\[[^\]]+\]:|={2,}$|-{2,}$)/i;
/** A link, an image or code, which Markdown formatters never break. */
const WHOLE = /^["“(*_]*(?:!?\[[^\]]{0,500}\](?:\([^)\s]{0,2000}\)|\[[^\]]{0,200}\])|`[^`]{1,300}`)\S*/;
const ENDS_WHOLE = /(?:!?\[[^\]]{0,500}\](?:\([^)\s]{0,2000}\)|\[[^\]]{0,200}\])|`[^`]{1,300}`)\S*$/;

/** A speaker's name, which was added before the words of a component: `<Talk name="Ana">`. */
const SPEAKER = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: [\p{L}\p{M}.'’-]+){0,3}: /u;

/** Where a line may have been wrapped: columns from `least` to `most` explain its end. */
type LineEnd = { readonly least: number; readonly most: number };

/**
 * Finds the column at which an editor or a formatter wrapped a text; `undefined` if the author ended the lines. Such a program
 * ends a line only if the next word would not have fit:
 *
 *     The float sank twice, and so we put a radar over the
 *     water in May.                                       ← `water` would have reached column 57
 */
export function wrapColumn(source: string, from: number): number | undefined {
  const ends: LineEnd[] = [];
  const isRaw = trackRawLines();
  let above: string | undefined;
  for (const line of source.slice(from).split(/\r\n|\n|\r/)) {
    const words = isRaw(line) || line.trim() === '' ? undefined : line;
    const end = above === undefined || words === undefined ? undefined : lineEnd(above, words);
    if (end !== undefined) ends.push(end);
    above = above === undefined ? words?.replace(SPEAKER, '') : words;
  }
  if (ends.length < FEWEST) return undefined;
  const fits = new Array<number>(WIDEST + 2).fill(0);
  for (const { least, most } of ends) {
    const first = Math.max(least, NARROWEST);
    if (first > most || first > WIDEST) continue;
    fits[first] = (fits[first] ?? 0) + 1;
    const behind = Math.min(most, WIDEST) + 1;
    fits[behind] = (fits[behind] ?? 0) - 1;
  }
  let best: number | undefined;
  let most = ends.length * (ends.length < MANY ? FITTING : FITTING_OF_MANY);
  let count = 0;
  for (let column = NARROWEST; column <= WIDEST; column += 1) {
    count += fits[column] ?? 0;
    if (count < most || (count === most && best !== undefined)) continue;
    best = column;
    most = count;
  }
  return best;
}

/** Returns which columns explain the end of a line; `undefined` if the next line begins a block. */
function lineEnd(line: string, next: string): LineEnd | undefined {
  const words = next.replace(/^[\s>]+/, '');
  if (OPENS_BLOCK.test(words) || /(?: {2}|\\)$/.test(line)) return undefined;
  const length = line.trimEnd().length;
  const word = (WHOLE.exec(words) ?? /^\S+/.exec(words) ?? [''])[0].length;
  const whole = ENDS_WHOLE.exec(line.trimEnd());
  return { least: whole === null ? length : whole.index, most: length + word };
}

/** Whether the lines of a paragraph, at least half of them, end where wrapping at a column would end them. */
export function isFilled(lines: readonly string[], column: number): boolean {
  const [first = '', ...more] = lines;
  const words = first.replace(SPEAKER, '');
  return fillsColumn(lines, column) || (words !== first && fillsColumn([words, ...more], column));
}

function fillsColumn(lines: readonly string[], column: number): boolean {
  const ends = lines.slice(0, -1).map((line, at) => lineEnd(line, lines[at + 1] ?? ''));
  const fitting = ends.filter((end) => end !== undefined && end.least <= column && column <= end.most).length;
  return fitting > 0 && fitting * 2 >= ends.length;
}
