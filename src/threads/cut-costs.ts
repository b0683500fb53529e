import type { BreakName } from '../text/break-list.ts';

/** What one cut costs, in posts: a cost of 0.3 means that three such cuts weigh about as much as one more post. */
export type CutCost = { readonly cost: number; readonly why: string };

/** The price of a cut by what stands there, for both styles. */
export const CUT_COSTS = {
  forced: { cost: 0, why: 'the author asked for it' },
  section: { cost: 0, why: 'a heading or the sources open a new part: the reader expects a pause' },
  card: { cost: 0, why: 'a picture ends its thought; see `POST_COSTS.card`' },
  paragraph: { cost: 0.1, why: 'a thought ends; almost free, but two thoughts that fit may share a post' },
  item: { cost: 0.08, why: 'an item is whole by itself, yet a list reads best in one piece' },
  nested: { cost: 0.3, why: 'a comment without its item loses its subject' },
  line: { cost: 0.35, why: 'the author ended a line here, but kept the paragraph together' },
  sentence: { cost: 0.24, why: 'a full thought, torn from its paragraph' },
  tied: {
    cost: 0.3,
    why: 'the next sentence opens with “it” or “so”, or one sentence of a paragraph stands alone',
  },
  quoted: {
    cost: 0.6,
    why: 'half of what somebody said; the reader of the second half does not know who speaks',
  },
  answer: { cost: 1.4, why: 'a question asked in one post and answered in the next' },
  opening: { cost: 0.9, why: 'a heading with one sentence below it ends a post on half a beginning' },
  source: { cost: 0.8, why: 'each post that holds a source pays for a URL' },
  clause: { cost: 1.7, why: 'half a sentence: in `tidy`, worth more than one more post' },
  word: { cost: 3, why: 'only where a clause alone exceeds the limit' },
  kept: { cost: 8, why: 'a heading or lead-in at the end of a post announces nothing' },
  glued: { cost: 10, why: 'a number without its unit, a word without its mark' },
  whole: { cost: 12, why: 'half of a link’s words, of a heading or of a title' },
  bound: { cost: 16, why: 'half a pair inside half a title' },
  grapheme: { cost: 20, why: 'half a word; only where one word exceeds the limit' },
} as const satisfies Record<BreakName, CutCost>;

/**
 * What a post's own look costs, in posts. The price of a short post is a convex line of straight pieces over its
 * fill (length by limit): convex, so that for the same number of posts even ones cost less than uneven ones.
 *
 *     price  0.6 ┤╲
 *                │  ╲
 *          0.17  ┤    ╲__
 *             0  ┤        ‾‾──────────────
 *                └─────┬──────┬───────────▶ fill
 *                     0.2    0.6          1
 */
export const POST_COSTS = {
  /** Fill at which a post stops being short, and the price added per missing share of the limit below it. */
  short: { below: 0.65, slope: 0.68, why: 'room left in the middle of a thread looks unplanned' },
  /** Fill below which a post is a scrap, and the slope added there. */
  scrap: { below: 0.2, slope: 2.1, why: 'a post of a few words looks like a mistake' },
  /** Taken off the price of a cut after a picture: more than a post costs. */
  card: {
    bonus: 1.5,
    why: 'one thought per post: pictures of two thoughts share a post only where the words of both are few',
  },
  /** Taken off the price of a cut that stood there before the draft was edited. */
  kept: {
    bonus: 0.6,
    why: 'an edit late in a draft leaves the posts before it alone, unless the whole gets clearly better',
  },
} as const;

/** In `tight`, one post outweighs every other cost together, for drafts up to some ten thousand posts. */
export const TIGHT_POST = 1_000_000;
