/** What a made-up video says of itself. */
export type VideoWish = {
  readonly brand?: string;
  readonly seconds?: number;
  readonly width?: number;
  readonly height?: number;
  readonly frames?: number;
  /** Stored on its side. */
  readonly isTurned?: boolean;
  /** ISO 6709, as phones note it. */
  readonly place?: string;
  /** `moov` stands behind the data, as cameras write it. */
  readonly isIndexLast?: boolean;
  /** Duration and sizes in 64 bits. */
  readonly isLong?: boolean;
  readonly dataBytes?: number;
};

const u32 = (...values: number[]): Buffer => {
  const buffer = Buffer.alloc(values.length * 4);
  values.forEach((value, at) => void buffer.writeUInt32BE(value >>> 0, at * 4));
  return buffer;
};
const u64 = (value: number): Buffer => {
  const buffer = Buffer.alloc(8);
  buffer.writeBigUInt64BE(BigInt(Math.round(value)));
  return buffer;
};

const box = (type: string, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  return Buffer.concat([u32(content.length + 8), Buffer.from(type, 'latin1'), content]);
};
const longBox = (type: string, content: Uint8Array): Buffer =>
  Buffer.concat([u32(1), Buffer.from(type, 'latin1'), u64(content.length + 16), content]);

const SCALE = 600;

/** A video in boxes, as cameras and programs write them, with data that nobody can play. */
export function makeVideo(wish: VideoWish = {}): Uint8Array {
  const {
    brand = 'isom',
    seconds = 12,
    width = 640,
    height = 360,
    frames = seconds * 30,
    isLong = false,
  } = wish;
  const time = (length: number): Buffer =>
    isLong
      ? Buffer.concat([u32(0x0100_0000), u64(0), u64(0), u32(SCALE), u64(length * SCALE)])
      : u32(0, 0, 0, SCALE, length * SCALE);
  const one = 0x1_0000;
  const matrix =
    wish.isTurned === true
      ? u32(0, one, 0, -one, 0, 0, 0, 0, 0x4000_0000)
      : u32(one, 0, 0, 0, one, 0, 0, 0, 0x4000_0000);
  const tkhd = box(
    'tkhd',
    isLong
      ? Buffer.concat([u32(0x0100_0003), u64(0), u64(0), u32(1, 0), u64(seconds * SCALE)])
      : u32(3, 0, 0, 1, 0, seconds * SCALE),
    u32(0, 0, 0, 0),
    matrix,
    u32(width * one, height * one),
  );
  const handler = (type: string): Buffer => box('hdlr', u32(0, 0), Buffer.from(type), u32(0, 0, 0));
  const table = box(
    'stbl',
    box('stts', u32(0, 1, frames, Math.round((seconds * SCALE) / Math.max(1, frames)))),
  );
  const sound = box(
    'trak',
    box('tkhd', u32(3, 0, 0, 2, 0, seconds * SCALE), Buffer.alloc(60)),
    box('mdia', handler('soun')),
  );
  const picture = box(
    'trak',
    tkhd,
    box('mdia', box('mdhd', time(seconds), u32(0)), handler('vide'), box('minf', table)),
  );
  const notes = wish.place === undefined ? [] : [box('udta', box('\xa9xyz', Buffer.from(wish.place)))];
  const moov = box('moov', box('mvhd', time(seconds), Buffer.alloc(76)), sound, picture, ...notes);
  const data = Buffer.alloc(wish.dataBytes ?? 2_000, 7);
  const mdat = isLong ? longBox('mdat', data) : box('mdat', data);
  const ftyp = box('ftyp', Buffer.from(brand), u32(512), Buffer.from('isomiso2'));
  return Uint8Array.from(Buffer.concat(wish.isIndexLast === true ? [ftyp, mdat, moov] : [ftyp, moov, mdat]));
}
