import type { CutStyle } from '../drafts/settings.ts';
import { BREAK, type BreakName } from '../text/break-list.ts';
import { CUT_COSTS, POST_COSTS, TIGHT_POST } from './cut-costs.ts';
import { SlidingMinimum } from './sliding-minimum.ts';

/**
 * Something that every post has a limit of: length, bytes, media. `before[i]` is the total up to where a post that
 * starts at break `i` starts, `after[j]` up to where one that ends at break `j` ends; the post's size is
 * `after[j] - before[i]`. `before` never falls.
 */
export type Constraint = {
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly limit: number;
};

/**
 * A text to cut: break 0 is its start, the last break its end. Consecutive breaks are never further apart than
 * the limits allow (see `legal-breaks.ts`), so that there always is a way.
 */
export type Problem = {
  readonly count: number;
  /** Codes of {@link BREAK}, one a break. */
  readonly codes: Uint8Array;
  /** The first is the length, whose limit the shape of posts is measured by. */
  readonly constraints: readonly [Constraint, ...Constraint[]];
  /** For each break, how many breaks lie at or before the last link that a post ending there could hold; all 0 without links. */
  readonly linkedFrom: Int32Array;
  /** What a post that holds a link costs besides, in posts. */
  readonly linkCost: number;
  /** For each break, 1 where the thread was cut before, if it was. */
  readonly keeps?: Uint8Array;
};

/** What a cut costs, by code. */
function cutCosts(): Float64Array {
  const costs = new Float64Array(Object.keys(BREAK).length);
  for (const [name, code] of Object.entries(BREAK)) costs[code] = CUT_COSTS[name as BreakName].cost;
  costs[BREAK.card] = CUT_COSTS.card.cost - POST_COSTS.card.bonus;
  return costs;
}

/**
 * Chooses the breaks at which to cut, so that the sum of all costs is the smallest possible: dynamic programming
 * over the breaks. A post's price depends on where it starts and ends only through straight pieces of its length,
 * so each piece is a sliding minimum and the whole is linear in the number of breaks, whatever the limit.
 *
 * @returns the chosen breaks, in order, without the first (0), with the last.
 */
export function optimise(problem: Problem, style: CutStyle): number[] {
  const { count, codes, constraints, linkedFrom, linkCost, keeps } = problem;
  const { before, after, limit } = constraints[0];
  const post = style === 'tight' ? TIGHT_POST : 1;
  const costs = cutCosts();
  const pieces = piecesOf(limit, count, linkCost);
  const from = new Int32Array(count);
  const lows = new Int32Array(constraints.length);
  let low = 0;
  for (const piece of pieces) piece.reach(0, 0, before[0] ?? 0);

  for (let to = 1; to < count; to += 1) {
    if (to > 1 && codes[to - 1] === BREAK.forced) low = to - 1;
    for (let which = 0; which < constraints.length; which += 1) {
      const constraint = constraints[which];
      if (constraint === undefined) continue;
      let at = Math.max(lows[which] ?? 0, low);
      const floor = (constraint.after[to] ?? 0) - constraint.limit;
      while (at < to - 1 && (constraint.before[at] ?? 0) < floor) at += 1;
      lows[which] = at;
      if (at > low) low = at;
    }
    const end = after[to] ?? 0;
    let cheapest = Number.POSITIVE_INFINITY;
    let start = -1;
    let first = low;
    for (const piece of pieces) {
      piece.look(first, to, end, before, linkedFrom[to] ?? 0);
      if (piece.price < cheapest) {
        cheapest = piece.price;
        start = piece.start;
      }
      if (piece.high > first) first = piece.high;
    }
    const cut =
      to === count - 1 ? 0 : (costs[codes[to] ?? 0] ?? 0) - (keeps?.[to] === 1 ? POST_COSTS.kept.bonus : 0);
    for (const piece of pieces) piece.reach(to, cheapest + post + cut, before[to] ?? 0);
    from[to] = start;
  }

  const chosen: number[] = [];
  for (let at = count - 1; at > 0; at = from[at] ?? 0) chosen.push(at);
  return chosen.reverse();
}

/** The straight pieces of a post's price over its length, longest posts first. */
function piecesOf(limit: number, count: number, linkCost: number): readonly Piece[] {
  const { short, scrap } = POST_COSTS;
  return [
    new Piece(count, linkCost, { floor: short.below * limit, slope: 0, base: 0 }),
    new Piece(count, linkCost, {
      floor: scrap.below * limit,
      slope: short.slope / limit,
      base: short.slope * short.below,
    }),
    new Piece(count, linkCost, {
      floor: 0,
      slope: (short.slope + scrap.slope) / limit,
      base: short.slope * short.below + scrap.slope * scrap.below,
    }),
  ];
}

/** A straight piece of the price: from which length on it holds, and how it falls with the length. */
type Line = { readonly floor: number; readonly slope: number; readonly base: number };

/**
 * The posts whose length is at least `floor` and less than the piece before: their price falls by `slope` for each
 * unit of length. The cheapest start of such a post is a sliding minimum over `total + slope * before`.
 */
class Piece {
  /** The result of the last {@link look}: the cheapest price, and where that post starts. */
  price = 0;
  start = 0;
  /** How many breaks are far enough left to start a post of this piece or a longer one. */
  high = 0;
  readonly #values: Float64Array;
  readonly #plain: SlidingMinimum;
  readonly #linked: SlidingMinimum;
  readonly #floor: number;
  readonly #slope: number;
  readonly #base: number;
  readonly #linkCost: number;

  constructor(count: number, linkCost: number, { floor, slope, base }: Line) {
    this.#linkCost = linkCost;
    this.#values = new Float64Array(count);
    this.#plain = new SlidingMinimum(this.#values);
    this.#linked = new SlidingMinimum(this.#values);
    this.#floor = floor;
    this.#slope = slope;
    this.#base = base;
  }

  /** Notes what the best way to break `at` costs. */
  reach(at: number, total: number, before: number): void {
    this.#values[at] = total + this.#slope * before;
  }

  /** Finds the cheapest start in `[first, to)` of a post of this piece that ends at `end`. */
  look(first: number, to: number, end: number, before: Float64Array, linked: number): void {
    const longest = end - this.#floor;
    let high = this.high;
    while (high < to && (before[high] ?? 0) <= longest) high += 1;
    this.high = high;
    const base = this.#base - this.#slope * end;
    this.price = Number.POSITIVE_INFINITY;
    this.start = -1;
    if (linked > first)
      this.#take(this.#linked.smallest(first, Math.min(high, linked)), base + this.#linkCost);
    if (high > linked) this.#take(this.#plain.smallest(Math.max(first, linked), high), base);
  }

  #take(at: number, extra: number): void {
    if (at < 0) return;
    const price = (this.#values[at] ?? 0) + extra;
    if (price >= this.price) return;
    this.price = price;
    this.start = at;
  }
}
