import type { Position } from '../drafts/finding.ts';

/**
 * Raised whenever the same plan comes out as another picture: cached cards of before are drawn anew.
 * A test holds it against the goldens.
 */
export const CARD_REVISION = 2;

/** How all cards of a project look. */
export type CardSettings = {
  readonly theme: 'light' | 'dark';
  /** Numbers beside the lines of code; a fence's own meta overrides it. */
  readonly lineNumbers: boolean;
  /** The most cards that one block may become. */
  readonly most: number;
};

/** What holds without a configuration. */
export const DEFAULT_CARD_SETTINGS: CardSettings = { theme: 'light', lineNumbers: false, most: 4 };

/** A stretch of a code's line on one row of a card; offsets are UTF-16, into the line with its tabs expanded. */
export type CodeRow = {
  /** Index of the line in the source, from 0. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Cells that a continued row is moved in by; 0 where the row opens its line. */
  readonly indent: number;
};

/** Lines of code. */
export type CodeContent = {
  readonly kind: 'code';
  /** As the fence names it, in lower case; empty for none. */
  readonly language: string;
  /** All lines of the block, tabs expanded: their colours depend on the lines before. */
  readonly lines: readonly string[];
  readonly rows: readonly CodeRow[];
  /** Font size in layout units. */
  readonly size: number;
  /** The number of the block's first line; undefined where lines have no numbers. */
  readonly firstNumber?: number;
  /** Indexes of the lines to highlight, from 0. */
  readonly highlights: readonly number[];
};

/** How a column is aligned. */
export type Align = 'left' | 'center' | 'right';

/** One cell, its words wrapped to lines. */
export type TableCell = readonly string[];

/** Rows of a table; the first is its header. */
export type TableContent = {
  readonly kind: 'table';
  readonly size: number;
  readonly columns: readonly { readonly width: number; readonly align: Align }[];
  readonly rows: readonly (readonly TableCell[])[];
};

/** A formula in TeX. */
export type FormulaContent = { readonly kind: 'formula'; readonly tex: string };

/** Somebody's words, wrapped; `by` names them. */
export type QuoteContent = {
  readonly kind: 'quote';
  readonly size: number;
  /** Empty lines part paragraphs. */
  readonly lines: readonly string[];
  readonly by: readonly string[];
};

/** What a card shows. */
export type CardContent = CodeContent | TableContent | FormulaContent | QuoteContent;

/** The kinds of cards. */
export type CardKind = CardContent['kind'];

/**
 * One picture, planned: all that decides its bytes but the theme. A block that is too long for one card becomes
 * several, `part` (from 1) of `parts`.
 */
export type PlannedCard = {
  readonly content: CardContent;
  /** The title line: a language, a file's name, a caption. */
  readonly title: string;
  readonly part: number;
  readonly parts: number;
  /** What the card shows, as text; to be cut to what a network takes. */
  readonly source: string;
  readonly at: Position;
};

/** Width of a card in layout units; the PNG has twice as many pixels. */
export const CARD_WIDTH = 600;
/** Pixels of the PNG per layout unit. */
export const DENSITY = 2;
/** Room beside the content, in layout units. */
export const PADDING = 24;
/** Width of the content. */
export const INNER_WIDTH = CARD_WIDTH - 2 * PADDING;
/** Height of the title line with the room below it. */
export const TITLE_HEIGHT = 36;
/** Largest height of a card's content: with title and padding, a PNG of 3:4, the tallest that timelines show whole. */
export const INNER_HEIGHT = 716;
/** Font sizes in layout units, largest first: the last is 26 px of the PNG, the least that a phone shows legibly. */
export const SIZES = [20, 18, 16, 14, 13] as const;
/** The height of a line at a font size, in layout units: a whole number of the PNG's pixels. */
export const leadingOf = (size: number): number => Math.round(size * 1.54 * DENSITY) / DENSITY;
