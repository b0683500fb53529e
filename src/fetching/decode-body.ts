/** How many bytes to scan for a `<meta charset>`, as browsers do. */
const HEAD_BYTES = 1024;

/**
 * Decodes a document by its byte order mark, its content type or its own `<meta charset>`; UTF-8 if none names a known
 * encoding. If the bytes are invalid in the content type's encoding, the document's own declaration wins, because servers are
 * configured once for all files.
 */
export function decodeBody(bytes: Uint8Array, contentType: string): string {
  const own = ownWord(bytes);
  const said = byteOrder(bytes) ?? charsetIn(contentType);
  if (said === undefined || own === undefined) return decoderFor(said ?? own).decode(bytes);
  try {
    return decoderFor(said, { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return decoderFor(byteOrder(bytes) ?? own).decode(bytes);
  }
}

function byteOrder(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

function charsetIn(text: string): string | undefined {
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(text)?.[1]?.toLowerCase();
}

/** Returns the encoding in a document's first bytes. A UTF-16 declaration that is readable byte by byte must be wrong. */
function ownWord(bytes: Uint8Array): string | undefined {
  const name = charsetIn(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)));
  return name?.startsWith('utf-16') === true ? undefined : name;
}

function decoderFor(name: string | undefined, options: { fatal?: boolean } = {}): TextDecoder {
  try {
    return new TextDecoder(name ?? 'utf-8', options);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new TextDecoder('utf-8', options);
  }
}
