import { SlidingMinimum } from './sliding-minimum.ts';

/**
 * The posts that may end at one break. A start below `linked` gives a post with a link, one below `pictured` a post with a picture
 * above the last new part. `block` and `part` are the last breaks
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
  /** The last branch of a list, if it is below `part`. */
  branch: number;
  pictured: number;
  /** Whether a picture is in the last part. */
  shows: boolean;
  /** Whether the posts end inside a block. */
  splits: boolean;
  /** What the end costs a post of several blocks, and one of several parts. */
  mixed: number;
  crossed: number;
  /** What the end costs a post of one block that is a scrap: a lead-in, or a stub of prose. */
  alone: number;
  /** What a short post of exactly the last block costs: an item that should not be alone. */
  lone: number;
};

/**
 * The lowest cost to reach a break, and the costs of a tail from there: in a post of several blocks, without and with a head,
 * in one of several parts, and in one of several branches of a list. The caller reuses one object.
 */
export type Reached = {
  total: number;
  tail: number;
  tailWithHead: number;
  partTail: number;
  branchTail: number;
  /** The same as `partTail`, if that next part shows a picture. */
  partShown: number;
  /** What a scrap of one block costs there: the end of a sentence. */
  scrap: number;
};

/** The lowest costs to reach each break; in all but the first, with the cost of a tail from there. Only `tidy` needs those. */
export class Totals {
  readonly same: Float64Array;
  readonly mixed: Float64Array;
  readonly headed: Float64Array;
  readonly crossed: Float64Array;
  readonly branched: Float64Array;
  readonly shown: Float64Array;
  readonly scrap: Float64Array;
  readonly #mixes: boolean;
  readonly #branches: boolean;

  /**
   * @param mixes - whether posts that mix blocks cost more than others
   * @param branches - whether the text has items with nested ones
   */
  constructor(count: number, mixes: boolean, branches: boolean) {
    this.#mixes = mixes;
    this.#branches = branches;
    this.same = new Float64Array(count);
    this.mixed = new Float64Array(mixes ? count : 0);
    this.headed = new Float64Array(mixes ? count : 0);
    this.crossed = new Float64Array(mixes ? count : 0);
    this.branched = new Float64Array(branches ? count : 0);
    this.shown = new Float64Array(mixes ? count : 0);
    this.scrap = new Float64Array(mixes ? count : 0);
  }

