import { findMojibake, type Mojibake } from './mojibake.ts';

/** The first letter in a line that lost bytes. */
export type LostLetter = {
  readonly offset: number;
  readonly what: 'thai' | 'replaced' | 'cut-short' | 'stray';
};

/**
 * UTF-8 that was decoded as Thai (TIS-620): the lead byte E2, EF or F0 shows as โ, ๏ or ๐, the bytes 0xa1 to 0xbf as ก to ฟ,
 * and those from 0x80 to 0xa0 vanish.
 *
 *     →  is E2 86 92     shows as  โ
 *     ✨ is E2 9C A8     shows as  โจ
 *     𝗶  is F0 9D 97 B6  shows as  ๐ถ
 */
const DAMAGED = /[โ๏๐][ก-ฟ]{0,3}/g;
const THAI_RUN = /[\u0e00-\u0e7f]+/g;

/** Damage that can't be Thai: โ is a vowel written before its consonant, and ๐ a digit, which no letter follows. */
const NEVER_THAI = /โ(?![ก-ฮ])|๏[ก-ฟ]|(?<![๐-๙])๐[ก-ฟ]/;

/** Finds the first lost letter of every line that has one, in order; ignores real Thai. */
export function findLostLetters(text: string): LostLetter[] {
  const mojibake = findMojibake(text);
  const found = [...thaiDamage(text), ...cutShort(mojibake), ...remains(text, mojibake)];
  found.sort((one, other) => one.offset - other.offset);
  const perLine: LostLetter[] = [];
  let lineEnd = -1;
  for (const letter of found) {
    if (letter.offset < lineEnd) continue;
    perLine.push(letter);
    const ending = text.indexOf('\n', letter.offset);
    lineEnd = ending === -1 ? text.length : ending + 1;
  }
  return perLine;
}

/**
 * Finds damage in runs of Thai letters: a run of only damaged sequences that either contains one that can't be Thai, or is the
 * draft's only Thai.
 */
function thaiDamage(text: string): LostLetter[] {
  const suspects: { offset: number; run: string }[] = [];
  let realThai = false;
  for (const match of text.matchAll(THAI_RUN)) {
    if (match[0].replace(DAMAGED, '') === '') suspects.push({ offset: match.index, run: match[0] });
    else realThai = true;
  }
  return suspects
    .filter(({ run }) => !realThai || NEVER_THAI.test(run))
    .map(({ offset }) => ({ offset, what: 'thai' }));
}

function cutShort(mojibake: readonly Mojibake[]): LostLetter[] {
  return mojibake
    .filter(({ meant }) => meant === null)
    .map(({ start }) => ({ offset: start, what: 'cut-short' }));
}

/** Finds U+FFFD and C1 controls, which are bytes that lost their neighbours, except in mojibake that can be repaired. */
function remains(text: string, mojibake: readonly Mojibake[]): LostLetter[] {
  const repairable = new Set<number>();
  for (const { start, end } of mojibake) for (let at = start; at < end; at++) repairable.add(at);
  return [...text.matchAll(/[\u0080-\u009f\ufffd]/g)]
    .filter(({ index }) => !repairable.has(index))
    .map(({ index, 0: character }) => ({
      offset: index,
      what: character === '\ufffd' ? 'replaced' : 'stray',
    }));
}
