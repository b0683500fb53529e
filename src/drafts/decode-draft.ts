import type { Finding } from './finding.ts';
import { findingAt } from './finding-codes.ts';
import { LARGEST_DRAFT } from './limits.ts';

/** The result of decoding a file's bytes. */
export type DecodedDraft =
  /** `note` reports a byte order mark that was removed. */
  { readonly text: string; readonly note?: Finding } | { readonly finding: Finding };

const START = { line: 1, column: 1 };

/**
 * Decodes a draft's file. UTF-8 only: another encoding, binary data, an empty or a very large file is a finding. A byte order
 * mark is removed, and noted.
 */
export function decodeDraft(bytes: Uint8Array): DecodedDraft {
  if (bytes.length > LARGEST_DRAFT) return { finding: tooLarge(bytes.length) };
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return { finding: findingAt('draft-utf16', START, 'the file is UTF-16; save it as UTF-8') };

  const nul = bytes.indexOf(0);
  if (nul !== -1)
    return {
      finding: findingAt(
        'draft-not-text',
        placeOf(bytes, nul),
        'the file contains a NUL byte, so it is binary data and not a draft; name a Markdown file',
      ),
    };
  const invalid = firstInvalidByte(bytes);
  if (invalid !== -1)
    return {
      finding: findingAt(
        'draft-not-text',
        placeOf(bytes, invalid),
        `the byte 0x${(bytes[invalid] ?? 0).toString(16)} is not UTF-8; save the file as UTF-8 (or name a text file)`,
      ),
    };

  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(marked ? bytes.subarray(3) : bytes);
  if (text.trim() === '') return { finding: findingAt('draft-empty', START, 'the draft is empty') };
  return marked ? { text, note: byteOrderMark() } : { text };
}

/** Makes the note about a byte order mark before the first line. */
export function byteOrderMark(): Finding {
  return findingAt(
    'byte-order-mark',
    START,
    'the file starts with a byte order mark, which UTF-8 does not need',
  );
}

/** Makes the finding for a draft of `size` bytes or UTF-16 units, above `LARGEST_DRAFT`. */
export function tooLarge(size: number): Finding {
  const megabytes = (size / 1024 / 1024).toFixed(1);
  const limit = LARGEST_DRAFT / 1024 / 1024;
  return findingAt('draft-too-large', START, `the draft is ${megabytes} MB, above ${limit} MB; split it`);
}

/** Returns line and column of a byte, from the text before it in its line. */
function placeOf(bytes: Uint8Array, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let at = 0; at < offset; at++) {
    if (bytes[at] !== 0x0a) continue;
    line += 1;
    start = at + 1;
  }
  return { line, column: new TextDecoder().decode(bytes.subarray(start, offset)).length + 1 };
}

/** Returns the index of the first byte that breaks UTF-8 (RFC 3629: no overlong forms, no surrogates), or -1. */
function firstInvalidByte(bytes: Uint8Array): number {
  const isTail = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length =
      lead >= 0xc2 && lead <= 0xdf
        ? 2
        : lead >= 0xe0 && lead <= 0xef
          ? 3
          : lead >= 0xf0 && lead <= 0xf4
            ? 4
            : 0;
    if (length === 0) return at;
    for (let tail = 1; tail < length; tail++) if (!isTail(bytes[at + tail])) return at;
    const second = bytes[at + 1] ?? 0;
    const overlong = (lead === 0xe0 && second < 0xa0) || (lead === 0xf0 && second < 0x90);
    const beyond = (lead === 0xed && second > 0x9f) || (lead === 0xf4 && second > 0x8f);
    if (overlong || beyond) return at;
    at += length;
  }
  return -1;
}
