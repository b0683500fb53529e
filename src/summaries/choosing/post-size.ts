/** How much a post holds on the network that a summary is planned for: the smallest of its targets. */
export type PostSize = {
  /** Largest length of a post, in the network's own units. */
  readonly limit: number;
  /** The length of a text in those units. */
  readonly measure: (text: string) => number;
  /** What the line with the canonical link takes, with the blank line above it. */
  readonly linkLine: number;
};
