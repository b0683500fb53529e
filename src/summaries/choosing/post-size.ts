import { xWeight } from '../../text/x/weight.ts';

/** The size of a post on the network that a summary is planned for: the smallest of its targets. */
export type PostSize = {
  /** The maximum length of a post, in the network's unit. */
  readonly limit: number;
  /** Returns the length of a text in that unit. */
  readonly measure: (text: string) => number;
  /** The length of the line with the canonical link, including the blank line above it. */
  readonly linkLine: number;
};

/** A post that fits every network, for callers that name none: X's, whose posts are the shortest. */
export const SHORTEST_POST: PostSize = { limit: 280, measure: xWeight, linkLine: 25 };
