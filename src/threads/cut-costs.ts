import type { BreakName } from '../text/break-list.ts';

/**
 * The cost of one cut, in posts: with a cost of 0.3, three such cuts weigh about as much as one more post. `inner` cuts split a
 * block's own text, so that a post may have the end of one block and the beginning of the next; cuts `within` split a list, a
 * quotation or lines that belong together. What `binds` is one block with what stands below it: a lead-in, a question, the sources.
 * A post that ends at a cut that `strays` ends with words that announce the next post. After a cut that `opens`, a new part begins;
 * after one that `branches`, an item of a list with nested ones, or the one below such an item or below a comment.
 */
export type CutCost = {
  readonly cost: number;
  readonly inner?: true;
  readonly within?: true;
  readonly binds?: true;
  readonly strays?: true;
  readonly opens?: true;
  readonly branches?: true;
  readonly why: string;
};

/** The cost of a cut by its break, for both styles. The design's faults come in its order. */
export const CUT_COSTS = {
  forced: { cost: 0, why: 'the author asked for it' },
  section: { cost: 0, opens: true, why: 'a heading or a label opens a new part: the reader expects a pause' },
  subsection: { cost: 0, opens: true, why: 'a line that names a list opens a piece of its part' },
  sources: { cost: 0, binds: true, why: 'the sources are about the whole thread' },
  card: { cost: 0, why: 'a picture ends its thought; see `POST_COSTS.card`' },
  cardPart: { cost: 0, opens: true, why: 'the same, and a new part begins' },
  paragraph: { cost: 0.1, why: 'a thought ends; almost free, but two thoughts that fit may share a post' },
  item: {
    cost: 0.15,
    within: true,
    why: 'an item is whole by itself, but the place after its list is better',
  },
  branch: {
    cost: 0.15,
    within: true,
    branches: true,
    why: 'an item with nested ones or a comment is a topic: the next one is better begun in the next post',
  },
  closing: {
    cost: 0.2,
    binds: true,
    why: 'a short last paragraph ends its part: it stays with the rest of the long one above it',
  },
  begun: {
    cost: 0.2,
    within: true,
    binds: true,
    why: 'a short sentence below a heading begins its part: the next paragraph stays whole rather than with it',
  },
  lone: { cost: 0.4, within: true, why: 'one item alone does not look like a part of a list' },
  listed: { cost: 1.1, why: 'the sentences above a list are usually about it' },
  line: { cost: 0.35, within: true, why: 'the author ended a line here, but kept the paragraph together' },
  sentence: { cost: 0.24, inner: true, why: 'a full thought, separated from its paragraph' },
  tied: {
    cost: 0.3,
    inner: true,
    why: 'the next sentence opens with “it” or “so”, or one sentence of a paragraph stands alone',
  },
  comment: { cost: 0.4, within: true, why: 'a comment without its item loses its subject' },
  freed: {
    cost: 0.4,
    within: true,
    why: 'what is left of a nested item longer than a post should have no other item below it',
  },
  inItem: { cost: 1.6, inner: true, why: 'half a stanza, or an item without what announces its nested ones' },
  outdent: {
    cost: 2,
    within: true,
    why: 'the list above it, nested deeper, is complete; otherwise the same as `nested`',
  },
  nested: {
    cost: 2.4,
    within: true,
    why: 'a nested item that opens a post has lost the item that it belongs to',
  },
  quoted: {
    cost: 2.6,
    inner: true,
    why: 'half of what somebody said; the reader of the second half does not know who speaks',
  },
  opening: {
    cost: 1.2,
    inner: true,
    why: 'a heading with one sentence below it ends a post on half a beginning',
  },
  linked: {
    cost: 2,
    binds: true,
    why: 'a link on a line of its own, or the rest of a sentence, belongs to what is above it',
  },
  titled: {
    cost: 2,
    binds: true,
    strays: true,
    why: 'a heading and a short line below it announce what follows as much as the heading alone',
  },
  source: { cost: 0.8, binds: true, why: 'each post that holds a source pays for a URL' },
  answer: { cost: 5.5, inner: true, why: 'a question asked in one post and answered in the next' },
  posed: { cost: 5, binds: true, why: 'the next paragraph may answer the question that ends this one' },
  leadIn: {
    cost: 6,
    binds: true,
    strays: true,
    why: 'a heading or lead-in at the end of a post announces nothing',
  },
  label: {
    cost: 6,
    inner: true,
    why: 'a label inside its paragraph announces as much as a line of its own',
  },
  inNested: {
    cost: 7,
    inner: true,
    why: 'half an item or note: the places before and after it are better, although a lead-in ends the post above, or a nested item opens one',
  },
  parted: {
    cost: 8,
    within: true,
    why: 'a heading or a short lead-in looks lost alone: its list shares the post, although the list fits one by itself',
  },
  asked: { cost: 7.5, binds: true, why: 'a question on a line of its own is answered below it' },
  list: { cost: 9.8, within: true, why: 'a list that fits a post is one thing' },
  inList: { cost: 10.3, inner: true, why: 'half an item of half a list that fits a post' },
  attribution: { cost: 10.3, binds: true, why: 'words without their owner, and an owner without words' },
  quotation: { cost: 11.3, within: true, why: 'a quotation that fits a post is one thing' },
  inQuotation: { cost: 11.8, inner: true, why: 'the same, inside one of its paragraphs' },
  turn: {
    cost: 14.4,
    inner: true,
    why: 'half a sentence, longer than a post: a clause begins here that stands best by itself',
  },
  main: { cost: 14.7, inner: true, why: 'the same: the main clause begins here, behind another' },
  clause: { cost: 15, inner: true, why: 'half a sentence: in `tidy`, worse than anything above' },
  phrase: {
    cost: 20,
    inner: true,
    why: 'half a clause: only where clauses alone exceed the limit, or need more posts',
  },
  word: { cost: 23, inner: true, why: 'only where a clause alone exceeds the limit' },
  kept: { cost: 27, inner: true, why: 'a lone mark at the start of a post; a label without its URL' },
  glued: { cost: 33, inner: true, why: 'a number without its unit, a word without its mark' },
  whole: { cost: 39, inner: true, why: 'half of a link’s words, of a heading or of a title' },
  bound: { cost: 47, inner: true, why: 'half a pair inside half a title' },
  grapheme: { cost: 58, inner: true, why: 'half a word; only where one word exceeds the limit' },
} as const satisfies Record<BreakName, CutCost>;

