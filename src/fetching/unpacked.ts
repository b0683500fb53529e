import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createInflate, createUnzip } from 'node:zlib';

const UNPACKERS = {
  gzip: createUnzip,
  'x-gzip': createUnzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** A response's body as it was before it was packed for the way, piece by piece: a small bomb unpacks only as far as it is read. */
export function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (!Object.hasOwn(UNPACKERS, encoding)) return response;
  const unpacker = UNPACKERS[encoding as keyof typeof UNPACKERS]();
  // Errors of either end reach whoever reads the unpacker, so that nothing is left to do here.
  return pipeline(response, unpacker, () => {});
}
