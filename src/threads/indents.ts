/** A line that begins an item. */
const ITEM = /^ *(?:[-*+•‣◦→>]|\(?\w{1,3}[.)]) /u;

/** How the lines of a post move to the left: by how much, and from which line on. */
export type Move = {
  readonly width: number;
  /** Whether the first line moves, too. */
  readonly whole: boolean;
};

/**
 * Finds how far the lines of each post move to the left, if its first line has no indent, or less than in the draft: in an item,
 * all posts move as far, so that an item nested in it stands as deep in every one.
 *
 *     - one            - one                post 1
 *       more             more
 *
 *       We found:   ▶  We found:            post 2
 *       - rope         - rope
 *       - lamps        - lamps              post 3
 */
export class Indents {
  readonly #text: string;
  #from = 0;
  #line = 0;
  #moved = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Returns how the post from `start` to `end` moves. Posts must be in order. */
  at(start: number, end: number): Move {
    const move = this.#moveAt(start, end);
    this.#moved = move.width === 0 ? 0 : leastIndent(this.#text, start, end, move.width);
    return move;
  }

  #moveAt(start: number, end: number): Move {
    const text = this.#text;
    let from = start;
    while (from > this.#from && text.charAt(from - 1) === ' ') from -= 1;
    const line = text.slice(this.#from, from).lastIndexOf('\n');
    if (line >= 0) this.#line = this.#from + line + 1;
    this.#from = start;
    if (from === this.#line) {
      if (start > from || this.#moved === 0) return { width: start - from, whole: false };
      return { width: Math.min(this.#moved, indentAt(text, start)), whole: true };
    }
    const indent = indentAt(text, this.#line);
    if (!isItem(text, this.#line)) return { width: indent, whole: false };
    // The rest of an item's own words: comments below it move, items nested in it only as far as it moved itself.
    const below = nextLine(text, start, end);
    const isComment = below < end && !isItem(text, below) && indentAt(text, below) > indent;
    return { width: isComment ? indentAt(text, below) : Math.min(this.#moved, indent), whole: false };
  }
}

/** The deepest indent that is looked for, and the mark of an item behind it, in UTF-16 units. */
const DEEPEST = 100;

const isItem = (text: string, at: number): boolean => ITEM.test(text.slice(at, at + DEEPEST));

const indentAt = (text: string, at: number): number =>
  /^ */.exec(text.slice(at, at + DEEPEST))?.[0].length ?? 0;

/** Returns where the next line with words begins; `end` or more if none does. */
function nextLine(text: string, start: number, end: number): number {
  const at = text.slice(start, end).indexOf('\n');
  if (at < 0) return end;
  let next = start + at;
  while (text.charAt(next) === '\n') next += 1;
  return next;
}

/** Returns the least indent of the lines below a post's first one, at most `width`. */
function leastIndent(text: string, start: number, end: number, width: number): number {
  let least = width;
  for (let at = nextLine(text, start, end); at < end; at = nextLine(text, at, end))
    least = Math.min(least, indentAt(text, at));
  return least;
}