/**
 * The cost of a post's own look, in posts. The price of a short post is convex and piecewise linear in its fill (length by
 * limit): convex, so that for the same number of posts, even lengths cost less than uneven ones.
 *
 *     price  1.3 ┤╲
 *                │  ╲
 *          0.27  ┤    ╲__
 *             0  ┤        ‾‾──────────────
 *                └─────┬──────┬───────────▶ fill
 *                    0.25   0.65          1
 *
 * What mixes blocks has a price `apart` where most blocks around fit a post, so that readers expect one thought
 * per post; `cost` where about half are longer (`short-blocks.ts`): there, posts are pieces of a running text anyway.
 */
export const POST_COSTS = {
  /** The fill below which a post is short, and the cost per missing share of the limit below it. */
  short: { below: 0.65, slope: 0.68, why: 'empty room in the middle of a thread looks unplanned' },
  /** The fill below which a post is a scrap, and the slope added there. */
  scrap: { below: 0.25, slope: 3.5, why: 'a post of a few words looks like a mistake' },
  /** A post that begins with the end of one block and continues with others. */
  tail: { apart: 1.7, why: 'the end of one thought, and then another' },
  /** A post that ends with the beginning of a block after something else. */
  head: { apart: 1.5, why: 'a thought that is only begun' },
  /** A post that begins with the end of one block and ends with the beginning of another, instead of `tail`. */
  tailWithHead: { cost: 0.545, apart: 1.7, why: 'nothing in the post is whole' },
  /** A post with a new part in it (a heading or a label, not at its start) that begins with the end of a list or paragraph. */
  partTail: {
    cost: 1.7,
    why: 'the end of a list below the heading of another part looks like a part of neither',
  },
  /** The same, if it begins with whole paragraphs that end a part. */
  partRest: {
    cost: 1.35,
    why: 'the end of a part belongs to the post before, or in one of its own',
  },
  /** A post with a new part in it, if it ends with the beginning of a list or paragraph. */
  partHead: { cost: 1.6, why: 'a new part that only begins in a post should begin the next' },
  /** A post that begins with nested items or a comment of an item and goes on with the next item of the list. */
  branchTail: { cost: 1.5, why: 'what is left of one item below its first words, and then the next' },
  /** A post with a new part in it below a picture: networks show a post's pictures below all of its text. */
  pictured: { cost: 1.6, why: 'the picture of one part would stand below the words of the next' },
  /** What is added to `partTail` and `partRest` if the new part has a picture in this post. */
  shown: {
    cost: 0.3,
    why: 'the picture of the new part would stand below the words of the one before, too',
  },
  /**
   * A post that ends with a lead-in after something else, in the same part or in another: what the lead-in announces fits a
   * post only by itself.
   */
  stray: {
    cost: 0.7,
    apart: 4.2,
    why: 'a lead-in below something else is overlooked, and a heading below another part looks forgotten',
  },
  /** A scrap of prose, or the rest of a paragraph, inside its part and without a picture. One inside a sentence pays at each end. */
  stub: { cost: 0.3, why: 'a post of a few words, although the sentences around it belong to the same part' },
  /** A scrap that is only a lead-in. */
  alone: { cost: 2, why: 'a post of a few words that announces the next one looks like a mistake' },
  /** A short post that is one item in the middle of a list, if a neighbour has room for it (`lone-items.ts`). */
  loneItem: { cost: 0.3, why: 'one item alone between others looks forgotten; no reason for one more post' },
  /** What is added for a post of several blocks that begins or ends inside a sentence. */
  broken: { cost: 0.9, why: 'half a sentence beside another thought' },
  /** The discount for a cut after a picture: more than the price of a post. */
  card: {
    bonus: 2.2,
    why: 'one thought per post: pictures of two thoughts share a post only where the words of both are few',
  },
  /** The discount for a cut that existed before the draft was edited. */
  kept: {
    bonus: 0.6,
    why: 'an edit late in a draft leaves the posts before it alone, unless the whole gets clearly better',
  },
} as const;

/** The shape of {@link POST_COSTS}, with any figures. */
export type PostCosts = { readonly [Name in keyof typeof POST_COSTS]: Figures<(typeof POST_COSTS)[Name]> };

type Figures<Row> = { readonly [Key in Exclude<keyof Row, 'why'>]: number };

/** The costs of cuts and posts. */
export type Costs = { readonly cuts: Readonly<Record<BreakName, CutCost>>; readonly posts: PostCosts };

/** The costs used for splitting threads. */
export const COSTS: Costs = { cuts: CUT_COSTS, posts: POST_COSTS };

/** In `tight`, one post outweighs all other costs together, for drafts of up to about ten thousand posts. */
export const TIGHT_POST = 1_000_000;
