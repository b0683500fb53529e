import { SlidingMinimum } from './sliding-minimum.ts';

/**
 * The posts that may end at one break. A start below `linked` gives a post with a link. `block` and `part` are the last breaks
 * before the end at which a block and a part begin: an earlier start gives a post with more than one. The caller reuses one object: there are
 * as many breaks as words.
 */
export type Ending = {
  first: number;
  to: number;
  end: number;
  linked: number;
  block: number;
  part: number;
  /** Whether the posts end inside a block. */
  splits: boolean;
  /** What the end costs a post of several blocks, and one of several parts. */
  mixed: number;
  crossed: number;
  /** What the end costs a post of one block that is a scrap. */
  alone: number;
};

/**
 * The lowest cost to reach a break, the length before it, and the costs of a tail from there: in a post of several blocks,
 * without and with a head, and in one of several parts.
 */
export type Reached = {
  total: number;
  before: number;
  tail: number;
  tailWithHead: number;
  partTail: number;
};

/** The starts in `[low, high)`. */
type Starts = { readonly low: number; readonly high: number };

/** A linear piece of the price: its smallest length, and its slope; and whether its posts are scraps. */
export type Line = {
  readonly floor: number;
  readonly slope: number;
  readonly base: number;
  readonly isScrap: boolean;
};

/**
 * The posts whose length is at least `floor` and below the previous piece: their price decreases by `slope` per unit of length.
 * The cheapest start of such a post is a sliding minimum over `total + slope * before`.
 *
 *     starts   first ······ part ········ block ······ high      one window for each range, and for each
 *     posts    of several │ of several  │ of one               way to end; each window only moves right
 *              parts        blocks        block
 */
export class Piece {
  /** The result of the last {@link look}: the lowest price, and where that post starts. */
  price = 0;
  start = 0;
  /** How many breaks are far enough left to start a post of this piece or a longer one. */
  high = 0;
  /** Best totals by start; in all but the first, a start inside a block includes the cost of a tail. */
  readonly #totals: Float64Array;
  readonly #mixed: Float64Array;
  readonly #headed: Float64Array;
  readonly #crossed: Float64Array;
  readonly #linkCost: number;
  readonly #mixes: boolean;
  readonly #floor: number;
  readonly #slope: number;
  readonly #base: number;
  readonly #isScrap: boolean;
  readonly #plain: Windows;
  readonly #linked: Windows;

  /** @param mixes - whether posts that mix blocks cost more than others */
  constructor(count: number, linkCost: number, mixes: boolean, { floor, slope, base, isScrap }: Line) {
    this.#mixes = mixes;
    this.#totals = new Float64Array(count);
    this.#mixed = new Float64Array(mixes ? count : 0);
    this.#headed = new Float64Array(mixes ? count : 0);
    this.#crossed = new Float64Array(mixes ? count : 0);
    this.#linkCost = linkCost;
    this.#floor = floor;
    this.#slope = slope;
    this.#base = base;
    this.#isScrap = isScrap;
    this.#plain = new Windows(this.#totals, this.#mixed, this.#headed, this.#crossed);
    this.#linked =
      linkCost === 0 ? this.#plain : new Windows(this.#totals, this.#mixed, this.#headed, this.#crossed);
  }

  /** Records what it costs to reach the break `at`. */
  reach(at: number, { total, before, tail, tailWithHead, partTail }: Readonly<Reached>): void {
    const value = total + this.#slope * before;
    this.#totals[at] = value;
    if (!this.#mixes) return;
    this.#mixed[at] = value + tail;
    this.#headed[at] = value + tailWithHead;
    this.#crossed[at] = value + partTail;
  }

  /** Finds the cheapest start in `[first, to)` of a post of this piece. */
  look(ending: Readonly<Ending>, before: Float64Array): void {
    const { first, to, end, linked } = ending;
    const longest = end - this.#floor;
    let high = this.high;
    while (high < to && (before[high] ?? 0) <= longest) high += 1;
    this.high = high;
    this.price = Number.POSITIVE_INFINITY;
    this.start = -1;
    const base = this.#base - this.#slope * end;
    const withLink = this.#linkCost > 0 ? Math.min(high, linked) : 0;
    if (withLink > first)
      this.#take(this.#linked, { low: first, high: withLink }, ending, base + this.#linkCost);
    if (high > withLink) this.#take(this.#plain, { low: Math.max(first, withLink), high }, ending, base);
  }

  #take(windows: Windows, { low, high }: Starts, ending: Readonly<Ending>, base: number): void {
    const part = this.#mixes ? Math.min(high, ending.part) : low;
    const block = this.#mixes ? Math.min(high, ending.block) : low;
    if (part > low) this.#offer(windows.crossed.smallest(low, part), this.#crossed, base + ending.crossed);
    const later = Math.max(low, part);
    if (block > later) {
      if (ending.splits)
        this.#offer(windows.headed.smallest(later, block), this.#headed, base + ending.mixed);
      else this.#offer(windows.mixed.smallest(later, block), this.#mixed, base + ending.mixed);
    }
    if (high <= block) return;
    const alone = this.#isScrap ? base + ending.alone : base;
    this.#offer(windows.same.smallest(Math.max(low, block), high), this.#totals, alone);
  }

  #offer(at: number, values: Float64Array, extra: number): void {
    if (at < 0) return;
    const price = (values[at] ?? 0) + extra;
    if (price >= this.price) return;
    this.price = price;
    this.start = at;
  }
}

/** The windows over starts: for posts of several parts, of several blocks that end with a block or inside one, and of one block. */
class Windows {
  readonly crossed: SlidingMinimum;
  readonly mixed: SlidingMinimum;
  readonly headed: SlidingMinimum;
  readonly same: SlidingMinimum;

  constructor(totals: Float64Array, mixed: Float64Array, headed: Float64Array, crossed: Float64Array) {
    this.crossed = new SlidingMinimum(crossed);
    this.mixed = new SlidingMinimum(mixed);
    this.headed = new SlidingMinimum(headed);
    this.same = new SlidingMinimum(totals);
  }
}
