/** The largest draft, in UTF-16 units or bytes: far above any book, and small enough to read into memory at once. */
export const LARGEST_DRAFT = 16 * 1024 * 1024;

/**
 * How deep lists and quotes may nest. People nest three or four levels; a Markdown parser's time is quadratic in the depth (10
 * kB of `1. 1. 1. …` took 2.4 s), so a hostile file could block it.
 */
export const DEEPEST_NESTING = 20;

/** At this many columns of indentation, a list marker must nest deeper than `DEEPEST_NESTING`. */
export const DEEPEST_INDENT = 60;

/**
 * How many characters with a meaning in Markdown one paragraph may have. A paragraph of prose has a few dozen; a Markdown
 * parser's time for pairing them is quadratic (10 kB of `*a **b` took 1.5 s).
 */
export const MOST_MARKS_IN_A_PARAGRAPH = 1000;

/**
 * Markdown is parsed in chunks of about this many UTF-16 units, cut at blank lines, because the parser's time is quadratic in
 * the number of lines (1 MB in one paragraph took 36 s at once).
 */
export const CHUNK_SIZE = 4 * 1024;

/** A list or quote of this many UTF-16 units is cut before one of its outermost items. */
export const LONG_LIST = 8 * 1024;

/** Without a better place to cut, a chunk ends at the line, or in a long line at the word, that exceeds this size. */
export const LARGEST_CHUNK = 16 * 1024;

/** The largest table, in UTF-16 units, that is read as a whole; the rows of a larger one become lines. */
export const LARGEST_TABLE = 64 * 1024;

/** The largest front matter, in UTF-16 units; a blog's has a few hundred. */
export const LARGEST_FRONT_MATTER = 64 * 1024;

/** How deep collections in front matter may nest. */
export const DEEPEST_YAML = 50;
/** How many values one key of the front matter may expand to through aliases. */
export const MOST_YAML_VALUES = 1000;

/** How many findings of one code are listed; one more counts the rest. */
export const MOST_FINDINGS_OF_A_CODE = 100;