  /** Records what it costs to reach the break `at`. */
  reach(at: number, reached: Readonly<Reached>): void {
    const { total, tail, tailWithHead, partTail, branchTail, partShown, scrap } = reached;
    this.same[at] = total;
    if (!this.#mixes) return;
    this.mixed[at] = total + tail;
    this.headed[at] = total + tailWithHead;
    this.crossed[at] = total + partTail;
    if (this.#branches) this.branched[at] = total + branchTail;
    this.shown[at] = total + partShown;
    this.scrap[at] = total + scrap;
  }
}

/** The starts in `[low, high)`. */
type Starts = { readonly low: number; readonly high: number };

/** One linear piece of a post's price: the length at which it begins, its slope and base, and whether such posts are short, or scraps. */
export type Line = {
  readonly floor: number;
  readonly slope: number;
  readonly base: number;
  readonly isShort: boolean;
  readonly isScrap: boolean;
};

/** What the pieces have in common: the lengths before each break, the costs to reach it, and what a link and a picture cost. */
type Shared = {
  readonly before: Float64Array;
  readonly totals: Totals;
  readonly linkCost: number;
  readonly pictureCost: number;
  readonly mixes: boolean;
};

/**
 * The posts whose length is at least `floor` and below the previous piece: their price decreases by `slope` per unit of length.
 * The cheapest start of such a post is a sliding minimum over `total + slope * before`.
 *
 *     starts   first ······ part ······· branch ······· block ······ high      one window for each range, and for each
 *     posts    of several │ of several │ of several  │ of one               way to end; each window only moves right
 *              parts        branches     blocks        block
 */
export class Piece {
  /** The result of the last {@link look}: the lowest price, and where that post starts. */
  price = 0;
  start = 0;
  /** How many breaks are far enough left to start a post of this piece or a longer one. */
  high = 0;
  readonly #before: Float64Array;
  readonly #linkCost: number;
  readonly #pictureCost: number;
  readonly #mixes: boolean;
  readonly #line: Line;
  readonly #alone: Float64Array;
  readonly #plain: Windows;
  readonly #linked: Windows;

  constructor({ before, totals, linkCost, pictureCost, mixes }: Shared, line: Line) {
    this.#before = before;
    this.#linkCost = linkCost;
    this.#pictureCost = pictureCost;
    this.#mixes = mixes;
    this.#line = line;
    const reached = line.isScrap && mixes ? { ...totals, same: totals.scrap } : totals;
    this.#alone = reached.same;
    this.#plain = new Windows(reached, before, line.slope);
    this.#linked = linkCost === 0 ? this.#plain : new Windows(reached, before, line.slope);
  }

  /** Finds the cheapest start in `[first, to)` of a post of this piece. */
  look(ending: Readonly<Ending>): void {
    const { first, to, end, linked } = ending;
    const { floor, slope } = this.#line;
    const before = this.#before;
    const longest = end - floor;
    let high = this.high;
    while (high < to && (before[high] ?? 0) <= longest) high += 1;
    this.high = high;
    this.price = Number.POSITIVE_INFINITY;
    this.start = -1;
    const base = this.#line.base - slope * end;
    const withLink = this.#linkCost > 0 ? Math.min(high, linked) : 0;
    if (withLink > first)
      this.#take(this.#linked, { low: first, high: withLink }, ending, base + this.#linkCost);
    if (high > withLink) this.#take(this.#plain, { low: Math.max(first, withLink), high }, ending, base);
  }

  #take(windows: Windows, { low, high }: Starts, ending: Readonly<Ending>, base: number): void {
    if (!this.#mixes) {
      this.#offer(windows.same, low, high, base);
      return;
    }
    const part = Math.min(high, ending.part);
    const block = Math.min(high, ending.block);
    if (part > low) {
      const pictured = Math.min(part, ending.pictured);
      const crossed = base + ending.crossed;
      if (pictured > low) this.#offer(windows.pictured, low, pictured, crossed + this.#pictureCost);
      const bare = Math.max(low, pictured);
      if (part > bare) this.#offer(ending.shows ? windows.shown : windows.crossed, bare, part, crossed);
    }
    const branch = Math.min(high, ending.branch);
    const whole = Math.max(low, part);
    if (branch > whole) this.#offer(windows.branched, whole, branch, base + ending.mixed);
    const later = Math.max(whole, branch);
    if (block > later)
      this.#offer(ending.splits ? windows.headed : windows.mixed, later, block, base + ending.mixed);
    if (high <= block) return;
    const alone = this.#line.isScrap ? base + ending.alone : base;
    const isLone = ending.lone > 0 && this.#line.isShort && block >= low;
    // The block of the next end begins behind this one, so the window only moves right.
    if (isLone) this.#offerStart(block, alone + ending.lone);
    this.#offer(windows.same, Math.max(low, isLone ? block + 1 : block), high, alone);
  }

  #offer(window: SlidingMinimum, low: number, high: number, extra: number): void {
    const at = window.smallest(low, high);
    if (at >= 0) this.#compare(at, window.least + extra);
  }

  /** The same for one start of a post of one block. */
  #offerStart(at: number, extra: number): void {
    this.#compare(at, (this.#alone[at] ?? 0) + this.#line.slope * (this.#before[at] ?? 0) + extra);
  }

  #compare(start: number, price: number): void {
    if (price >= this.price) return;
    this.price = price;
    this.start = start;
  }
}

type WindowName = 'crossed' | 'shown' | 'branched' | 'mixed' | 'headed' | 'same';

/**
 * The windows over starts: for posts of several parts (a picture above the last part, one in it, or none), of several branches of
 * a list, of several blocks that end with a block or inside one, and of one block.
 */
class Windows {
  readonly pictured: SlidingMinimum;
  readonly crossed: SlidingMinimum;
  readonly shown: SlidingMinimum;
  readonly branched: SlidingMinimum;
  readonly mixed: SlidingMinimum;
  readonly headed: SlidingMinimum;
  readonly same: SlidingMinimum;

  constructor(
    { crossed, shown, branched, mixed, headed, same }: Pick<Totals, WindowName>,
    before: Float64Array,
    slope: number,
  ) {
    this.pictured = new SlidingMinimum({ values: crossed, before, slope });
    this.crossed = new SlidingMinimum({ values: crossed, before, slope });
    this.shown = new SlidingMinimum({ values: shown, before, slope });
    this.branched = new SlidingMinimum({ values: branched, before, slope });
    this.mixed = new SlidingMinimum({ values: mixed, before, slope });
    this.headed = new SlidingMinimum({ values: headed, before, slope });
    this.same = new SlidingMinimum({ values: same, before, slope });
  }
}
