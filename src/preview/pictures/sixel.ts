import type { Pixels } from './decode-png.ts';
import { type Indexed, toPalette } from './palette.ts';

/** The number of colours that every sixel terminal supports; the last index is the terminal's background. */
const MOST_COLOURS = 255;

/** Encodes a picture as sixel data (DEC STD 070, chapter 9): bands of six rows, each colour of a band written over the last. */
export function sixel(pixels: Pixels): string {
  const indexed = toPalette(pixels, MOST_COLOURS);
  const { width, height, colours } = indexed;
  const percent = (value: number): number => Math.round((value * 100) / 255);
  const palette = colours.map((rgb, index) => `#${index};2;${rgb.map(percent).join(';')}`).join('');
  const bands: string[] = [];
  for (let top = 0; top < height; top += 6) bands.push(band(indexed, top));
  return `\u001bP0;1;0q"1;1;${width};${height}${palette}${bands.join('-')}\u001b\\`;
}

/** Encodes six rows from `top`: for each of their colours a line of sixels, with `$` to return to the start. */
function band({ width, height, indexes }: Indexed, top: number): string {
  const rows = new Map<number, Uint8Array>();
  const bottom = Math.min(6, height - top);
  for (let row = 0; row < bottom; row += 1)
    for (let x = 0; x < width; x += 1) {
      const colour = indexes[(top + row) * width + x] ?? 0;
      const bits = rows.get(colour) ?? new Uint8Array(width);
      rows.set(colour, bits);
      bits[x] = (bits[x] ?? 0) | (1 << row);
    }
  return [...rows].map(([colour, bits]) => `#${colour}${runs(bits)}`).join('$');
}

/** Encodes the sixels of one colour, with repeats as `!COUNT`; drops trailing blanks. */
function runs(bits: Uint8Array): string {
  let end = bits.length;
  while (end > 0 && bits[end - 1] === 0) end -= 1;
  let out = '';
  for (let at = 0; at < end; ) {
    let next = at + 1;
    while (next < end && bits[next] === bits[at]) next += 1;
    const sign = String.fromCharCode(63 + (bits[at] ?? 0));
    out += next - at > 3 ? `!${next - at}${sign}` : sign.repeat(next - at);
    at = next;
  }
  return out;
}
