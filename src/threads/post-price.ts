import type { PostCosts } from './cut-costs.ts';
import { SlidingMinimum } from './sliding-minimum.ts';

/**
 * The posts that may end at one break. A start below `linked` gives a post with a link. `block` is the last break before the
 * end at which a block begins: an earlier start gives a post with more than one block. `head` says that the post ends inside a
 * block.
 */
export type Ending = {
  readonly first: number;
  readonly to: number;
  readonly end: number;
  readonly linked: number;
  readonly block: number;
  readonly head: boolean;
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
  /** Best totals by start; in `mixed`, a start inside a block includes the cost of a tail before other blocks. */
  readonly #totals: Float64Array;
  readonly #mixed: Float64Array;
  readonly #headed: Float64Array;
  readonly #linkCost: number;
  readonly #mixes: PostCosts | undefined;
  readonly #floor: number;
  readonly #slope: number;
  readonly #base: number;
  readonly #plain: Windows;
  readonly #linked: Windows;

  /** @param mixes - the costs of a tail and a head; if missing, posts that mix blocks cost no more than others */
  constructor(count: number, linkCost: number, mixes: PostCosts | undefined, { floor, slope, base }: Line) {
    this.#mixes = mixes;
    this.#totals = new Float64Array(count);
    this.#mixed = new Float64Array(mixes === undefined ? 0 : count);
    this.#headed = new Float64Array(mixes === undefined ? 0 : count);
    this.#linkCost = linkCost;
    this.#floor = floor;
    this.#slope = slope;
    this.#base = base;
    this.#plain = new Windows(this.#totals, this.#mixed, this.#headed);
    this.#linked = new Windows(this.#totals, this.#mixed, this.#headed);
  }

  /** Records the lowest cost to reach the break `at`, and whether it is inside a block. */
  reach(at: number, total: number, before: number, isTail: boolean): void {
    const value = total + this.#slope * before;
    this.#totals[at] = value;
    if (this.#mixes === undefined) return;
    const { tail, head, tailWithHead } = this.#mixes;
    this.#mixed[at] = isTail ? value + tail.cost : value;
    this.#headed[at] = head.cost + (isTail ? value + tailWithHead.cost : value);
  }

  /** Finds the cheapest start in `[first, to)` of a post of this piece. */
  look({ first, to, end, linked, block, head }: Ending, before: Float64Array): void {
    const from = this.#mixes === undefined ? first : block;
    const longest = end - this.#floor;
    let high = this.high;
    while (high < to && (before[high] ?? 0) <= longest) high += 1;
    this.high = high;
    this.price = Number.POSITIVE_INFINITY;
    this.start = -1;
    const base = this.#base - this.#slope * end;
    const withLink = this.#linkCost > 0 ? Math.min(high, linked) : 0;
    if (withLink > first) this.#take(this.#linked, first, withLink, from, head, base + this.#linkCost);
    if (high > withLink) this.#take(this.#plain, Math.max(first, withLink), high, from, head, base);
  }

  #take(windows: Windows, low: number, high: number, block: number, head: boolean, base: number): void {
    if (block > low) {
      const before = Math.min(high, block);
      if (head) this.#offer(windows.headed.smallest(low, before), this.#headed, base);
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
