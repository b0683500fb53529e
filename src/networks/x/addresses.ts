import type { Addresses } from '../addresses.ts';

/** The upper bits of X's ids are milliseconds since this epoch (https://docs.x.com/fundamentals/x-ids). */
const EPOCH_MS = 1_288_834_974_657;

const ID = /^[1-9]\d{0,18}$/;
const ID_IN_URL = /^https?:\/\/[^\s?#]*\/status(?:es)?\/([1-9]\d{0,18})(?:[/?#]|$)/;
/** `/i/status/…` and `/i/web/status/…` name no handle. */
const HANDLE_IN_URL = /\/(?!web\/|i\/)(\w{1,15})\/status(?:es)?\//;

/** X's post URLs and ids. */
export const xAddresses = {
  hosts: ['x.com', 'twitter.com'],
  isId: (text: string) => ID.test(text),
  idIn: (url: string) => ID_IN_URL.exec(url)?.[1],
  urlOf: (id: string) => `https://x.com/i/status/${id}`,
  compareIds: (one: string, other: string) => {
    const [a, b] = [BigInt(one), BigInt(other)];
    return a < b ? -1 : a > b ? 1 : 0;
  },
  madeAt: (id: string) => Number(BigInt(id) >> 22n) + EPOCH_MS,
  handleIn: (url: string) => HANDLE_IN_URL.exec(url)?.[1]?.toLowerCase(),
} satisfies Addresses;
