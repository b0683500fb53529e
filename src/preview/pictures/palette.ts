import type { Pixels } from './decode-png.ts';

/** Colours, and the colour's index for each pixel. */
export type Indexed = {
  readonly width: number;
  readonly height: number;
  readonly colours: readonly (readonly [number, number, number])[];
  readonly indexes: Uint8Array;
};

/** Bits per channel that are compared when merging colours. */
const BITS = 5;
const CELLS = 1 << (3 * BITS);

/** Pixels whose channels share their first bits. */
type Cell = {
  readonly key: number;
  readonly count: number;
  readonly mean: readonly [number, number, number];
};

/** Reduces a picture to at most `most` colours (2 to 256), by median cut. Semi-transparent pixels are put on white. */
export function toPalette({ width, height, rgba }: Pixels, most: number): Indexed {
  const sums = new Float64Array(CELLS * 4);
  const keys = new Uint16Array(width * height);
  for (let pixel = 0; pixel < keys.length; pixel += 1) {
    const opacity = (rgba[pixel * 4 + 3] ?? 0) / 255;
    let key = 0;
    const channels = [0, 1, 2].map((channel) =>
      Math.round((rgba[pixel * 4 + channel] ?? 0) * opacity + 255 * (1 - opacity)),
    );
    for (const value of channels) key = (key << BITS) | (value >> (8 - BITS));
    keys[pixel] = key;
    for (let channel = 0; channel < 3; channel += 1)
      sums[key * 4 + channel] = (sums[key * 4 + channel] ?? 0) + (channels[channel] ?? 0);
    sums[key * 4 + 3] = (sums[key * 4 + 3] ?? 0) + 1;
  }
  const cells: Cell[] = [];
  for (let key = 0; key < CELLS; key += 1) {
    const count = sums[key * 4 + 3] ?? 0;
    if (count === 0) continue;
    const mean = (channel: number): number => (sums[key * 4 + channel] ?? 0) / count;
    cells.push({ key, count, mean: [mean(0), mean(1), mean(2)] });
  }
  const boxes = medianCut(cells, most);
  const colourOf = new Uint8Array(CELLS);
  boxes.forEach((box, index) => {
    for (const { key } of box) colourOf[key] = index;
  });
  return {
    width,
    height,
    colours: boxes.map(meanOf),
    indexes: Uint8Array.from(keys, (key) => colourOf[key] ?? 0),
  };
}

/** Splits the widest box, weighted by its pixels, until there are enough. */
function medianCut(cells: readonly Cell[], most: number): (readonly Cell[])[] {
  const boxes: { readonly cells: readonly Cell[]; readonly channel: number; readonly spread: number }[] = [];
  const add = (members: readonly Cell[]): void => {
    boxes.push({ cells: members, ...widest(members) });
  };
  add(cells);
  while (boxes.length < most) {
    const at = boxes.reduce(
      (best, { spread }, index) => (spread > (boxes[best]?.spread ?? 0) ? index : best),
      0,
    );
    const box = boxes[at];
    if (box === undefined || box.spread === 0) break;
    const sorted = [...box.cells].sort((a, b) => (a.mean[box.channel] ?? 0) - (b.mean[box.channel] ?? 0));
    const half = sorted.reduce((sum, { count }) => sum + count, 0) / 2;
    let taken = 0;
    let cut = 0;
    while (cut < sorted.length - 1 && (cut === 0 || taken + (sorted[cut]?.count ?? 0) <= half))
      taken += sorted[cut++]?.count ?? 0;
    boxes.splice(at, 1);
    add(sorted.slice(0, cut));
    add(sorted.slice(cut));
  }
  return boxes.map(({ cells: members }) => members);
}

function widest(cells: readonly Cell[]): { channel: number; spread: number } {
  let [channel, spread] = [0, 0];
  const pixels = cells.reduce((sum, { count }) => sum + count, 0);
  for (let one = 0; one < 3; one += 1) {
    let [low, high] = [255, 0];
    for (const { mean } of cells) {
      low = Math.min(low, mean[one] ?? 0);
      high = Math.max(high, mean[one] ?? 0);
    }
    // A few pixels of a rare colour (a highlighted word) count less than many, but still count.
    const weighted = cells.length < 2 ? 0 : (high - low) * Math.cbrt(pixels);
    if (weighted > spread) [channel, spread] = [one, weighted];
  }
  return { channel, spread };
}

function meanOf(cells: readonly Cell[]): readonly [number, number, number] {
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const mean = (channel: number): number =>
    Math.round(
      cells.reduce((sum, cell) => sum + (cell.mean[channel] ?? 0) * cell.count, 0) / Math.max(1, total),
    );
  return [mean(0), mean(1), mean(2)];
}
