import { eachRange } from '../code-ranges.ts';

/** Allowed in a label of a domain, also at its ends. */
export const DOMAIN = 1;
/** Allowed directly before a URL. */
export const BEFORE_URL = 2;
/** Allowed in a domain that is linked without a scheme. */
export const BARE = 4;
/** Allowed in the path of a URL, outside parentheses. */
export const PATH = 8;
/** Allowed at the end of a URL's path. */
export const PATH_END = 16;
/** Allowed in the query of a URL. */
export const QUERY = 32;
/** Allowed at the end of a URL's query. */
export const QUERY_END = 64;
/** Invalidates the top-level domain before it: `example.com@`. */
export const NO_TLD_BEFORE = 128;
/** Allowed in a domain: a full stop, hyphen or underscore besides those of `DOMAIN`. */
export const IN_NAME = 256;
/** The characters of nearly all domains: ASCII letters, digits, hyphens and full stops. */
export const PLAIN = 512;

const LATIN =
  'c0-d6 d8-f6 f8-24f 253-254 256-257 259 25b 260 263 268-269 26f 272 275 280 283 288-28c 292 2bb 300-36f ' +
  '399 3b9 1e00-1eff 1fbe 2c65-2c66 2c7e-2c7f a7dc';
const CYRILLIC = '400-4ff 1c80-1c87';
const SPACES = '9-d 20 85 a0 1680 180e 2000-200a 2028-2029 202f 205f 3000';
const DIRECTIONS = '61c 200e-200f 202a-202e 2066-2069';

/**
 * The members of each class, one row per range of UTF-16 code units. The rules are twitter-text's. A few letters look out of
 * place (Greek iota, `ⱥ`): its case-insensitive regexps fold them to a listed letter.
 */
const ROWS: readonly (readonly [classes: number, ranges: string])[] = [
  [BARE | PATH | PATH_END, LATIN],
  [PATH | PATH_END, CYRILLIC],
  [BARE, '2d 30-39 41-5a 61-7a'],
  [PATH, '21 23-27 2a-3b 3d 40-5b 5d 5f 61-7a 7c 7e 2013'],
  [PATH_END, '23 2b 2d 2f-39 3d 41-5a 5f 61-7a'],
  [QUERY, '21 23-3b 3d 3f-5b 5d 5f 61-7a 7c 7e'],
  [QUERY_END, '23 26 2d 2f-39 3d 41-5a 5f 61-7a'],
  [PLAIN, '2d 2e 30-39 41-5a 61-7a'],
  [IN_NAME, '2d 2e 5f'],
  [NO_TLD_BEFORE, '2b 2d 30-39 40-5a 61-7a'],
];

/** Classes defined by what they exclude. */
const ALL_BUT: readonly (readonly [classes: number, ranges: string])[] = [
  [DOMAIN | IN_NAME, `${SPACES} ${DIRECTIONS} 21 23-2f 3a-40 5b-5f 7b-7e feff fffe-ffff`],
  [BEFORE_URL, '23-24 30-39 40-5a 61-7a feff ff03 ff20 fffe-ffff'],
];

function build(): Uint16Array {
  const table = new Uint16Array(0x10000).fill(DOMAIN | IN_NAME | BEFORE_URL);
  for (const [classes, ranges] of ALL_BUT)
    eachRange(ranges, (from, to) => {
      for (let code = from; code <= to; code++) table[code] = (table[code] ?? 0) & ~classes;
    });
  for (const [classes, ranges] of ROWS)
    eachRange(ranges, (from, to) => {
      for (let code = from; code <= to; code++) table[code] = (table[code] ?? 0) | classes;
    });
  return table;
}

const table = build();

/** Returns the classes of the code unit at `at`, as a sum of the constants above; 0 at the end of the text. */
export function classesAt(text: string, at: number): number {
  return at < text.length ? (table[text.charCodeAt(at)] ?? 0) : 0;
}

/** Returns the classes of a code unit. */
export function classOf(code: number): number {
  return table[code] ?? 0;
}
