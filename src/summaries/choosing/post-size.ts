import { xWeight } from '../../text/x/weight.ts';

/** How much a post holds on the network that a summary is planned for: the smallest of its targets. */
export type PostSize = {
  /** Largest length of a post, in the network's own units. */
  readonly limit: number;
  /** The length of a text in those units. */
  readonly measure: (text: string) => number;
  /** What the line with the canonical link takes, with the blank line above it. */
  readonly linkLine: number;
};

/** A post that fits every network, for callers that name none: X's, whose posts are the shortest. */
export const SHORTEST_POST: PostSize = { limit: 280, measure: xWeight, linkLine: 25 };
