/** How far into a document its own word on its encoding is looked for, as browsers do. */
const HEAD_BYTES = 1024;

/**
 * A document's text by the encoding that its byte order mark, its content type or its own first lines name; UTF-8
 * where none does, or where the name is unknown. Where the content type names one that the bytes can't be in, the
 * document's own word holds: servers are set up once for everything, documents know themselves.
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

/** What a document's first lines say; whoever can read in them byte by byte that it is UTF-16 knows that it is not. */
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
