import type { CutStyle } from '../drafts/settings.ts';
import { BREAK, type BreakName } from '../text/break-list.ts';
import { COSTS, type Costs, type CutCost, type PostCosts, TIGHT_POST } from './cut-costs.ts';
import { loneItems } from './lone-items.ts';
import { type Ending, type Line, Piece, type Reached, Totals } from './post-price.ts';
import { shortBlocks } from './short-blocks.ts';

/**
 * A limited quantity of every post: length, bytes, media. `before[i]` is the total up to where a post that starts at break `i`
 * starts, `after[j]` up to where one that ends at break `j` ends; the post's size is `after[j] - before[i]`. `before` never
 * decreases.
 */
export type Constraint = {
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly limit: number;
};

/**
 * A text to split: break 0 is its start, the last break its end. Consecutive breaks are never further apart than the limits
 * allow (see `legal-breaks.ts`), so a solution always exists.
 */
export type Problem = {
  readonly count: number;
  /** Codes of {@link BREAK}, one per break. */
  readonly codes: Uint8Array;
  /** The first is the length; the costs of posts refer to its limit. */
  readonly constraints: readonly [Constraint, ...Constraint[]];
  /**
   * For each break, how many breaks are at or before the last link that a post ending there could contain; all 0 without links.
   */
  readonly linkedFrom: Int32Array;
  /** The same for the last picture. */
  readonly picturedFrom: Int32Array;
  /** The additional cost of a post with a link, in posts. */
  readonly linkCost: number;
  /** For each break, 1 if the thread was cut there before. */
  readonly keeps?: Uint8Array;
};

type CostTable = {
  readonly costs: Float64Array;
  readonly inner: Uint8Array;
  readonly within: Uint8Array;
  readonly broken: Uint8Array;
  readonly border: Uint8Array;
  readonly opens: Uint8Array;
  readonly strays: Uint8Array;
  readonly branches: Uint8Array;
};

/**
 * Makes tables by code: the cost of a cut, whether it splits a block's own text, whether it splits that or anything else that
 * belongs together, whether it splits a sentence, whether it separates two blocks, and whether it leaves a lead-in at the end of a post.
 */
function costTable({ cuts, posts }: Costs): CostTable {
  const names = Object.entries(BREAK) as [BreakName, number][];
  const costs = new Float64Array(names.length);
  const inner = new Uint8Array(names.length);
  const within = new Uint8Array(names.length);
  const broken = new Uint8Array(names.length);
  const border = new Uint8Array(names.length);
  const opens = new Uint8Array(names.length);
  const strays = new Uint8Array(names.length);
  const branches = new Uint8Array(names.length);
  for (const [name, code] of names) {
    const row: CutCost = cuts[name];
    costs[code] = row.cost;
    inner[code] = row.inner === true ? 1 : 0;
    within[code] = row.inner === true || row.within === true ? 1 : 0;
    broken[code] = code >= BREAK.turn ? 1 : 0;
    border[code] = row.inner === true || row.binds === true ? 0 : 1;
    opens[code] = row.opens === true ? 1 : 0;
    strays[code] = row.strays === true ? 1 : 0;
    branches[code] = row.branches === true ? 1 : 0;
  }
  costs[BREAK.card] = cuts.card.cost - posts.card.bonus;
  costs[BREAK.cardPart] = cuts.cardPart.cost - posts.card.bonus;
  return { costs, inner, within, broken, border, opens, strays, branches };
}

/**
 * Chooses the breaks at which to cut so that the total cost is minimal, by dynamic programming over the breaks. A post's price
 * depends on its start and end only through linear pieces in its length, and on whether it mixes a part of one block with
 * others. So each piece needs a few sliding minima, and the time is linear in the number of breaks, whatever the limit.
 *
 * @param table - the costs of cuts and posts; tests pass others
 * @returns the chosen breaks, in order, without the first (0), with the last
 */
export function optimise(problem: Problem, style: CutStyle, table: Costs = COSTS): number[] {
  const { count, codes, constraints, linkedFrom, picturedFrom, keeps } = problem;
  const { after } = constraints[0];
  const post = style === 'tight' ? TIGHT_POST : 1;
  const byCode = costTable(table);
  const { costs, border, opens, branches } = byCode;
  const from = new Int32Array(count);
  const mixes = style === 'tidy';
  const totals = new Totals(count, mixes, mixes && codes.some((code) => branches[code] === 1));
  const lows = new Int32Array(constraints.length);
  let low = 0;
  const isBorder = (at: number): boolean => border[codes[at] ?? 0] === 1;
  // In `tight`, few posts consist of one block only, so skip the windows that distinguish them.
  const pieces = piecesOf(problem, totals, mixes, table.posts);
  const short = mixes ? shortBlocks(isBorder, constraints[0]) : undefined;
  const lone = mixes ? loneItems(isBorder, { codes, ...constraints[0] }) : undefined;
  const reached: Reached = {
    total: 0,
    tail: 0,
    tailWithHead: 0,
    partTail: 0,
    branchTail: 0,
    partShown: 0,
    scrap: 0,
  };
  const ending: Ending = { ...NO_ENDING };

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
    const last = to === count - 1;
    const code = codes[to] ?? 0;
    ending.first = low;
    ending.to = to;
    ending.end = after[to] ?? 0;
    ending.linked = linkedFrom[to] ?? 0;
    if (short !== undefined) {
      if (isBorder(to - 1)) ending.block = to - 1;
      if (opens[codes[to - 1] ?? 0] === 1) {
        ending.part = to - 1;
        ending.pictured = picturedFrom[to - 1] ?? 0;
      }
      if (branches[codes[to - 1] ?? 0] === 1) ending.branch = to - 1;
      ending.shows = (picturedFrom[to] ?? 0) > ending.part;
      // Nothing follows the last post.
      const announces = codes[to + 1] === BREAK.leadIn;
      const isPlain = (picturedFrom[to] ?? 0) <= ending.block;
      const at = { code: last ? BREAK.forced : code, room: short[to] ?? 0, announces, isPlain };
      ending.lone = isPlain && lone?.[to] === 1 ? table.posts.loneItem.cost : 0;
      priceLook(at, { ending, reached }, table.posts, byCode);
    }
    let cheapest = Number.POSITIVE_INFINITY;
    let start = -1;
    for (const piece of pieces) {
      // In `tight`, no shorter post is cheaper once all its starts are reached with one more post.
      if (!mixes && (totals.same[ending.first] ?? 0) - cheapest > post / 2) break;
      piece.look(ending);
      if (piece.price < cheapest) {
        cheapest = piece.price;
        start = piece.start;
      }
      if (piece.high > ending.first) ending.first = piece.high;
    }
    const cut = last ? 0 : (costs[code] ?? 0) - (keeps?.[to] === 1 ? table.posts.kept.bonus : 0);
    reached.total = cheapest + post + cut;
    totals.reach(to, reached);
    from[to] = start;
  }

  const chosen: number[] = [];
  for (let at = count - 1; at > 0; at = from[at] ?? 0) chosen.push(at);
  return chosen.reverse();
}

