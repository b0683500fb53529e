import type { EpochMs } from '../../time/epoch-ms.ts';

/** In sort order: a later record key is a larger string. */
const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';

/** The number of clock ids: two processes with different ids never make the same key. */
export const TID_CLOCKS = 1_024;

/** A record key that every PDS accepts. */
export const TID = /^[2-7a-j][2-7a-z]{12}$/;

/**
 * Makes a record key for a point in time (https://atproto.com/specs/tid): 53 bits of microseconds, ten of the clock id. `step`
 * counts the keys of one moment.
 */
export function tid(at: EpochMs, step: number, clock: number): string {
  let rest = ((BigInt(Math.floor(at)) * 1_000n + BigInt(step)) << 10n) | BigInt(clock % TID_CLOCKS);
  let key = '';
  for (let index = 0; index < 13; index += 1) {
    key = (ALPHABET[Number(rest & 31n)] ?? '') + key;
    rest >>= 5n;
  }
  return key;
}

/** Returns the point in time of a record key, in ms. */
export function tidTime(key: string): EpochMs {
  const bits = [...key].reduce((sum, letter) => (sum << 5n) | BigInt(ALPHABET.indexOf(letter)), 0n);
  return Number((bits >> 10n) / 1_000n);
}
