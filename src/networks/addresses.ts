import type { EpochMs } from '../time/epoch-ms.ts';

/** How to read a network's ids and post URLs. Pure; all input is untrusted. */
export type Addresses = {
  /** Whether a text has the form of an id. */
  readonly isId: (text: string) => boolean;
  /** The id in a post's URL, or `undefined` if it is not the URL of a post. */
  readonly idIn: (url: string) => string | undefined;
  /** A URL for a post id, on a network where the id alone is enough. */
  readonly urlOf?: (id: string) => string;
  /** Hosts of post pages, for an account without a server of its own. */
  readonly hosts?: readonly string[];
  /** Negative if the first id is older; `undefined` if ids have no order. */
  readonly compareIds?: (one: string, other: string) => number;
  /** When a post was created, if its id contains the time. */
  readonly madeAt?: (id: string) => EpochMs | undefined;
  /** The handle in a post's URL, in lower case, if it has one. */
  readonly handleIn?: (url: string) => string | undefined;
};