const NO_ENDING: Ending = {
  first: 0,
  to: 0,
  end: 0,
  linked: 0,
  block: 0,
  part: 0,
  branch: 0,
  pictured: 0,
  shows: false,
  splits: false,
  mixed: 0,
  crossed: 0,
  alone: 0,
  lone: 0,
};

/** The places before what stands below an item's first words: nested items, and its comments. */
const BELOW_ITEM: ReadonlySet<number> = new Set([BREAK.freed, BREAK.outdent, BREAK.nested, BREAK.comment]);

/** The places between sentences and paragraphs of one part. */
const IN_PROSE: ReadonlySet<number> = new Set([
  BREAK.paragraph,
  BREAK.closing,
  BREAK.listed,
  BREAK.line,
  BREAK.sentence,
  BREAK.tied,
]);

/** A break where posts end: how far the blocks around it fit a post, whether a lead-in is next, whether its block has no picture. */
type EndingPlace = {
  readonly code: number;
  readonly room: number;
  readonly announces: boolean;
  readonly isPlain: boolean;
};

/** Sets what a break costs the post that ends there and the one that begins there, by what the posts hold besides. */
function priceLook(
  { code, room, announces, isPlain }: EndingPlace,
  { ending, reached }: { readonly ending: Ending; readonly reached: Reached },
  {
    tail,
    head,
    tailWithHead,
    partTail,
    branchTail,
    partRest,
    partHead,
    shown,
    stray,
    stub,
    alone,
    broken: half,
  }: PostCosts,
  { inner, within, broken, opens, strays: announcing }: CostTable,
): void {
  const splits = inner[code] === 1;
  const parts = within[code] === 1;
  const strays = announcing[code] === 1;
  const rest = broken[code] === 1 ? half.cost : 0;
  ending.splits = splits;
  ending.mixed = splits ? head.apart * room + rest : strays ? stray.cost : 0;
  ending.crossed = parts ? partHead.cost + rest : strays ? stray.apart : 0;
  ending.alone = strays ? alone.cost : isPlain && (IN_PROSE.has(code) || broken[code] === 1) ? stub.cost : 0;
  reached.scrap = broken[code] === 1 ? stub.cost : 0;
  const both = tailWithHead.cost + (tailWithHead.apart - tailWithHead.cost) * room;
  // A last sentence that announces what is below it belongs there, and is no tail.
  const tails = splits && !announces;
  reached.tail = tails ? tail.apart * room + rest : 0;
  reached.tailWithHead = tails ? both + rest : 0;
  reached.branchTail = BELOW_ITEM.has(code) ? branchTail.cost : reached.tail;
  const begins = (opens[code] === 1 && code !== BREAK.subsection) || code === BREAK.forced;
  reached.partTail = parts ? partTail.cost + rest : begins ? 0 : partRest.cost;
  reached.partShown = reached.partTail + (begins ? 0 : shown.cost);
}

/** Returns the linear pieces of a post's price over its length, longest posts first. */
function piecesOf(
  { count, constraints, linkedFrom, linkCost }: Problem,
  totals: Totals,
  mixes: boolean,
  posts: PostCosts,
): readonly Piece[] {
  const { short, scrap, pictured } = posts;
  const { before, limit } = constraints[0];
  const lines: readonly Line[] = [
    { floor: short.below * limit, slope: 0, base: 0, isShort: false, isScrap: false },
    {
      floor: scrap.below * limit,
      slope: short.slope / limit,
      base: short.slope * short.below,
      isShort: true,
      isScrap: false,
    },
    {
      floor: 0,
      slope: (short.slope + scrap.slope) / limit,
      base: short.slope * short.below + scrap.slope * scrap.below,
      isShort: true,
      isScrap: true,
    },
  ];
  const linked = (linkedFrom[count - 1] ?? 0) > 0;
  const shared = { before, totals, linkCost: linked ? linkCost : 0, pictureCost: pictured.cost, mixes };
  return lines.map((line) => new Piece(shared, line));
}
