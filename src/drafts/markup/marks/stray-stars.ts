import type { Edit } from '../../edits.ts';
import type { MarkSearch } from './mark-rule.ts';

/** Two stars, not more, and not escaped. */
const STARS = /(?<![*\\])\*\*(?!\*)/g;
/** Stars next to other marks, or around nothing. */
const BESIDE_OTHERS = /_\*\*|\*\*_|\*\*\s+\*\*/;
/** The longest words that two pairs of stars mark, in UTF-16 units. */
const LONGEST = 300;

/** The signs of an item or a quotation, with which a line begins. */
const OPENS_LINE = /(?:^|\n)[^\S\n]*(?:>[^\S\n]*)*(?:(?:[-+*]|\d{1,9}[.)])[^\S\n]+)?$/;

/** What the stars of a program stand before. */
const PROGRAM = /^(?:kwargs|kw|options|opts|args|params|props)\b/;

/** A line with a label in bold and more stars behind its words, which belong to nothing: `**When: **Monday**`. */
const LABELLED =
  /(?<=^|\n|[-+*][^\S\n]|>[^\S\n])\*\*[^*\n\s`](?:[^*\n`]*[^*\n\s`])?[^\S\n]{1,9}\*\*[^*\n\s`](?:[^*\n`]*[^*\n\s`])?\*\*(?=[^\S\n]*\\?(?:\n|$))/g;

/** Ends the bold words of a label at their colon, and removes the stars at the end of the line. */
function ofLabelled({ 0: line, index }: RegExpExecArray): Edit[] {
  const middle = line.indexOf('**', 2);
  const gap = line.slice(2, middle).length - line.slice(2, middle).trimEnd().length;
  return [
    { start: index + middle - gap, end: index + middle + 2, text: '** ' },
    { start: index + line.length - 2, end: index + line.length, text: '' },
  ];
}

const isBlank = (character: string): boolean => character === '' || /\s/.test(character);

/** A paragraph, or an item of one: a line that opens an item, a heading or a quotation begins another. */
const UNIT =
  /(?:^|\n)(?:[^\S\n]*(?:[-+*>]|\|(?=[^\n]*\|)|#{1,6}|\d{1,9}[.)])[^\S\n])?[^\n]*\S[^\n]*(?:\n(?![^\S\n]*(?:(?:[-+*>]|\|(?=[^\n]*\|)|#{1,6}|\d{1,9}[.)])[^\S\n]|\n|$))[^\n]+)*/g;

/**
 * Finds stars that Markdown takes for signs because a blank stands on their wrong side, `We say** the lamp** burns`, or because nothing
 * closes them, `**The lamp burns.` Stars between blanks, and before a small letter, belong to a program, and stay.
 */
export function strayStars({ source, from, skip }: MarkSearch): Edit[] {
  return [...source.slice(from).matchAll(UNIT)].flatMap(({ 0: unit, index }) => {
    if (!unit.includes('**') || unit.includes('***')) return [];
    const start = from + index;
    const labelled = [...unit.matchAll(LABELLED)];
    if (labelled.length === 0 && BESIDE_OTHERS.test(unit)) return [];
    const isLabelled = (at: number): boolean =>
      labelled.some((line) => line.index <= at && at < line.index + line[0].length);
    const places = [...unit.matchAll(STARS)]
      .map((found) => found.index)
      .filter((at) => !skip(start + at) && !isLabelled(at));
    const [lone = 0] = places;
    const own =
      places.length === 1 ? ofLone(unit, lone) : places.length % 2 === 0 ? ofPairs(unit, places) : [];
    return [...own, ...labelled.filter((line) => !skip(start + line.index)).flatMap(ofLabelled)].map(
      (edit) => ({ ...edit, start: edit.start + start, end: edit.end + start }),
    );
  });
}

/** Moves the blanks inside pairs of stars out of them. */
function ofPairs(line: string, places: readonly number[]): Edit[] {
  const edits: Edit[] = [];
  for (let index = 0; index < places.length; index += 2) {
    const [open = 0, close = 0] = [places[index], places[index + 1]];
    const inside = line.slice(open + 2, close);
    const [before, behind] = [line.charAt(open - 1), line.charAt(close + 2)];
    const lead = /^[^\S\n]+(?=\S)/.exec(inside)?.[0].length ?? 0;
    const gap = inside.length - inside.trimEnd().length;
    const tail = inside.slice(inside.length - gap).includes('\n') ? 0 : gap;
    const words = inside.trim();
    if (words === '' || words.length > LONGEST || PROGRAM.test(words) || words.includes('`')) return [];
    if (/^[^\S\n]*\n/.test(inside)) {
      // A line that loses its only signs would part the paragraph, and what is indented below it would be code.
      if (/(?:^|\n)(?:<[^<>\n]*>|[^\p{L}\n<])*$/u.test(line.slice(Math.max(0, open - LONGEST), open)))
        return [];
      edits.push({ start: open, end: open + 2, text: '' }, { start: close, end: close + 2, text: '' });
      continue;
    }
    if (lead === 0 && tail === 0) continue;
    // `a ** b`, where they stand between blanks in a line.
    const above = line.slice(Math.max(0, open - LONGEST), open);
    if (lead > 0 && /\S[^\S\n]+$/.test(above) && !OPENS_LINE.test(above)) return [];
    if (lead > 0)
      edits.push({
        start: open,
        end: open + 2 + lead,
        text: isBlank(before) || /[(“"]/.test(before) ? '**' : ' **',
      });
    if (tail > 0)
      edits.push({
        start: close - tail,
        end: close + 2,
        text: isBlank(behind) || /[.,;:!?)…”’]/.test(behind) ? '**' : '** ',
      });
  }
  return edits;
}

/** Removes the only stars of a line. */
function ofLone(line: string, at: number): Edit[] {
  const [before, behind] = [line.slice(0, at), line.slice(at + 2)];
  const opens = (before.trim() === '' || /[\s(]$/.test(before)) && /^[\p{Lu}[“"]/u.test(behind);
  const closes =
    /[.!?…)\p{L}]$/u.test(before) &&
    /^[.,;:!?…)”’]*\s*$/.test(behind) &&
    /\p{L}\s+\p{L}+\s+\p{L}/u.test(before);
  const parts = /\p{L}$/u.test(before) && /^\s+\p{L}/u.test(behind);
  // `(at last!).**Then`: the blank between two sentences was in bold.
  const glued = /[.!?…)]$/.test(before) && /^\p{Lu}\p{Ll}*\s/u.test(behind);
  // In a quotation, the other stars may stand in another line.
  if (/^\s*>/.test(line)) return [];
  if (glued) return [{ start: at, end: at + 2, text: ' ' }];
  return opens || closes || parts ? [{ start: at, end: at + 2, text: '' }] : [];
}
