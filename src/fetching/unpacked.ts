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

/** Decompresses a response's body as a stream, so that a decompression bomb is unpacked only as far as it is read. */
export function unpacked(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (!Object.hasOwn(UNPACKERS, encoding)) return response;
  const unpacker = UNPACKERS[encoding as keyof typeof UNPACKERS]();
  // The reader of the unpacker receives errors of both ends, so there is nothing to do here.
  return pipeline(response, unpacker, () => {});
}
