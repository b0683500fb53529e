import { pointAt } from './code-point.ts';

declare const unit: unique symbol;

/** A string offset in UTF-16 code units, as in JavaScript. */
export type Utf16Offset = number & { readonly [unit]: 'utf16' };

/** An offset into a text's UTF-8 form, in bytes, as in Bluesky's facets. */
export type ByteOffset = number & { readonly [unit]: 'byte' };

/** Marks a number as counting UTF-16 code units. */
export function utf16Offset(value: number): Utf16Offset {
  return value as Utf16Offset;
}

/**
 * Converts an offset to UTF-8. A place inside a surrogate pair counts the whole pair; an unpaired surrogate counts 3 bytes,
 * like the replacement character sent for it. Linear in `offset`; for many offsets in one text use `utf8Totals` and
 * `byteOffsetIn`.
 *
 *     h é l l o      byteOffsetAt('héllo', 2) is 3
 *     0 1 3 4 5
 */
export function byteOffsetAt(text: string, offset: Utf16Offset): ByteOffset {
  let bytes = 0;
  for (let at = 0; at < offset && at < text.length; ) {
    const point = pointAt(text, at);
    bytes += utf8Size(point);
    at += point > 0xffff ? 2 : 1;
  }
  return bytes as ByteOffset;
}

/** Converts an offset in constant time, from the running totals of `utf8Totals`. */
export function byteOffsetIn(totals: Uint32Array, offset: Utf16Offset): ByteOffset {
  return (totals[Math.min(offset, totals.length - 1)] ?? 0) as ByteOffset;
}

/** Returns how many bytes a code point takes in UTF-8. */
export function utf8Size(point: number): 1 | 2 | 3 | 4 {
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
