/** A word of letters and digits, and where it ends. */
type Word = { readonly text: string; readonly start: number; readonly end: number };

const WORD = /[\p{L}\p{N}]+/gu;
/** A source's mark: its number is assigned by us, and may differ today. */
const MARK = /\[\d{1,3}\]$/;
/** What follows a place where a post may have ended. */
const ENDING = /^(?:\s*\[\d{1,3}\])*[^\p{L}\p{N}]*(?:[.!?…。！？:;)\]”"»]|\n|$)/u;
/** The smallest share of a published post's words that must be found again. */
const LEAST = 0.5;

function wordsFrom(text: string, start: number, most: number): Word[] {
  const words: Word[] = [];
  WORD.lastIndex = start;
  for (let match = WORD.exec(text); match !== null && words.length < most; match = WORD.exec(text)) {
    const end = match.index + match[0].length;
    const isMark = text.charAt(match.index - 1) === '[' && MARK.test(text.slice(match.index - 1, end + 1));
    if (!isMark) words.push({ text: plain(match[0]), start: match.index, end });
  }
  return words;
}

const plain = (word: string): string => word.normalize('NFKC').toLowerCase();

/**
 * Finds where a published post ends in the draft as it is read today, although the words differ slightly: a newer version may
 * remove markup that an older one read as text. `undefined` if the draft has words that the post lacks, so that the author
 * edited it.
 *
 *     published   Ready. {{< video >}} Words ==of== mine.
 *     script      Ready. Words of mine. More.
 *                                      ^ here
 */
export function endInChangedReading(script: string, start: number, published: string): number | undefined {
  const out = wordsFrom(published, 0, Number.POSITIVE_INFINITY);
  const now = wordsFrom(script, start, out.length);
  let place = 0;
  let found = 0;
  let end: number | undefined;
  for (const word of now) {
    while (place < out.length && out[place]?.text !== word.text) place += 1;
    if (place === out.length) break;
    place += 1;
    found += 1;
    if (ENDING.test(script.slice(word.end, word.end + 20))) {
      end =
        word.end +
        (/^(?:\s*\[\d{1,3}\])*[^\p{L}\p{N}\s]*/u.exec(script.slice(word.end, word.end + 20))?.[0].length ??
          0);
      if (found < out.length * LEAST) end = undefined;
    }
  }
  return end;
}
