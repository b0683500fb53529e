/** Chinese characters, kana, and their full-width marks: no space is ever written between two of them. */
const CLOSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb-\u30ff\uff00-\uff60\uffe0-\uffe6]/u;

/** Full-width punctuation, which has its own white space, whatever stands beside it: `ので、NW.js`. */
const FULL_WIDTH =
  /[\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/u;

/** Whether two joined lines need no space: both ends are Han, kana or full-width marks (not Hangul), or one is a full-width mark. */
export function joinsClosely(before: string, after: string): boolean {
  const [last, first] = [lastSign(before), firstSign(after)];
  return FULL_WIDTH.test(last) || FULL_WIDTH.test(first) || (CLOSE.test(last) && CLOSE.test(first));
}

/** Returns what goes between two joined lines. */
export const lineGap = (before: string, after: string): '' | ' ' => (joinsClosely(before, after) ? '' : ' ');

const lastSign = (text: string): string => [...text.trimEnd().slice(-2)].at(-1) ?? '';
const firstSign = (text: string): string => [...text.trimStart().slice(0, 2)][0] ?? '';
