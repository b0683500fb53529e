/** A cashtag: `start` is at its sign, `symbol` excludes it. Offsets are UTF-16, `end` exclusive. */
export type XCashtag = { readonly start: number; readonly end: number; readonly symbol: string };

const CASHTAG =
  /(?<=^|[\t-\r \x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000])\$([a-z]{1,6}(?:[._][a-z]{1,2})?)(?=$|\s|[!'#%&()*+,\\\-./:;<=>?@[\]^_{|}~$])/gi;

/** Finds the cashtags of a text (`$ABC`), in order, as twitter-text does. X allows one per post. Linear. */
export function xCashtags(text: string): XCashtag[] {
  return Array.from(text.matchAll(CASHTAG), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    symbol: match[1] ?? '',
  }));
}
