import { createHash } from 'node:crypto';
import * as oracle from '@ipld/dag-cbor';
import fc from 'fast-check';
import { CID } from 'multiformats/cid';
import { create } from 'multiformats/hashes/digest';
import { describe, expect, it } from 'vitest';
import { recordCid } from '../../../src/networks/bluesky/cid.ts';
import { dagCbor, type RecordValue } from '../../../src/networks/bluesky/dag-cbor.ts';
import { TID, TID_CLOCKS, tid, tidTime } from '../../../src/networks/bluesky/tid.ts';

const cidOf = (bytes: Uint8Array): CID =>
  CID.createV1(0x71, create(0x12, createHash('sha256').update(bytes).digest()));

const link = fc.string().map((text) => ({ $link: cidOf(Buffer.from(text)).toString() }));
const key = fc
  .string({ unit: 'grapheme', maxLength: 9 })
  .filter((name) => name !== '__proto__' && name !== '$link');
const { value } = fc.letrec<{ value: RecordValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.integer({ min: -70_000, max: 70_000 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    link,
    fc.array(tie('value'), { maxLength: 30 }),
    fc.dictionary(key, tie('value'), { maxKeys: 30, noNullPrototype: true }),
  ),
}));

/** The value as the library wants it: links as CIDs. */
function forOracle(given: RecordValue): unknown {
  if (typeof given !== 'object' || given === null) return given;
  if (Array.isArray(given)) return given.map(forOracle);
  const entries = Object.entries(given).filter(([, member]) => member !== undefined);
  const [first] = entries;
  if (entries.length === 1 && first?.[0] === '$link') return CID.parse(String(first[1]));
  return Object.fromEntries(entries.map(([name, member]) => [name, forOracle(member ?? null)]));
}

describe('a record', () => {
  it('is encoded byte for byte as @ipld/dag-cbor does it, and has its CID', () => {
    fc.assert(
      fc.property(value, (record) => {
        const bytes = oracle.encode(forOracle(record));
        expect(Buffer.from(dagCbor(record)).equals(Buffer.from(bytes))).toBe(true);
        expect(recordCid(record)).toBe(cidOf(bytes).toString());
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([0, 23, 24, 255, 256, 65_535, 65_536, 4_294_967_295, 4_294_967_296, Number.MAX_SAFE_INTEGER])(
    'may hold the number %i, and its negative',
    (number) => {
      for (const given of [number, -number, -1 - number].filter(Number.isSafeInteger))
        expect(Buffer.from(dagCbor(given)).equals(Buffer.from(oracle.encode(given === 0 ? 0 : given)))).toBe(
          true,
        );
    },
  );

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60])('can’t hold the number %d', (number) => {
    expect(() => dagCbor({ n: number })).toThrow(RangeError);
  });

  it('can’t link to what is no CID', () => {
    expect(() => dagCbor({ $link: 'QmYwAPJzv5CZsnA625s3Xf2nemtYgPpHdWEz79ojWnPbdG' })).toThrow(RangeError);
  });

  it('does not know members that are undefined', () => {
    expect(recordCid({ a: 1, b: undefined })).toBe(recordCid({ a: 1 }));
  });
});

describe('a record key', () => {
  it('has the form that a PDS takes, sorts by time, and tells it', () => {
    const at = fc.integer({ min: 0, max: Date.parse('2200-01-01') });
    fc.assert(
      fc.property(at, at, fc.nat(999), fc.nat(TID_CLOCKS - 1), (one, two, step, clock) => {
        const [a, b] = [tid(one, step, clock), tid(two, step, clock)];
        expect(a).toMatch(TID);
        expect(tidTime(a)).toBe(one);
        expect(Math.sign(one - two)).toBe(a < b ? -1 : a > b ? 1 : 0);
        expect(tid(one, step + 1, clock) > a).toBe(true);
      }),
    );
  });
});
