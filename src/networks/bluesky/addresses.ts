import type { Addresses } from '../addresses.ts';

/** `at://DID/app.bsky.feed.post/RKEY`; the record's key is a TID (https://atproto.com/specs/tid). */
const ID = /^at:\/\/(did:[a-z]+:[\w.:%-]+)\/app\.bsky\.feed\.post\/([a-z2-7]{13})$/;
const IN_URL = /^https:\/\/bsky\.app\/profile\/([\w.:%-]+)\/post\/([a-z2-7]{13})(?:[/?#]|$)/;

/** The first digit of a TID holds four bits; its letters rise with their values. */
const DIGITS = '234567abcdefghijklmnopqrstuvwxyz';

/** When a TID was made: 53 bits of microseconds, above 10 bits that tell clocks apart. */
function madeAt(key: string): number {
  let value = 0n;
  for (const digit of key) value = value * 32n + BigInt(DIGITS.indexOf(digit));
  return Number((value >> 10n) / 1000n);
}

const keyOf = (id: string): string => ID.exec(id)?.[2] ?? '';

/**
 * Bluesky's post URLs and ids. A URL by handle has no id in it: the handle would have to be resolved first, so that
 * only a URL by DID gives one.
 */
export const blueskyAddresses: Addresses = {
  isId: (text) => ID.test(text),
  idIn: (url) => {
    if (ID.test(url)) return url;
    const [, owner = '', key = ''] = IN_URL.exec(url) ?? [];
    return owner.startsWith('did:') ? `at://${owner}/app.bsky.feed.post/${key}` : undefined;
  },
  urlOf: (id) => {
    const [, owner = '', key = ''] = ID.exec(id) ?? [];
    return `https://bsky.app/profile/${owner}/post/${key}`;
  },
  compareIds: (one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    return a < b ? -1 : a > b ? 1 : 0;
  },
  madeAt: (id) => (ID.test(id) ? madeAt(keyOf(id)) : undefined),
  handleIn: (url) => {
    const owner = IN_URL.exec(url)?.[1]?.toLowerCase();
    return owner?.startsWith('did:') === true ? undefined : owner;
  },
};
