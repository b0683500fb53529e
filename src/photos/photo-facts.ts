import { imageSize } from 'image-size';
import { mediaType } from './media-type.ts';

/** The facts about a picture that its bytes contain, without decoding it. */
export type PhotoFacts = {
  readonly mime: string;
  /** In pixels, as stored; 0 if unknown. */
  readonly width: number;
  readonly height: number;
  /** EXIF's orientation, 1 to 8; 1 is upright. */
  readonly orientation: number;
  /** Whether it has camera metadata, and a location in it. */
  readonly hasMetadata: boolean;
  readonly hasLocation: boolean;
  /** More than 1 if it is animated. */
  readonly frames: number;
  /** Whether the file is complete. */
  readonly isWhole: boolean;
};

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Reads the facts in a picture's bytes; undefined if it is not a picture. */
export function photoFacts(bytes: Uint8Array): PhotoFacts | undefined {
  const mime = mediaType(bytes);
  if (mime === undefined || !mime.startsWith('image/')) return undefined;
  const exif = exifOf(bytes, mime);
  const xmp = xmpOf(bytes, mime);
  return {
    mime,
    ...sizeOf(bytes),
    orientation: exif?.orientation ?? 1,
    hasMetadata: exif !== undefined || xmp !== '' || hasComments(bytes, mime),
    hasLocation: exif?.hasLocation === true || /GPSLatitude|GPSLongitude/.test(xmp),
    frames: mime === 'image/gif' ? gifFrames(bytes) : isMovingWebp(bytes, mime) ? 2 : 1,
    isWhole: isWhole(bytes, mime),
  };
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } {
  try {
    const { width, height } = imageSize(bytes);
    return { width, height };
  } catch (error) {
    // The library throws on truncated data.
    if (error instanceof TypeError || error instanceof RangeError) return { width: 0, height: 0 };
    throw error;
  }
}

function isWhole(bytes: Uint8Array, mime: string): boolean {
  switch (mime) {
    case 'image/png':
      return bytes.length > 57 && ascii(bytes, bytes.length - 8, bytes.length - 4) === 'IEND'
        ? true
        : hasPngEnd(bytes);
    case 'image/jpeg':
      return jpegEnd(bytes);
    case 'image/gif':
      return bytes.length > 13 && bytes.subarray(-16).includes(0x3b);
    case 'image/webp':
      return bytes.length >= new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8;
    default:
      return bytes.length > 64;
  }
}

/** Some programs append bytes after the last chunk. */
function hasPngEnd(bytes: Uint8Array): boolean {
  for (const { type } of pngChunks(bytes)) if (type === 'IEND') return true;
  return false;
}

function jpegEnd(bytes: Uint8Array): boolean {
  if (bytes.length < 125) return false;
  for (let at = bytes.length - 2; at > 2; at -= 1)
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  return false;
}

/** A chunk of a PNG: its type, and the range of its data. */
export type Chunk = {
  readonly type: string;
  readonly start: number;
  readonly from: number;
  readonly to: number;
};

/** Yields the complete chunks of a PNG, in order. */
export function* pngChunks(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 12 + length;
    if (end > bytes.length) return;
    yield { type: ascii(bytes, at + 4, at + 8), start: at, from: at + 8, to: at + 8 + length };
    at = end;
  }
}

/** Yields the segments of a JPEG before its picture: `type` is the marker's second byte. */
export function* jpegSegments(
  bytes: Uint8Array,
): Generator<{ readonly type: number; readonly start: number; readonly from: number; readonly to: number }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff; ) {
    const type = bytes[at + 1] ?? 0;
    if (type === 0xda) return;
    const length = view.getUint16(at + 2);
    const to = at + 2 + length;
    if (length < 2 || to > bytes.length) return;
    yield { type, start: at, from: at + 4, to };
    at = to;
  }
}

function* webpChunks(bytes: Uint8Array): Generator<Chunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true);
    yield {
      type: ascii(bytes, at, at + 4),
      start: at,
      from: at + 8,
      to: Math.min(bytes.length, at + 8 + length),
    };
    at += 8 + length + (length % 2);
  }
}

