import { createHash } from 'node:crypto';
import { base32, dagCbor, type RecordValue } from './dag-cbor.ts';

/** CIDv1, DAG-CBOR, SHA-256 of 32 bytes. */
const RECORD_PREFIX = [0x01, 0x71, 0x12, 0x20];

/** Computes the CID that a PDS will give a record, so that a reply can name its parent before anything is sent. */
export function recordCid(record: RecordValue): string {
  const hash = createHash('sha256').update(dagCbor(record)).digest();
  return `b${base32(Uint8Array.from([...RECORD_PREFIX, ...hash]))}`;
}
