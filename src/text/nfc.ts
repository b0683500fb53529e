import { pointAt } from './code-point.ts';

/** No language stacks this many marks (Unicode's stream-safe form allows 30); shorter stacks cost little. */
const PILE = 128;
const PILES = new RegExp(`\\p{M}{${PILE},}`, 'gu');
const MARK = /^\p{M}$/u;

/** Text in form C, as nearly all is: no mark in it joins a letter, and none of its characters has another form. */
const COMPOSED = /^[\0-\u02ff\u2010-\u205e]*$/;

/**
 * Normalises a text to Unicode's form C, in linear time. `String.prototype.normalize` sorts combining marks by insertion, which
 * takes a minute for 200,000 marks that alternate between two classes, so long stacks of marks are sorted here first. The
 * result is the same. Source: https://www.unicode.org/reports/tr15/#Description_Norm
 */
export function nfc(text: string): string {
  if (COMPOSED.test(text)) return text;
  return (mayHavePile(text) ? text.replace(PILES, inOrder) : text).normalize('NFC');
}

/** Samples every 32nd place: three marks in a row occur in every long stack, and rarely in a text with emoji and accents. */
function mayHavePile(text: string): boolean {
  const step = PILE / 4;
  let inRow = 0;
  for (let at = step - 1; at < text.length; at += step) {
    const isLow = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
    const point = pointAt(text, isLow ? at - 1 : at);
    inRow = point >= 0x300 && MARK.test(String.fromCodePoint(point)) ? inRow + 1 : 0;
    if (inRow === 3) return true;
  }
  return false;
}

/** Puts marks in canonical order: a stable sort by class, between those that never move. */
function inOrder(pile: string): string {
  const distinct = new Map(
    Array.from(new Set(pile), (mark) => [pointAt(mark, 0), pointsOf(mark.normalize('NFD'))]),
  );
  const marks = [...new Set([...distinct.values()].flat())];
  if (marks.length === 1) return pile;
  const ranks = rankByClass(marks);
  const classes: number[][] = Array.from({ length: new Set(ranks.values()).size }, () => []);
  const classOf = new Map(marks.map((mark) => [mark, classes[ranks.get(mark) ?? -1]]));
  const sorted: number[] = [];
  let moved = 0;
  const settle = (): void => {
    if (moved === 0) return;
    moved = 0;
    for (const ofClass of classes) {
      for (const mark of ofClass) sorted.push(mark);
      ofClass.length = 0;
    }
  };
  const place = (mark: number): void => {
    const ofClass = classOf.get(mark);
    if (ofClass !== undefined) moved = ofClass.push(mark);
    else if (classOf.has(mark)) {
      settle();
      sorted.push(mark);
    } else for (const part of distinct.get(mark) ?? []) place(part);
  };
  for (let at = 0; at < pile.length; ) {
    const mark = pointAt(pile, at);
    place(mark);
    at += mark > 0xffff ? 2 : 1;
  }
  settle();
  const out: string[] = [];
  for (let at = 0; at < sorted.length; at += CHUNK)
    out.push(String.fromCodePoint(...sorted.slice(at, at + CHUNK)));
  return out.join('');
}

/** A call can't take a million arguments. */
const CHUNK = 4096;

const pointsOf = (text: string): number[] => Array.from(text, (character) => pointAt(character, 0));

/**
 * Ranks marks by their combining class, which JavaScript does not expose: two marks of different classes swap in NFD if the
 * higher comes first. Marks that never move have no rank.
 */
function rankByClass(marks: readonly number[]): ReadonlyMap<number, number> {
  const swaps = (first: number, second: number): boolean =>
    first !== second &&
    String.fromCodePoint(first, second).normalize('NFD') === String.fromCodePoint(second, first);
  // U+0334 has the lowest class that moves, U+0345 the highest: a mark that swaps with neither never moves.
  const moving = marks.filter((mark) => swaps(mark, 0x334) || swaps(0x345, mark));
  moving.sort((a, b) => Number(swaps(a, b)) - Number(swaps(b, a)));
  const ranks = new Map<number, number>();
  let rank = 0;
  moving.forEach((mark, index) => {
    if (index > 0 && swaps(mark, moving[index - 1] ?? mark)) rank++;
    ranks.set(mark, rank);
  });
  return ranks;
}
