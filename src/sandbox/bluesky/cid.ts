import { createHash } from 'node:crypto';
import * as dagCbor from '@ipld/dag-cbor';
import { CID } from 'multiformats/cid';
import * as digest from 'multiformats/hashes/digest';
import type { BlueskyState } from './state.ts';

/** Multicodec codes in CIDs: a record, and the bytes of a blob. */
const DAG_CBOR = 0x71;
const RAW = 0x55;
const SHA_256 = 0x12;

const cidOf = (codec: number, bytes: Uint8Array): string =>
  CID.createV1(codec, digest.create(SHA_256, createHash('sha256').update(bytes).digest())).toString();

/** Finds a value that no record can hold, with its path: a number that is not an integer, or a link that is not a CID. */
export function wrongValue(value: unknown, path: string): string | undefined {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? undefined : `Expected an integer at ${path}`;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const isLink = key === '$link' && typeof member === 'string' && !/^b[a-z2-7]{20,100}$/.test(member);
    const wrong = isLink ? `Invalid CID at ${path}` : wrongValue(member, `${path}.${key}`);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** Converts JSON to the data model: links become CIDs, bytes become bytes. */
function fromJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(fromJson);
  const keys = Object.keys(value);
  const fields = value as Readonly<Record<string, unknown>>;
  if (keys.length === 1 && typeof fields['$link'] === 'string') return CID.parse(fields['$link']);
  if (keys.length === 1 && typeof fields['$bytes'] === 'string')
    return new Uint8Array(Buffer.from(fields['$bytes'], 'base64'));
  return Object.fromEntries(keys.map((key) => [key, fromJson(fields[key])]));
}

/** Computes the CID of a valid record from its JSON form. */
export function recordCid(value: unknown): string {
  return cidOf(DAG_CBOR, dagCbor.encode(fromJson(value)));
}

/** Computes the CID of a blob's bytes. */
export function blobCid(bytes: Uint8Array): string {
  return cidOf(RAW, bytes);
}

const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';

/** Makes a record key as a server does: 53 bits of microseconds, then ten bits of its clock id. */
export function nextTid(state: BlueskyState, now: number): string {
  const micros = Math.max(Math.floor(now) * 1000, state.lastTid + 1);
  state.lastTid = micros;
  let rest = (BigInt(micros) << 10n) | 22n;
  let tid = '';
  for (let index = 0; index < 13; index += 1) {
    tid = (ALPHABET[Number(rest & 31n)] ?? '') + tid;
    rest >>= 5n;
  }
  return tid;
}

/** Derives the DID of a handle: always the same one, in the directory's format. */
export function didOf(handle: string): string {
  const hash = createHash('sha256').update(handle.toLowerCase()).digest();
  const letters = Array.from(hash.subarray(0, 24), (byte) => ALPHABET[byte & 31] ?? '').join('');
  return `did:plc:${letters}`;
}
