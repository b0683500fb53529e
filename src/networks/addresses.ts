import type { EpochMs } from '../time/epoch-ms.ts';

/** What a network's ids and post URLs tell. Pure; everything that is given may be hostile. */
export type Addresses = {
  /** Whether a text has the form of an id. */
  readonly isId: (text: string) => boolean;
  /** The id in a post's URL, `undefined` where it is not the URL of a post. */
  readonly idIn: (url: string) => string | undefined;
  /** A URL of the post with an id, on a network whose ids alone lead to a post. */
  readonly urlOf?: (id: string) => string;
  /** Where posts are shown, for an account that names no server of its own; its own server otherwise. */
  readonly hosts?: readonly string[];
  /** Negative where the first id is the older post's; `undefined` where ids have no order. */
  readonly compareIds?: (one: string, other: string) => number;
  /** When the post of an id was made, where ids tell. */
  readonly madeAt?: (id: string) => EpochMs | undefined;
  /** The handle in a post's URL, in small letters, where it names one. */
  readonly handleIn?: (url: string) => string | undefined;
};
