import type { Addresses } from '../addresses.ts';

/** X's ids are milliseconds since its epoch in the upper bits (https://docs.x.com/fundamentals/x-ids). */
const EPOCH_MS = 1_288_834_974_657;

const ID = /^\d{1,19}$/;
const ID_IN_URL = /^https?:\/\/[^\s?#]*\/status(?:es)?\/(\d{1,19})(?:[/?#]|$)/;
/** `/i/status/…` and `/i/web/status/…` lead to anybody's post. */
const HANDLE_IN_URL = /\/(?!web\/|i\/)(\w{1,15})\/status(?:es)?\//;

/** X's post URLs and ids. */
export const xAddresses: Addresses = {
  isId: (text) => ID.test(text),
  idIn: (url) => ID_IN_URL.exec(url)?.[1],
  urlOf: (id) => `https://x.com/i/status/${id}`,
  compareIds: (one, other) => {
    const [a, b] = [BigInt(one), BigInt(other)];
    return a < b ? -1 : a > b ? 1 : 0;
  },
  madeAt: (id) => Number(BigInt(id) >> 22n) + EPOCH_MS,
  handleIn: (url) => HANDLE_IN_URL.exec(url)?.[1]?.toLowerCase(),
};
