import { mediaType, TYPE_BYTES } from './media-type.ts';

/** The facts in a video's container. Unknown numbers are 0. */
export type VideoFacts = {
  readonly mime: string;
  /** In pixels, as shown. */
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
  readonly framesPerSecond: number;
  readonly hasLocation: boolean;
  /** Whether the file is complete. */
  readonly isWhole: boolean;
};

/** Reads bytes of a file; fewer at its end. */
export type ReadAt = (at: number, length: number) => Promise<Uint8Array>;

/** A box of an ISO media file (ISO/IEC 14496-12, 4.2): its start, its type, and the range of its content. */
export type Box = {
  readonly start: number;
  readonly type: string;
  readonly from: number;
  readonly to: number;
};

/** The most top-level boxes that are read: a fragmented video has two per second. */
const MOST_BOXES = 100_000;
/** The largest index that is read; that of an hour takes a megabyte. */
const LARGEST_INDEX = 64_000_000;

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const typeAt = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));

/** Reads a box's header: its type, where its content starts, and where it ends; undefined if it is not a box. */
function headerOf(head: Uint8Array, start: number, limit: number): Box | undefined {
  if (head.length < 8) return undefined;
  const view = viewOf(head);
  const type = typeAt(head, 4);
  let [size, from] = [view.getUint32(0), start + 8];
  if (size === 1) {
    if (head.length < 16) return undefined;
    size = Number(view.getBigUint64(8));
    from = start + 16;
  } else if (size === 0) size = limit - start;
  return start + size < from ? undefined : { start, type, from, to: start + size };
}

/** Yields the boxes in a range of bytes, in order; stops at one that does not fit. */
export function* boxesIn(bytes: Uint8Array, from = 0, to = bytes.length): Generator<Box> {
  for (let at = from; at + 8 <= to; ) {
    const box = headerOf(bytes.subarray(at, at + 16), at, to);
    if (box === undefined || box.to > to) return;
    yield box;
    at = box.to;
  }
}

/** Finds the index of a video (`moov`), and whether the file is as long as announced. */
async function findIndex(size: number, read: ReadAt): Promise<{ index?: Box; isWhole: boolean }> {
  let index: Box | undefined;
  let hasData = false;
  let at = 0;
  for (let count = 0; at < size && count < MOST_BOXES; count += 1) {
    const box = headerOf(await read(at, 16), at, size);
    if (box === undefined || box.to > size) break;
    if (box.type === 'moov') index ??= box;
    if (box.type === 'mdat') hasData = true;
    at = box.to;
  }
  // Some programs append a few bytes after the last box.
  const isWhole = index !== undefined && hasData && size - at < 8;
  return index === undefined ? { isWhole } : { index, isWhole };
}

/**
 * Reads the facts about a video: from the index of MP4 and QuickTime files; of WebM only the type. Undefined if it is not a
 * video. Reads no more of the file than that.
 */
export async function videoFacts(size: number, read: ReadAt): Promise<VideoFacts | undefined> {
  const mime = mediaType(await read(0, TYPE_BYTES));
  if (mime === undefined || !mime.startsWith('video/')) return undefined;
  const unknown = { mime, width: 0, height: 0, seconds: 0, framesPerSecond: 0, hasLocation: false };
  if (mime === 'video/webm') return { ...unknown, isWhole: size > 64 };
  const { index, isWhole } = await findIndex(size, read);
  if (index === undefined || index.to - index.from > LARGEST_INDEX) return { ...unknown, isWhole };
  const moov = await read(index.from, index.to - index.from);
  return { ...unknown, ...indexFacts(moov), isWhole };
}

type IndexFacts = Pick<VideoFacts, 'width' | 'height' | 'seconds' | 'framesPerSecond' | 'hasLocation'>;

function indexFacts(moov: Uint8Array): IndexFacts {
  let seconds = 0;
  let picture = { width: 0, height: 0, framesPerSecond: 0 };
  for (const { type, from, to } of boxesIn(moov)) {
    if (type === 'mvhd') seconds = secondsIn(moov.subarray(from, to));
    else if (type === 'trak' && picture.width === 0) picture = trackFacts(moov.subarray(from, to)) ?? picture;
  }
  return { ...picture, seconds: Math.max(seconds, fragmentSeconds(moov)), hasLocation: hasPlace(moov) };
}

