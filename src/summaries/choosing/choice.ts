/** The rules that keep points apart, besides their scores; fitted with the weights unless a row says otherwise. */
export const CHOICE = {
  /** The penalty for full similarity to a chosen sentence. */
  likeness: 2,
  /** The penalty for each chosen sentence below the same heading, so that every section is represented. */
  sameSection: 0.3,
  /** The penalty for a chosen sentence in the same paragraph. */
  sameParagraph: 1,
  /** Above this similarity two sentences say the same, and only one is taken. */
  repeat: 0.6,
  /** Above this share of common stems two sentences have the same pattern: `In week 3 …`, `In week 4 …`. */
  samePattern: 0.7,
  /**
   * The bonus for being the first to cover the whole title, because readers of the title expect all of it. Our judgement: in
   * the posts used for fitting, anything from 0 to 3 gives the same choice.
   */
  wholeTitle: 1,
  /** A sentence of at most this many words says little alone (`Six of them.`), so its neighbour is taken too … */
  pairShort: 9,
  /** … if both together have at most this many words. Our judgement: editors' marks contain no pairs. */
  pairBoth: 25,
  /**
   * A sentence far shorter than the post's median adds little (`Do the work!`), unless it is about the title: at most this many
   * words, and at most this share of the median. Our judgement, as above.
   */
  crumbWords: 6,
  crumbShare: 0.5,
  /** This many points are taken at any score above `useless` … */
  enough: 1,
  useless: -0.5,
  /** … and after those, only points with at least this score … */
  weak: 0.5,
  /**
   * … and with doubts (`doubtOf`) of at most this: on the public posts that we read, others were more often wrong than right. Our
   * judgement, as above.
   */
  doubt: 1.1,
  /** The penalty, and the doubt, for naming a thing as known if the title, the hook and the chosen points don't introduce it. */
  unknown: 1,
  /**
   * Over 0, a summary that opens with the author's description goes on with the post's first sentence, if it stands alone: a
   * description often says what a post is like, and its first sentence what it is about. Our judgement, as above.
   */
  opener: 1,
  /** Crumbs and lines of a log are taken only while fewer points than this are chosen. */
  few: 1,
} as const;
