import { SlidingMinimum } from './sliding-minimum.ts';

/**
 * The posts that may end at one break. A start below `linked` gives a post with a link. `block` is the last break before the
 * end at which a block begins: an earlier start gives a post with more than one block. `heads` is the cost of such a post if
 * it ends inside a block, else undefined.
 */
export type Ending = {
  readonly first: number;
  readonly to: number;
  readonly end: number;
  readonly linked: number;
  readonly block: number;
  readonly heads: number | undefined;
};

/** A linear piece of the price: its smallest length, and its slope. */
export type Line = { readonly floor: number; readonly slope: number; readonly base: number };

/**
 * The posts whose length is at least `floor` and below the previous piece: their price decreases by `slope` per unit of length.
 * The cheapest start of such a post is a sliding minimum over `total + slope * before`.
 *
 *     starts   first ······ block ······ high      one window for each combination of link and tail,
 *     posts    of several │ of one block           and each window only moves right
 */
export class Piece {
  /** The result of the last {@link look}: the lowest price, and where that post starts. */
  price = 0;
  start = 0;
  /** How many breaks are far enough left to start a post of this piece or a longer one. */
  high = 0;
  /** Best totals by start; in `mixed` and `headed`, a start inside a block includes the cost of a tail. */
  readonly #totals: Float64Array;
  readonly #mixed: Float64Array;
  readonly #headed: Float64Array;
  readonly #linkCost: number;
  readonly #mixes: boolean;
  readonly #floor: number;
  readonly #slope: number;
  readonly #base: number;
  readonly #plain: Windows;
  readonly #linked: Windows;

  /** @param mixes - whether posts that mix blocks cost more than others */
  constructor(count: number, linkCost: number, mixes: boolean, { floor, slope, base }: Line) {
    this.#mixes = mixes;
    this.#totals = new Float64Array(count);
    this.#mixed = new Float64Array(mixes ? count : 0);
    this.#headed = new Float64Array(mixes ? count : 0);
    this.#linkCost = linkCost;
    this.#floor = floor;
    this.#slope = slope;
    this.#base = base;
    this.#plain = new Windows(this.#totals, this.#mixed, this.#headed);
    this.#linked = new Windows(this.#totals, this.#mixed, this.#headed);
  }

  /** Records the lowest cost to reach the break `at`, and the costs of a tail from there, without and with a head. */
  reach(at: number, total: number, before: number, tail: number, tailWithHead: number): void {
    const value = total + this.#slope * before;
    this.#totals[at] = value;
    if (!this.#mixes) return;
    this.#mixed[at] = value + tail;
    this.#headed[at] = value + tailWithHead;
  }

  /** Finds the cheapest start in `[first, to)` of a post of this piece. */
  look({ first, to, end, linked, block, heads }: Ending, before: Float64Array): void {
    const from = this.#mixes ? block : first;
    const longest = end - this.#floor;
    let high = this.high;
    while (high < to && (before[high] ?? 0) <= longest) high += 1;
    this.high = high;
    this.price = Number.POSITIVE_INFINITY;
    this.start = -1;
    const base = this.#base - this.#slope * end;
    const withLink = this.#linkCost > 0 ? Math.min(high, linked) : 0;
    if (withLink > first) this.#take(this.#linked, first, withLink, from, heads, base + this.#linkCost);
    if (high > withLink) this.#take(this.#plain, Math.max(first, withLink), high, from, heads, base);
  }

  #take(
    windows: Windows,
    low: number,
    high: number,
    block: number,
    heads: number | undefined,
    base: number,
  ): void {
    if (block > low) {
      const before = Math.min(high, block);
      if (heads !== undefined) this.#offer(windows.headed.smallest(low, before), this.#headed, base + heads);
      else this.#offer(windows.mixed.smallest(low, before), this.#mixed, base);
    }
    if (high > block) this.#offer(windows.same.smallest(Math.max(low, block), high), this.#totals, base);
  }

  #offer(at: number, values: Float64Array, extra: number): void {
    if (at < 0) return;
    const price = (values[at] ?? 0) + extra;
    if (price >= this.price) return;
    this.price = price;
    this.start = at;
  }
}

/** The windows over starts: for posts of several blocks that end with a block or inside one, and for posts inside one block. */
class Windows {
  readonly mixed: SlidingMinimum;
  readonly headed: SlidingMinimum;
  readonly same: SlidingMinimum;

  constructor(totals: Float64Array, mixed: Float64Array, headed: Float64Array) {
    this.mixed = new SlidingMinimum(mixed);
    this.headed = new SlidingMinimum(headed);
    this.same = new SlidingMinimum(totals);
  }
}
