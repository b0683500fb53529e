/** Largest draft, in UTF-16 units or bytes: far above any book, and small enough to read into memory at once. */
export const LARGEST_DRAFT = 16 * 1024 * 1024;

/**
 * How many lists and quotes may stand inside each other. People nest three or four; a Markdown parser takes time
 * with the square of the depth (10 kB of `1. 1. 1. …` took 2.4 s), so that a hostile file could hold it up.
 */
export const DEEPEST_NESTING = 20;

/** Columns of indentation at which a list marker can only be nesting deeper than `DEEPEST_NESTING`. */
export const DEEPEST_INDENT = 60;

/**
 * How many characters with a meaning in Markdown one paragraph may hold. A paragraph of prose has a few dozen at
 * most; pairing them takes a Markdown parser time with their square (10 kB of `*a **b` took 1.5 s).
 */
export const MOST_MARKS_IN_A_PARAGRAPH = 1000;

/**
 * Markdown is parsed in chunks of about this many UTF-16 units, cut at blank lines, since the parser's time grows
 * with the square of the lines it is given (1 MB in one paragraph took 36 s whole).
 */
export const CHUNK_SIZE = 4 * 1024;

/** A list or quote that grows to this many UTF-16 units is cut before one of its outermost items. */
export const LONG_LIST = 8 * 1024;

/** Where nothing better comes to cut at, a chunk ends at the line, or in it at the word, that passes this size. */
export const LARGEST_CHUNK = 16 * 1024;

/** Largest front matter, in UTF-16 units; a blog's is a few hundred. */
export const LARGEST_FRONT_MATTER = 64 * 1024;

/** How deep collections in front matter may nest. */
export const DEEPEST_YAML = 50;
/** How many values one key of the front matter may expand to through aliases. */
export const MOST_YAML_VALUES = 1000;

/** How many findings of one code are listed; the rest are counted in one more. */
export const MOST_FINDINGS_OF_A_CODE = 100;
