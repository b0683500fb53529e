import type { Numbering } from '../drafts/settings.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { endInChangedReading } from './changed-reading.ts';
import { numberOf } from './numbering.ts';
import type { Media } from './thread.ts';

/** A thread of the same draft that was shown or sent before. */
export type PreviousThread = {
  /** The posts' texts as they were frozen, in order. */
  readonly texts: readonly string[];
  /** How many of them are out, from the first: their cuts are fixed. */
  readonly sent: number;
  /** The draft is to the letter what it was when this was frozen: this thread stands, however the draft is read today. */
  readonly unedited?: { readonly media: readonly (readonly Media[])[] };
};

/** Where a previous thread was cut, as offsets into the script of the draft as it is now. */
export type PreviousCuts = {
  /** Where posts ended; the break there is worth keeping. */
  readonly ends: readonly number[];
  /** Where the last post that is out ends; 0 where none is, -1 where their words are no longer in the draft. */
  readonly fixed: number;
};

/**
 * Finds the posts of a previous thread in a script, by their words: white space doesn't count, nor does a post's
 * number. A post whose words were edited is skipped; the ones after it are found again.
 *
 *     previous  |One thought. Two.|Three.|Four.|
 *     now        One thought. Two. Three, changed. Four.
 *                                 ^ kept                   ^ found again
 */
export function previousCuts(script: string, previous: PreviousThread, numbering: Numbering): PreviousCuts {
  const { ink, offsets } = inkOf(script);
  const ends: number[] = [];
  let from = 0;
  let fixed = 0;
  previous.texts.forEach((text, at) => {
    const { before, after } = numberOf(numbering, at + 1, previous.texts.length);
    const plain = text.slice(
      text.startsWith(before) ? before.length : 0,
      text.endsWith(after) ? text.length - after.length : undefined,
    );
    const bare = inkOf(plain).ink;
    // A post inside a quotation opens with a mark that the script has only at the quotation's own lines.
    const candidates = [bare, bare.replace(/^(?:>)+/, '')].filter((candidate) => candidate !== '');
    const found = candidates
      .map((candidate) => ({ at: ink.indexOf(candidate, from), length: candidate.length }))
      .find((place) => (at < previous.sent ? place.at === from : place.at >= 0));
    if (found === undefined) {
      if (at >= previous.sent) return;
      // What is out stays as it went: its place in the draft is found again, where only the reading changed.
      const start = from === 0 ? 0 : (offsets[from - 1] ?? 0) + 1;
      const end = fixed === -1 ? undefined : endInChangedReading(script, start, plain);
      if (end === undefined) fixed = -1;
      else {
        from = lowerBound(offsets.length, (index) => (offsets[index] ?? 0) >= end);
        ends.push(end);
        fixed = end;
      }
      return;
    }
    from = found.at + found.length;
    const end = (offsets[from - 1] ?? 0) + 1;
    ends.push(end);
    if (found.at > 0 && !ends.includes((offsets[found.at - 1] ?? 0) + 1))
      ends.push((offsets[found.at - 1] ?? 0) + 1);
    if (at < previous.sent && fixed >= 0) fixed = end;
  });
  return { ends: ends.sort((a, b) => a - b), fixed };
}

/** All that is not white space, and where each piece of it stands. */
function inkOf(text: string): { ink: string; offsets: number[] } {
  const offsets: number[] = [];
  let ink = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (/\s/.test(char)) continue;
    ink += char;
    offsets.push(at);
  }
  return { ink, offsets };
}