type Exif = { readonly orientation: number; readonly hasLocation: boolean };

function exifOf(bytes: Uint8Array, mime: string): Exif | undefined {
  if (mime === 'image/jpeg') {
    for (const { type, from, to } of jpegSegments(bytes))
      if (type === 0xe1 && ascii(bytes, from, from + 6) === 'Exif\0\0')
        return readExif(bytes.subarray(from + 6, to));
  } else if (mime === 'image/png') {
    for (const { type, from, to } of pngChunks(bytes))
      if (type === 'eXIf') return readExif(bytes.subarray(from, to));
  } else if (mime === 'image/webp') {
    for (const { type, from, to } of webpChunks(bytes))
      if (type === 'EXIF') {
        const prefix = ascii(bytes, from, from + 6) === 'Exif\0\0' ? 6 : 0;
        return readExif(bytes.subarray(from + prefix, to));
      }
  }
  return undefined;
}

const ORIENTATION = 0x0112;
const GPS = 0x8825;

/** Reads the first directory of a TIFF structure (EXIF 2.32, 4.6.2). */
function readExif(tiff: Uint8Array): Exif {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  if (tiff.length < 14) return { orientation: 1, hasLocation: false };
  const little = ascii(tiff, 0, 2) === 'II';
  let orientation = 1;
  let hasLocation = false;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return { orientation, hasLocation };
  const count = view.getUint16(directory, little);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) break;
    const tag = view.getUint16(at, little);
    if (tag === ORIENTATION) orientation = view.getUint16(at + 8, little);
    if (tag === GPS) hasLocation = true;
  }
  return { orientation: orientation >= 1 && orientation <= 8 ? orientation : 1, hasLocation };
}

function xmpOf(bytes: Uint8Array, mime: string): string {
  const text = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to));
  if (mime === 'image/jpeg') {
    for (const { type, from, to } of jpegSegments(bytes))
      if (type === 0xe1 && ascii(bytes, from, from + 4) === 'http') return text(from, to);
  } else if (mime === 'image/webp') {
    for (const { type, from, to } of webpChunks(bytes)) if (type === 'XMP ') return text(from, to);
  } else if (mime === 'image/png') {
    for (const { type, from, to } of pngChunks(bytes))
      if (type === 'iTXt' && ascii(bytes, from, from + 17) === 'XML:com.adobe.xmp') return text(from, to);
  }
  return '';
}

/** Whether there is metadata other than EXIF: comments, Photoshop's data, texts. */
function hasComments(bytes: Uint8Array, mime: string): boolean {
  if (mime === 'image/jpeg') {
    for (const { type } of jpegSegments(bytes)) if (type === 0xed || type === 0xfe) return true;
  } else if (mime === 'image/png')
    for (const { type } of pngChunks(bytes)) if (/^(?:tEXt|zTXt|iTXt)$/.test(type)) return true;
  return false;
}

function isMovingWebp(bytes: Uint8Array, mime: string): boolean {
  if (mime !== 'image/webp') return false;
  for (const { type } of webpChunks(bytes)) if (type === 'ANIM') return true;
  return false;
}

/** Walks the blocks of a GIF (GIF89a specification) and counts its frames. */
function gifFrames(bytes: Uint8Array): number {
  const flags = bytes[10] ?? 0;
  let at = 13 + ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let frames = 0;
  const skipBlocks = (): void => {
    for (let size = bytes[at] ?? 0; size !== 0 && at < bytes.length; size = bytes[at] ?? 0) at += size + 1;
    at += 1;
  };
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x2c) {
      frames += 1;
      const local = bytes[at + 9] ?? 0;
      at += 10 + ((local & 0x80) === 0 ? 0 : 3 * 2 ** ((local & 7) + 1)) + 1;
      skipBlocks();
    } else if (kind === 0x21) {
      at += 2;
      skipBlocks();
    } else break;
  }
  return Math.max(1, frames);
}