/** Returns the duration of a `mvhd` or `mdhd` box, in seconds; all ones mean unknown. */
function secondsIn(header: Uint8Array): number {
  const isLong = header[0] === 1;
  if (header.length < (isLong ? 32 : 20)) return 0;
  const view = viewOf(header);
  const scale = view.getUint32(isLong ? 20 : 12);
  const duration = isLong ? Number(view.getBigUint64(24)) : view.getUint32(16);
  const isKnown = scale > 0 && duration < (isLong ? 2 ** 63 : 0xffff_ffff);
  return isKnown ? duration / scale : 0;
}

/** Returns the duration of a fragmented video, whose `mvhd` does not contain it. */
function fragmentSeconds(moov: Uint8Array): number {
  const scaleBox = pathIn(moov, ['mvhd']);
  const extent = pathIn(moov, ['mvex', 'mehd']);
  if (scaleBox === undefined || extent === undefined || scaleBox.length < 24) return 0;
  const scale = viewOf(scaleBox).getUint32(scaleBox[0] === 1 ? 20 : 12);
  const isLong = extent[0] === 1;
  if (scale === 0 || extent.length < (isLong ? 12 : 8)) return 0;
  return (isLong ? Number(viewOf(extent).getBigUint64(4)) : viewOf(extent).getUint32(4)) / scale;
}

/** Returns the content of a box by the types on its path. */
function pathIn(bytes: Uint8Array, path: readonly string[]): Uint8Array | undefined {
  const [next, ...rest] = path;
  if (next === undefined) return bytes;
  for (const { type, from, to } of boxesIn(bytes))
    if (type === next) return pathIn(bytes.subarray(from, to), rest);
  return undefined;
}

/** Returns the size and frame rate of a video track; undefined for sound and others. */
function trackFacts(
  trak: Uint8Array,
): { width: number; height: number; framesPerSecond: number } | undefined {
  const handler = pathIn(trak, ['mdia', 'hdlr']);
  const header = pathIn(trak, ['tkhd']);
  if (handler === undefined || header === undefined || typeAt(handler, 8) !== 'vide') return undefined;
  const at = header[0] === 1 ? 52 : 40;
  if (header.length < at + 44) return undefined;
  const view = viewOf(header);
  // Rotation by the matrix: a quarter turn has 0 in its first place (ISO/IEC 14496-12, 8.3.2).
  const isTurned = view.getInt32(at) === 0 && view.getInt32(at + 4) !== 0;
  const [width, height] = [view.getUint32(at + 36) >>> 16, view.getUint32(at + 40) >>> 16];
  const framesPerSecond = pace(trak);
  return isTurned ? { width: height, height: width, framesPerSecond } : { width, height, framesPerSecond };
}

function pace(trak: Uint8Array): number {
  const header = pathIn(trak, ['mdia', 'mdhd']);
  const times = pathIn(trak, ['mdia', 'minf', 'stbl', 'stts']);
  const seconds = header === undefined ? 0 : secondsIn(header);
  if (times === undefined || seconds === 0 || times.length < 8) return 0;
  const view = viewOf(times);
  const entries = Math.min(view.getUint32(4), Math.floor((times.length - 8) / 8));
  let frames = 0;
  for (let entry = 0; entry < entries; entry += 1) frames += view.getUint32(8 + entry * 8);
  return frames / seconds;
}

/** Types of boxes with cameras' metadata. */
const NOTES: ReadonlySet<string> = new Set(['udta', 'meta']);
/** Keys of locations: QuickTime's and 3GPP's user data, Apple's keys. */
const PLACE = /\xa9xyz|loci|com\.apple\.quicktime\.location/;

/** Yields the metadata boxes of an index: those of the whole video, and those of each track. */
export function* noteBoxes(moov: Uint8Array): Generator<Box> {
  for (const box of boxesIn(moov)) {
    if (NOTES.has(box.type)) yield box;
    if (box.type !== 'trak') continue;
    for (const inner of boxesIn(moov, box.from, box.to)) if (NOTES.has(inner.type)) yield inner;
  }
}

function hasPlace(moov: Uint8Array): boolean {
  for (const { from, to } of noteBoxes(moov))
    if (PLACE.test(Buffer.from(moov.subarray(from, to)).toString('latin1'))) return true;
  return false;
}
