import type { CutStyle } from '../drafts/settings.ts';
import { BREAK, type BreakName } from '../text/break-list.ts';
import { COSTS, type Costs, type CutCost, type PostCosts, TIGHT_POST } from './cut-costs.ts';
import { type Line, Piece } from './post-price.ts';
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
  /** The additional cost of a post with a link, in posts. */
  readonly linkCost: number;
  /** For each break, 1 if the thread was cut there before. */
  readonly keeps?: Uint8Array;
};

/**
 * Makes tables by code: the cost of a cut, whether it splits a block's own text, whether it splits that or anything else that
 * belongs together, whether it splits a sentence, and whether it separates two blocks.
 */
function costTable({ cuts, posts }: Costs): {
  readonly costs: Float64Array;
  readonly inner: Uint8Array;
  readonly within: Uint8Array;
  readonly broken: Uint8Array;
  readonly border: Uint8Array;
  readonly opens: Uint8Array;
} {
  const names = Object.entries(BREAK) as [BreakName, number][];
  const costs = new Float64Array(names.length);
  const inner = new Uint8Array(names.length);
  const within = new Uint8Array(names.length);
  const broken = new Uint8Array(names.length);
  const border = new Uint8Array(names.length);
  const opens = new Uint8Array(names.length);
  for (const [name, code] of names) {
    const row: CutCost = cuts[name];
    costs[code] = row.cost;
    inner[code] = row.inner === true ? 1 : 0;
    within[code] = row.inner === true || row.within === true ? 1 : 0;
    broken[code] = code >= BREAK.clause ? 1 : 0;
    border[code] = row.inner === true || row.binds === true ? 0 : 1;
    opens[code] = row.opens === true ? 1 : 0;
  }
  costs[BREAK.card] = cuts.card.cost - posts.card.bonus;
  costs[BREAK.cardPart] = cuts.cardPart.cost - posts.card.bonus;
  return { costs, inner, within, broken, border, opens };
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
  const { count, codes, constraints, linkedFrom, keeps } = problem;
  const { before, after } = constraints[0];
  const post = style === 'tight' ? TIGHT_POST : 1;
  const { costs, inner, within, broken, border, opens } = costTable(table);
  const from = new Int32Array(count);
  const totals = new Float64Array(count);
  const lows = new Int32Array(constraints.length);
  let low = 0;
  /** The last break before `to` at which a block begins: a post that starts there or later is within one block. */
  let block = 0;
  /** The last break before `to` at which a new part begins. */
  let part = 0;
  const isBorder = (at: number): boolean => border[codes[at] ?? 0] === 1;
  const { tail, head, tailWithHead, partTail, partRest, partHead, stray, alone, broken: half } = table.posts;
  // In `tight`, few posts consist of one block only, so skip the windows that distinguish them.
  const mixes = style === 'tidy';
  const pieces = piecesOf(problem, mixes, table.posts);
  const short = mixes ? shortBlocks(isBorder, constraints[0]) : undefined;
  const beginning = { total: 0, before: before[0] ?? 0, tail: 0, tailWithHead: 0, partTail: 0 };
  for (const piece of pieces) piece.reach(0, beginning);

  for (let to = 1; to < count; to += 1) {
    if (to > 1 && codes[to - 1] === BREAK.forced) low = to - 1;
    if (isBorder(to - 1)) block = to - 1;
    if (opens[codes[to - 1] ?? 0] === 1) part = to - 1;
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
    const last = to === count - 1;
    const code = codes[to] ?? 0;
    const parts = !last && inner[code] === 1;
    const breaks = !last && within[code] === 1;
    const room = short?.[to] ?? 0;
    const both = tailWithHead.cost + (tailWithHead.apart - tailWithHead.cost) * room;
    const rest = broken[code] === 1 ? half.cost : 0;
    const strays = !last && code === BREAK.leadIn;
    const ending = {
      first: low,
      to,
      end,
      linked: linkedFrom[to] ?? 0,
      block,
      part,
      splits: parts,
      mixed: parts ? head.apart * room + rest : strays ? stray.cost : 0,
      crossed: breaks ? partHead.cost : strays ? stray.apart : 0,
      alone: strays && mixes ? alone.cost : 0,
    };
    let cheapest = Number.POSITIVE_INFINITY;
    let start = -1;
    for (const piece of pieces) {
      // In `tight`, no shorter post is cheaper once all its starts are reached with one more post.
      if (!mixes && (totals[ending.first] ?? 0) - cheapest > post / 2) break;
      piece.look(ending, before);
      if (piece.price < cheapest) {
        cheapest = piece.price;
        start = piece.start;
      }
      if (piece.high > ending.first) ending.first = piece.high;
    }
    const cut = last ? 0 : (costs[code] ?? 0) - (keeps?.[to] === 1 ? table.posts.kept.bonus : 0);
    const reached = {
      total: cheapest + post + cut,
      before: before[to] ?? 0,
      tail: parts ? tail.apart * room + rest : 0,
      tailWithHead: parts ? both + rest : 0,
      partTail: breaks ? partTail.cost : opens[code] === 1 || code === BREAK.forced ? 0 : partRest.cost,
    };
    totals[to] = reached.total;
    for (const piece of pieces) piece.reach(to, reached);
    from[to] = start;
  }

  const chosen: number[] = [];
  for (let at = count - 1; at > 0; at = from[at] ?? 0) chosen.push(at);
  return chosen.reverse();
}

/** Returns the linear pieces of a post's price over its length, longest posts first. */
function piecesOf(
  { count, constraints, linkedFrom, linkCost }: Problem,
  mixes: boolean,
  posts: PostCosts,
): readonly Piece[] {
  const { short, scrap } = posts;
  const { limit } = constraints[0];
  const lines: readonly Line[] = [
    { floor: short.below * limit, slope: 0, base: 0, isScrap: false },
    {
      floor: scrap.below * limit,
      slope: short.slope / limit,
      base: short.slope * short.below,
      isScrap: false,
    },
    {
      floor: 0,
      slope: (short.slope + scrap.slope) / limit,
      base: short.slope * short.below + scrap.slope * scrap.below,
      isScrap: true,
    },
  ];
  const linked = (linkedFrom[count - 1] ?? 0) > 0;
  return lines.map((line) => new Piece(count, linked ? linkCost : 0, mixes, line));
}
