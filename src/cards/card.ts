import type { Position } from '../drafts/finding.ts';

/** Increase it whenever the same plan gives a different picture, so that cached cards are redrawn. A golden test checks it. */
export const CARD_REVISION = 2;

/** The look of all cards of a project. */
export type CardSettings = {
  readonly theme: 'light' | 'dark';
  /** Line numbers beside code; a fence's own meta overrides it. */
  readonly lineNumbers: boolean;
  /** The maximum number of cards for one block. */
  readonly most: number;
};

/** The defaults. */
export const DEFAULT_CARD_SETTINGS: CardSettings = { theme: 'light', lineNumbers: false, most: 4 };

/** A part of a line of code on one row of a card; offsets are UTF-16, into the line with its tabs expanded. */
export type CodeRow = {
  /** Index of the line in the source, from 0. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** Indent of a continued row, in cells; 0 for the first row of its line. */
  readonly indent: number;
};

/** Lines of code. */
export type CodeContent = {
  readonly kind: 'code';
  /** As the fence names it, in lower case; empty if it names none. */
  readonly language: string;
  /** All lines of the block, tabs expanded: their colours depend on the previous lines. */
  readonly lines: readonly string[];
  readonly rows: readonly CodeRow[];
  /** Font size in layout units. */
  readonly size: number;
  /** The number of the block's first line; undefined without line numbers. */
  readonly firstNumber?: number;
  /** Indexes of the lines to highlight, from 0. */
  readonly highlights: readonly number[];
};

export type Align = 'left' | 'center' | 'right';

/** One cell, wrapped to lines. */
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

/** A quotation, wrapped; `by` names the speaker. */
export type QuoteContent = {
  readonly kind: 'quote';
  readonly size: number;
  /** Empty lines separate paragraphs. */
  readonly lines: readonly string[];
  readonly by: readonly string[];
};

/** The content of a card. */
export type CardContent = CodeContent | TableContent | FormulaContent | QuoteContent;

export type CardKind = CardContent['kind'];

/**
 * One planned picture: everything that determines its bytes except the theme. A block that is too long for one card becomes
 * several, `part` (from 1) of `parts`.
 */
export type PlannedCard = {
  readonly content: CardContent;
  /** The title line: a language, a file name, a caption. */
  readonly title: string;
  readonly part: number;
  readonly parts: number;
  /** The content as text, for the alt text; to be cut to a network's limit. */
  readonly source: string;
  readonly at: Position;
};

/** Width of a card in layout units; the PNG has twice as many pixels. */
export const CARD_WIDTH = 600;
/** Pixels of the PNG per layout unit. */
export const DENSITY = 2;
/** Space beside the content, in layout units. */
export const PADDING = 24;
/** Width of the content. */
export const INNER_WIDTH = CARD_WIDTH - 2 * PADDING;
/** Height of the title line including the space below it. */
export const TITLE_HEIGHT = 36;
/**
 * The largest height of a card's content: with title and padding the PNG is 3:4, the tallest format that timelines show
 * uncropped.
 */
export const INNER_HEIGHT = 716;
/** Font sizes in layout units, largest first: the last is 26 px in the PNG, the smallest that is legible on a phone. */
export const SIZES = [20, 18, 16, 14, 13] as const;
/** Returns the line height for a font size, in layout units: a whole number of the PNG's pixels. */
export const leadingOf = (size: number): number => Math.round(size * 1.54 * DENSITY) / DENSITY;
