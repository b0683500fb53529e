/** Chinese characters, kana, and their full-width marks: no space is ever written between two of them. */
const CLOSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb-\u30ff\uff00-\uff60\uffe0-\uffe6]/u;

/** Whether two joined lines need no space: both ends are Han, kana or full-width marks (not Hangul). */
export function joinsClosely(before: string, after: string): boolean {
  return CLOSE.test(lastSign(before)) && CLOSE.test(firstSign(after));
}

/** Returns what goes between two joined lines. */
export const lineGap = (before: string, after: string): '' | ' ' => (joinsClosely(before, after) ? '' : ' ');

const lastSign = (text: string): string => [...text.trimEnd().slice(-2)].at(-1) ?? '';
const firstSign = (text: string): string => [...text.trimStart().slice(0, 2)][0] ?? '';
