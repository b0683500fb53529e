import type { Addresses } from '../addresses.ts';

/** Snowflakes, UUIDs and ULIDs, as servers with this API use them: no character that has a meaning in a path. */
const ID = /^[\w-]{1,64}$/;
const ID_IN_URL = /^https?:\/\/[^\s?#]+\/(?:@[^/\s]+|statuses|notice|p\/[^/\s]+)\/([\w-]{1,64})(?:[/?#]|$)/;
const HANDLE_IN_URL = /^https?:\/\/[^/\s?#]+\/@([\w.-]+)\//;

/** Post URLs and ids of Mastodon and compatible servers. Ids are opaque; within one server, they increase. */
export const mastodonAddresses: Addresses = {
  isId: (text) => ID.test(text),
  idIn: (url) => ID_IN_URL.exec(url)?.[1],
  compareIds: (one, other) => one.length - other.length || (one < other ? -1 : one > other ? 1 : 0),
  handleIn: (url) => HANDLE_IN_URL.exec(url)?.[1]?.toLowerCase(),
};
