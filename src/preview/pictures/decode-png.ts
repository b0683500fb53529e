import { inflateSync } from 'node:zlib';

/** Pixels of a picture, four bytes each (red, green, blue, alpha), row by row. */
export type Pixels = { readonly width: number; readonly height: number; readonly rgba: Uint8Array };

/** Bytes per pixel by PNG colour type; only those that cards use. */
const CHANNELS: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** Decodes a PNG that Threadmill drew: eight bits per channel, RGB or RGBA, not interlaced. @throws RangeError for any other */
export function decodePng(png: Uint8Array): Pixels {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const channels = CHANNELS[png[25] ?? -1];
  if (png[24] !== 8 || channels === undefined || png[28] !== 0)
    throw new RangeError('only PNGs of 8-bit RGB or RGBA are decoded here');
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= png.length; ) {
    const length = view.getUint32(at);
    if (view.getUint32(at + 4) === IDAT) parts.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const stride = width * channels;
  const raw = inflateSync(Buffer.concat(parts), { maxOutputLength: height * (stride + 1) });
  if (raw.length !== height * (stride + 1)) throw new RangeError('the PNG ends too soon');
  for (let row = 0; row < height; row += 1) unfilter(raw, row, stride, channels);
  const rgba = new Uint8Array(width * height * 4);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const from = Math.floor(pixel / width) * (stride + 1) + 1 + (pixel % width) * channels;
    for (let channel = 0; channel < 4; channel += 1)
      rgba[pixel * 4 + channel] = channel < channels ? (raw[from + channel] ?? 0) : 255;
  }
  return { width, height, rgba };
}

const IDAT = 0x49444154;

/** Reverses a row's filter in place (PNG specification, 9.2); the row above must already be done. */
function unfilter(raw: Uint8Array, row: number, stride: number, channels: number): void {
  const start = row * (stride + 1) + 1;
  const filter = raw[start - 1] ?? 0;
  if (filter === 0) return;
  for (let at = 0; at < stride; at += 1) {
    const left = at < channels ? 0 : (raw[start + at - channels] ?? 0);
    const up = row === 0 ? 0 : (raw[start + at - stride - 1] ?? 0);
    const corner = row === 0 || at < channels ? 0 : (raw[start + at - stride - 1 - channels] ?? 0);
    raw[start + at] = (raw[start + at] ?? 0) + predicted(filter, left, up, corner);
  }
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) throw new RangeError(`a PNG has no filter ${filter}`);
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
