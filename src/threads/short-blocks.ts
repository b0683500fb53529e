/** How many blocks before and after one count as its surroundings. */
const REACH = 160;

/** Up to the first share of blocks longer than a post, the shorter ones decide; from the second share on, they don't. */
const FEW_LONG = 0.43;
const MANY_LONG = 0.48;

/** How many short blocks are added to each count: in a draft of few paragraphs, one more post costs its readers little. */
const FEW_BLOCKS = 20;

/** Below twice the reach, a draft gets one more such block for each so many that it lacks: its readers see all of the thread. */
const LACKING = 8;

/** Lengths at each break, up to it and from it on, and that of the longest post. */
type PostLengths = {
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly limit: number;
};

/**
 * For each break, how far the text around it consists of blocks that fit a post: 1 where most do, 0 where about half
 * are longer, and in between a straight line, so that a small edit changes little.
 *
 *     share of long blocks   0 ···· 0.43 ·· 0.48 ··· 1
 *     result                 1        1 \ 0           0
 *
 * A block is what lies between two borders: a paragraph, an item, a heading with what it heads. Linear.
 */
export function shortBlocks(
  isBorder: (at: number) => boolean,
  { before, after, limit }: PostLengths,
): Float64Array {
  const count = before.length;
  const borders = [0];
  for (let at = 1; at < count - 1; at += 1) if (isBorder(at)) borders.push(at);
  borders.push(count - 1);
  /** Counts the blocks so far that are longer than a post. */
  const long = new Int32Array(borders.length);
  for (let block = 1; block < borders.length; block += 1) {
    const length = (after[borders[block] ?? 0] ?? 0) - (before[borders[block - 1] ?? 0] ?? 0);
    long[block] = (long[block - 1] ?? 0) + (length > limit ? 1 : 0);
  }
  const added = FEW_BLOCKS + Math.max(0, 2 * REACH - (borders.length - 1)) / LACKING;
  const shares = new Float64Array(count);
  for (let block = 1; block < borders.length; block += 1) {
    const first = Math.max(0, block - 1 - REACH);
    const last = Math.min(borders.length - 1, block + REACH);
    const share = ((long[last] ?? 0) - (long[first] ?? 0)) / (last - first + added);
    const short = Math.min(1, Math.max(0, (MANY_LONG - share) / (MANY_LONG - FEW_LONG)));
    shares.fill(short, borders[block - 1], borders[block]);
  }
  return shares;
}
