import { BREAK } from '../text/break-list.ts';

/** The places between items of a list that is too long for a post. An item with nested ones is a topic, and may be alone. */
const BETWEEN_ITEMS: ReadonlySet<number> = new Set([BREAK.item, BREAK.lone]);

/** The places below the last item of a list. */
const BELOW_LIST: ReadonlySet<number> = new Set([
  BREAK.forced,
  BREAK.section,
  BREAK.subsection,
  BREAK.paragraph,
  BREAK.listed,
]);

/** A text's breaks, and lengths up to each and from it on, and that of the longest post. */
type Places = {
  readonly codes: Uint8Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly limit: number;
};

/**
 * For each break, 1 if an item below another ends there that could share a post with a neighbour in its list: alone, it looks
 * forgotten. An item beside one that is longer than a post is none, since that one would be torn for its sake. Linear.
 */
export function loneItems(
  isBorder: (at: number) => boolean,
  { codes, before, after, limit }: Places,
): Uint8Array {
  const count = codes.length;
  const lone = new Uint8Array(count);
  /** The last three borders. */
  let above = 0;
  let start = 0;
  let end = 0;
  const fits = (from: number, to: number): boolean => (after[to] ?? 0) - (before[from] ?? 0) <= limit;
  for (let at = 1; at < count; at += 1) {
    if (at < count - 1 && !isBorder(at)) continue;
    if (BETWEEN_ITEMS.has(codes[start] ?? 0) && fits(above, start)) {
      const code = codes[end] ?? 0;
      const isLast = BELOW_LIST.has(code) && fits(above, end);
      const isAmong = BETWEEN_ITEMS.has(code) && fits(end, at) && (fits(above, end) || fits(start, at));
      if (isLast || isAmong) lone[end] = 1;
    }
    above = start;
    start = end;
    end = at;
  }
  if (BETWEEN_ITEMS.has(codes[start] ?? 0) && fits(above, end)) lone[end] = 1;
  return lone;
}
