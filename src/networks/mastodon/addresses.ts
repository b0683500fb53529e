import type { Addresses } from '../addresses.ts';

/** Snowflakes, UUIDs and ULIDs, as the servers that speak the API give them: no character that a path could mean. */
const ID = /^[\w-]{1,64}$/;
const ID_IN_URL = /^https?:\/\/[^\s?#]+\/(?:@[^/\s]+|statuses|notice|p\/[^/\s]+)\/([\w-]{1,64})(?:[/?#]|$)/;
const HANDLE_IN_URL = /^https?:\/\/[^/\s?#]+\/@([\w.-]+)\//;

/** Post URLs and ids of Mastodon and of servers that speak its API. Ids are opaque; within one server, they rise. */
export const mastodonAddresses: Addresses = {
  isId: (text) => ID.test(text),
  idIn: (url) => ID_IN_URL.exec(url)?.[1],
  compareIds: (one, other) => one.length - other.length || (one < other ? -1 : one > other ? 1 : 0),
  handleIn: (url) => HANDLE_IN_URL.exec(url)?.[1]?.toLowerCase(),
};
