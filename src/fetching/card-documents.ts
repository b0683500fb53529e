import { decodeBody } from './decode-body.ts';
import { FetchError } from './fetch-error.ts';
import { fetchBytes } from './fetch-text.ts';

/** A web document: its final address, its type, and its bytes. */
export type CardDocument = { readonly url: string; readonly mime: string; readonly bytes: Uint8Array };

const PAGE = { types: ['text/html', 'application/xhtml+xml'], maxBytes: 2 * 1024 * 1024 };
const IMAGE = { types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif'], maxBytes: 10 * 1024 * 1024 };

/** A card is not worth a long wait. */
const TIMEOUT_MS = 8_000;

/** How to read a page and its picture for a link card. */
export type CardReading = {
  readonly signal?: AbortSignal;
  /** Which hosts in private networks may be read: for testing. */
  readonly allowPrivate?: (host: string) => boolean;
};

async function read(
  url: string,
  wish: { readonly types: readonly string[]; readonly maxBytes: number },
  reading: CardReading,
): Promise<(CardDocument & { readonly contentType: string }) | undefined> {
  try {
    const found = await fetchBytes(url, { ...wish, ...reading, timeoutMs: TIMEOUT_MS });
    const mime = found.contentType.split(';', 1)[0]?.trim().toLowerCase() || (wish.types[0] ?? '');
    return { url: found.url, mime, bytes: found.bytes, contentType: found.contentType };
  } catch (error) {
    // A card that can't be made is dropped.
    if (error instanceof FetchError) return undefined;
    throw error;
  }
}

/** Makes the readers for the pages of link cards and their pictures; they return `undefined` on failure. */
export function cardDocuments(reading: CardReading): {
  readPage(url: string): Promise<CardDocument | undefined>;
  readImage(url: string): Promise<CardDocument | undefined>;
} {
  return {
    async readPage(url) {
      const page = await read(url, PAGE, reading);
      if (page === undefined) return undefined;
      // Convert it from any encoding to UTF-8.
      const bytes = new TextEncoder().encode(decodeBody(page.bytes, page.contentType));
      return { url: page.url, mime: page.mime, bytes };
    },
    async readImage(url) {
      const image = await read(url, IMAGE, reading);
      return image === undefined ? undefined : { url: image.url, mime: image.mime, bytes: image.bytes };
    },
  };
}
