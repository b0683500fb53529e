import type { CutStyle } from '../drafts/settings.ts';
import type { LanguageCode } from '../languages/languages.ts';
import { BREAK, BreakList } from '../text/break-list.ts';
import { jointAt } from '../text/joints.ts';
import { once } from '../text/lazy.ts';
import type { Totals } from './profile.ts';

/** One limited quantity of a post, as running totals over the whole text. */
export type Measure = {
  readonly totals: Totals;
  readonly limit: number;
  /** What each lead (see {@link BreakList.leads}) adds to a post that starts with it. */
  readonly leads: readonly number[];
};

type Break = { readonly end: number; readonly start: number; readonly code: number; readonly lead: number };

/** The text between two breaks, and which of all breaks lie in it. */
type Gap = { readonly left: Break; readonly right: Break; readonly from: number; readonly to: number };

const graphemes = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

/**
 * The breaks to add, in this order, if the pieces between two ordinary cuts are too large for a post. `tidy` cuts a sentence
 * only if it alone exceeds the limit, and then weighs all its places.
 */
const LAST_RESORTS: Readonly<Record<CutStyle, readonly (readonly number[])[]>> = {
  tidy: [
    [BREAK.clause, BREAK.word],
    [BREAK.kept],
    [BREAK.glued],
    [BREAK.whole],
    [BREAK.bound],
    [BREAK.grapheme],
  ],
  tight: [
    [BREAK.leadIn],
    [BREAK.label],
    [BREAK.attribution],
    [BREAK.kept],
    [BREAK.glued],
    [BREAK.whole],
    [BREAK.bound],
    [BREAK.grapheme],
  ],
};

/** The first or last words of a sentence, in UTF-16 units, that look lost without the rest. */
const FRAGMENT = 50;

/** The same for words before a phrase: `Training this net | with …`. */
const FEW_WORDS = 30;

/** In which style a text is cut, and the language of its sentences. */
type CutManner = { readonly style: CutStyle; readonly language: LanguageCode };

/**
 * Returns the breaks at which a text may be cut: all ordinary ones; last resorts only in text that fits no post without them.
 * The list begins with the text's start and ends with its end, and the text between two neighbours always fits a post.
 *
 * Linear: reads each text once for each last resort.
 */
export function legalBreaks(
  text: string,
  all: BreakList,
  measures: readonly Measure[],
  { style, language }: CutManner,
): BreakList {
  const legal = new BreakList(style === 'tight' ? all.length + 256 : 256);
  const resorts = LAST_RESORTS[style];
  const ordinary = Object.values(BREAK).map((code) => !resorts.some((resort) => resort.includes(code)));
  const holds = (start: number, lead: number, end: number): boolean => {
    for (const { totals, limit, leads } of measures)
      if ((totals[end] ?? 0) - (totals[start] ?? 0) + (leads[lead] ?? 0) > limit) return false;
    return true;
  };
  const fits = (left: Break, right: Break): boolean => holds(left.start, left.lead, right.end);
  const push = ({ end, start, code, lead }: Break): void => legal.push(end, start, code, lead);
  const { ends, starts, codes, leads } = all;
  const entryAt = (at: number): Break => ({
    end: ends[at] ?? 0,
    start: starts[at] ?? 0,
    code: codes[at] ?? 0,
    lead: leads[at] ?? 0,
  });
  /** A place in a sentence, with the code that says how good it is there. A line end and a script without spaces keep theirs. */
  const weighed = (entry: Break, { left, right }: Gap): Break => {
    const { end, start, code } = entry;
    if (style === 'tight' || (text.charAt(end) !== ' ' && text.charAt(end - 1) !== '—')) return entry;
    if (code !== BREAK.clause && code !== BREAK.word) return entry;
    const joint = jointAt(text, { end, start, marked: code === BREAK.clause }, language);
    const isFragment = end - left.start < FRAGMENT || right.end - start < FRAGMENT;
    if (code === BREAK.word && end - left.start < FEW_WORDS) return entry;
    return { ...entry, code: isFragment ? Math.max(joint, BREAK.phrase) : joint };
  };

  /** Cuts a text at the breaks in it until each piece fits. */
  const fill = (gap: Gap, resort: number): void => {
    const { left, right, from, to } = gap;
    if (fits(left, right)) return;
    const added = resorts[resort];
    if (added === undefined) return;
    if (added.includes(BREAK.grapheme)) {
      for (const entry of graphemeBreaks(text, left, right, fits)) push(entry);
      return;
    }
    const places: (Break & { readonly at: number })[] = [];
    for (let at = from; at < to; at += 1)
      if (added.includes(codes[at] ?? 0)) places.push({ ...weighed(entryAt(at), gap), at });
    const halves = places.some(
      (place) => isStrong(text, place, gap) && fits(left, place) && fits(place, right),
    );
    let previous = left;
    let begun = from;
    for (const place of places) {
      const yields = halves && place.code === BREAK.turn && text.charAt(place.end - 1) === ',';
      const entry = yields ? { ...place, code: BREAK.clause } : place;
      fill({ left: previous, right: entry, from: begun, to: place.at }, resort + 1);
      push(entry);
      previous = entry;
      begun = place.at + 1;
    }
    fill({ left: previous, right, from: begun, to }, resort + 1);
  };

  legal.push(0, 0, BREAK.forced, 0);
  let start = 0;
  let lead = 0;
  let begun = 0;
  for (let at = 0; at <= all.length; at += 1) {
    const last = at === all.length;
    if (!last && ordinary[codes[at] ?? 0] !== true) continue;
    const end = last ? text.length : (ends[at] ?? 0);
    // Most gaps fit a post, and there are as many as words: no object is made for those.
    if (!holds(start, lead, end)) {
      const left: Break = { end: start, start, code: BREAK.forced, lead };
      const right: Break = last ? { end, start: end, code: BREAK.forced, lead: 0 } : entryAt(at);
      fill({ left, right, from: begun, to: at }, 0);
    }
    if (last) legal.push(end, end, BREAK.forced, 0);
    else legal.push(end, starts[at] ?? 0, codes[at] ?? 0, leads[at] ?? 0);
    start = last ? end : (starts[at] ?? 0);
    lead = last ? 0 : (leads[at] ?? 0);
    begun = at + 1;
  }
  return legal;
}

/** The least words on either side of a colon, in UTF-16 units, for which no comma is as good. */
const HALF = 75;

/** Whether a sentence is best cut at a place, if that gives two posts: behind a colon, a semicolon or an ellipsis, far from its ends. */
const isStrong = (text: string, { end, start, code }: Break, { left, right }: Gap): boolean =>
  code === BREAK.turn &&
  /(?:[:;…]|\.{3})$/.test(text.slice(end - 3, end)) &&
  end - left.start >= HALF &&
  right.end - start >= HALF;

/** Cuts after every grapheme, and after every code point inside a grapheme that is itself too long. */
function graphemeBreaks(
  text: string,
  left: Break,
  right: Break,
  fits: (left: Break, right: Break) => boolean,
): Break[] {
  const found: Break[] = [];
  const at = (offset: number): Break => ({
    end: offset,
    start: offset,
    code: BREAK.grapheme,
    lead: left.lead,
  });
  for (const { index, segment } of graphemes().segment(text.slice(left.start, right.end))) {
    const start = left.start + index;
    if (start > left.start) found.push(at(start));
    if (fits(at(start), at(start + segment.length))) continue;
    let inside = start;
    for (const point of segment) {
      inside += point.length;
      if (inside < start + segment.length) found.push(at(inside));
    }
  }
  return found;
}
