/** A value of a record in JSON form. A link is `{"$link": CID}`; a missing member and an `undefined` one are the same. */
export type RecordValue =
  | null
  | boolean
  | number
  | string
  | readonly RecordValue[]
  | { readonly [key: string]: RecordValue | undefined };

/** Major types of CBOR (RFC 8949) that records use. */
const MAJOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, list: 4, map: 5, tag: 6 } as const;

/** The tag of a link, whose binary CID has a leading zero byte (https://ipld.io/specs/codecs/dag-cbor/spec/). */
const LINK_TAG = 42;

const SIMPLE = { false: 0xf4, true: 0xf5, null: 0xf6 } as const;

const encoder = new TextEncoder();

/** Encodes the head of an item: its major type and number, in as few bytes as possible. */
function head(major: number, value: number): Uint8Array {
  const type = major << 5;
  if (value < 24) return Uint8Array.of(type | value);
  if (value < 0x1_00) return Uint8Array.of(type | 24, value);
  if (value < 0x1_00_00) return Uint8Array.of(type | 25, value >> 8, value & 0xff);
  const bytes = new Uint8Array(value < 0x1_00_00_00_00 ? 5 : 9);
  const view = new DataView(bytes.buffer);
  bytes[0] = type | (bytes.length === 5 ? 26 : 27);
  if (bytes.length === 5) view.setUint32(1, value);
  else view.setBigUint64(1, BigInt(value));
  return bytes;
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** Decodes a base32 CID. @throws {RangeError} for another encoding */
function cidBytes(cid: string): Uint8Array {
  if (!/^b[a-z2-7]+$/.test(cid)) throw new RangeError(`Not a CID in base32: ${cid}`);
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const letter of cid.slice(1)) {
    held = (held << 5) | BASE32.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  return Uint8Array.from(bytes);
}

/** Sorts keys by the length of their UTF-8 form, then by its bytes. */
function inOrder(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return a.length - b.length;
  const at = a.findIndex((byte, index) => byte !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function encodeInto(value: RecordValue, parts: Uint8Array[]): void {
  if (value === null || typeof value === 'boolean') {
    parts.push(Uint8Array.of(value === null ? SIMPLE.null : value ? SIMPLE.true : SIMPLE.false));
  } else if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`A record holds whole numbers only, not ${value}`);
    parts.push(value < 0 ? head(MAJOR.negative, -1 - value) : head(MAJOR.unsigned, value));
  } else if (typeof value === 'string') {
    const bytes = encoder.encode(value);
    parts.push(head(MAJOR.text, bytes.length), bytes);
  } else if (Array.isArray(value)) {
    parts.push(head(MAJOR.list, value.length));
    for (const item of value as readonly RecordValue[]) encodeInto(item, parts);
  } else encodeMembers(value as Readonly<Record<string, RecordValue | undefined>>, parts);
}

function encodeMembers(value: Readonly<Record<string, RecordValue | undefined>>, parts: Uint8Array[]): void {
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [{ key: encoder.encode(key), name: key, member }],
  );
  const [only] = members;
  if (members.length === 1 && only?.name === '$link' && typeof only.member === 'string') {
    const cid = cidBytes(only.member);
    parts.push(head(MAJOR.tag, LINK_TAG), head(MAJOR.bytes, cid.length + 1), Uint8Array.of(0), cid);
    return;
  }
  parts.push(head(MAJOR.map, members.length));
  for (const { key, member } of members.sort((a, b) => inOrder(a.key, b.key))) {
    parts.push(head(MAJOR.text, key.length), key);
    encodeInto(member, parts);
  }
}

/**
 * Encodes a record as DAG-CBOR, in the canonical form that its CID is computed from
 * (https://ipld.io/specs/codecs/dag-cbor/spec/). Does not support bytes, which our records never contain.
 * @throws {RangeError} for a number that is not an integer, or a link that is not a CID
 */
export function dagCbor(value: RecordValue): Uint8Array {
  const parts: Uint8Array[] = [];
  encodeInto(value, parts);
  return Buffer.concat(parts);
}

/** Encodes bytes in lower-case base32 without padding. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(held >> bits) & 31] ?? '';
      held &= (1 << bits) - 1;
    }
  }
  return bits === 0 ? text : text + (BASE32[(held << (5 - bits)) & 31] ?? '');
}
