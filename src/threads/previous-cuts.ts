import type { Numbering } from '../drafts/settings.ts';
import { lowerBound } from '../text/lower-bound.ts';
import { endInChangedReading } from './changed-reading.ts';
import { numberOf } from './numbering.ts';
import type { Media } from './thread.ts';

/** An earlier thread of the same draft, shown or sent. */
export type PreviousThread = {
  /** The posts' texts as they were frozen, in order. */
  readonly texts: readonly string[];
  /** How many of them are published, from the first: their cuts are fixed. */
  readonly sent: number;
  /** Set if the draft's text has not changed since: then this thread stays, however the draft is read today. */
  readonly unedited?: { readonly media: readonly (readonly Media[])[] };
};

/** Where a previous thread was cut, as offsets into the script of the current draft. */
export type PreviousCuts = {
  /** Where posts ended; prefer to keep the breaks there. */
  readonly ends: readonly number[];
  /** Where the last published post ends; 0 if none is, -1 if their words are no longer in the draft. */
  readonly fixed: number;
};

/**
 * Finds the posts of a previous thread in a script by their words, ignoring white space and a post's number. Skips a post whose
 * words were edited; later ones are found again.
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
    // A post inside a quotation begins with a mark that the script only has at the quotation's own lines.
    const candidates = [bare, bare.replace(/^(?:>)+/, '')].filter((candidate) => candidate !== '');
    const found = candidates
      .map((candidate) => ({ at: ink.indexOf(candidate, from), length: candidate.length }))
      .find((place) => (at < previous.sent ? place.at === from : place.at >= 0));
    if (found === undefined) {
      if (at >= previous.sent) return;
      // Published posts stay as they were sent: if only the reading changed, find their place in the draft again.
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

/** Returns everything except white space, with the place of each unit. */
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
