/** How far into a document its own word on its encoding is looked for, as browsers do. */
const HEAD_BYTES = 1024;

/**
 * A document's text by the encoding that its byte order mark, its content type or its own first lines name; UTF-8
 * where none does, or where the name is unknown.
 */
export function decodeBody(bytes: Uint8Array, contentType: string): string {
  const named =
    byteOrder(bytes) ??
    charsetIn(contentType) ??
    charsetIn(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)));
  return decoderFor(named).decode(bytes);
}

function byteOrder(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

function charsetIn(text: string): string | undefined {
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(text)?.[1]?.toLowerCase();
}

function decoderFor(name: string | undefined): TextDecoder {
  try {
    return new TextDecoder(name ?? 'utf-8');
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new TextDecoder('utf-8');
  }
}
