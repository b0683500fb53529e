/**
 * The kinds of places where a text may be cut, best first. The numbers are the order; the costs are in the splitter's table
 * (`threads/cut-costs.ts`).
 */
export const BREAK = {
  /** The author forces a cut here. */
  forced: 0,
  /** A new part begins: a heading or a label. */
  section: 1,
  /** Before a line below a list that names the next one. */
  subsection: 2,
  /** Before the sources. */
  sources: 3,
  /** After a picture that shows what the words before it announce. */
  card: 4,
  /** The same, before a new part. */
  cardPart: 5,
  paragraph: 6,
  /** Between two top-level items of a list that is too long for one post. */
  item: 7,
  /** The same, where the item above or below has nested ones. */
  branch: 8,
  /** Before the short last paragraph of a part, below one that is longer than a post. */
  closing: 9,
  /** Between a short sentence below a heading and the next paragraph. */
  begun: 10,
  /** Between such items, if a single item would be alone on one side. */
  lone: 11,
  /** Before a list without a lead-in. */
  listed: 12,
  /** A line end that the author kept. */
  line: 13,
  sentence: 14,
  /** A sentence end after which the next sentence refers back, or which leaves one sentence of a paragraph alone. */
  tied: 15,
  /** Before an item's own comments, or between them. */
  comment: 16,
  /** Between two lines of a stanza that fits a post, and before what announces the nested items of an item. */
  inItem: 17,
  /** Between two sentences of a quotation. */
  quoted: 18,
  /** Before a line that is only a link, or that goes on with a sentence above a list or a quotation. */
  linked: 19,
  /** After a short line below a heading, which is not yet what the heading heads. */
  titled: 20,
  /** Before a nested item below one that is longer than a post. */
  freed: 21,
  /** Before a nested item that stands less deep than the line above it. */
  outdent: 22,
  /** Before another nested item, which would begin a post. */
  nested: 23,
  /** After the first sentence below a heading, a label or a lead-in, and beside a first or last sentence of a few words. */
  opening: 24,
  /** Between two sources of one list. */
  source: 25,
  /** Between two sentences inside an item that fits a post. */
  inNested: 26,
  /** Between a question and the sentence after it, in one paragraph. */
  answer: 27,
  /** Between a paragraph that ends with a question and the next; between a title and a heading, and between two lead-ins. */
  posed: 28,
  /** After a lead-in: a heading, a label, a line that announces what follows. */
  leadIn: 29,
  /** After a lead-in inside a paragraph: `Career. …`. */
  label: 30,
  /** Between two items of a list, or two lines of a quotation, that fits a post only without its lead-in. */
  parted: 31,
  /** Between a question on its own line and its answer. */
  asked: 32,
  /** Between two items of a list that fits a post. */
  list: 33,
  /** Between two sentences inside a list that fits a post. */
  inList: 34,
  /** Before the attribution of a quotation. */
  attribution: 35,
  /** Between two paragraphs or lines of a quotation that fits a post. */
  quotation: 36,
  /** Between two sentences of a quotation that fits a post. */
  inQuotation: 37,
  /** Where a sentence that is longer than a post turns: before `but`, after a semicolon or a dash. See `joints.ts`. */
  turn: 38,
  /** Before the main clause of such a sentence, and after a comma behind a long bracket. */
  main: 39,
  /** After `; : — ,` or before a bracket. */
  clause: 40,
  /** Before a word that opens a phrase, or a comma between the members of a series, in such a sentence. */
  phrase: 41,
  word: 42,
  /** Before a mark that must not begin a line, or between a label and its URL: only if nothing else fits. */
  kept: 43,
  /** Inside a pair that belongs together (a number and its unit, a word and its mark): also a last resort. */
  glued: 44,
  /** Inside a link's words, a heading, or a title in quotes: only if nothing else fits. */
  whole: 45,
  /** Inside a pair within such words. */
  bound: 46,
  /** Inside a word, between two graphemes: only if one word alone exceeds the limit. */
  grapheme: 47,
} as const;

export type BreakCode = (typeof BREAK)[keyof typeof BREAK];

export type BreakName = keyof typeof BREAK;

/**
 * Places where a text may be cut, in order, as parallel arrays: a long text has hundreds of thousands of them.
 *
 *     One thought.  Another.
 *                ^  ^
 *              end  start      the white space between them belongs to neither side
 */
export class BreakList {
  #ends: Int32Array;
  #starts: Int32Array;
  #codes: Uint8Array;
  #leads: Uint8Array;
  #length = 0;

  /** @param room - the expected number of breaks; more only cost the time of growing */
  constructor(room = 256) {
    this.#ends = new Int32Array(room);
    this.#starts = new Int32Array(room);
    this.#codes = new Uint8Array(room);
    this.#leads = new Uint8Array(room);
  }

  get length(): number {
    return this.#length;
  }
  /** Where the left side ends, exclusive; UTF-16 offsets. Only the first `length` entries are valid. */
  get ends(): Int32Array {
    return this.#ends;
  }
  /** Where the right side starts. */
  get starts(): Int32Array {
    return this.#starts;
  }
  get codes(): Uint8Array {
    return this.#codes;
  }
  /** What a post that starts here must repeat before its text: an index defined by the caller. */
  get leads(): Uint8Array {
    return this.#leads;
  }

  /** Changes the code of a break. */
  recode(at: number, code: number): void {
    this.#codes[at] = code;
  }

  /** Copies the list with its own codes, which may be changed without changing these. */
  withOwnCodes(): BreakList {
    const copy = new BreakList(0);
    copy.#ends = this.#ends;
    copy.#starts = this.#starts;
    copy.#codes = this.#codes.slice();
    copy.#leads = this.#leads;
    copy.#length = this.#length;
    return copy;
  }

  push(end: number, start: number, code: number, lead = 0): void {
    const at = this.#length;
    if (at === this.#ends.length) this.#grow();
    this.#ends[at] = end;
    this.#starts[at] = start;
    this.#codes[at] = code;
    this.#leads[at] = lead;
    this.#length = at + 1;
  }

  #grow(): void {
    const size = this.#ends.length * 2;
    const ends = new Int32Array(size);
    const starts = new Int32Array(size);
    const codes = new Uint8Array(size);
    const leads = new Uint8Array(size);
    ends.set(this.#ends);
    starts.set(this.#starts);
    codes.set(this.#codes);
    leads.set(this.#leads);
    this.#ends = ends;
    this.#starts = starts;
    this.#codes = codes;
    this.#leads = leads;
  }
}
