import { eachRange } from '../code-ranges.ts';
import { HASHTAG_LETTERS, HASHTAG_OTHERS } from './hashtag-letters.ts';

const LETTER = 1;
const OTHER = 2;

function build(): Uint8Array {
  const table = new Uint8Array(0x30000);
  eachRange(HASHTAG_LETTERS, (from, to) => table.fill(LETTER, from, to + 1));
  eachRange(HASHTAG_OTHERS, (from, to) => table.fill(OTHER, from, to + 1));
  return table;
}

let table: Uint8Array | undefined;

/** Returns the class of a code point in a hashtag: 1 a letter or mark, 2 a digit or allowed sign, 0 neither. */
export function hashtagClass(point: number): number {
  table ??= build();
  return table[point] ?? 0;
}
