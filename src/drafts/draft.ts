import type { Finding, Position } from './finding.ts';
import type { Kind } from './kind.ts';
import type { Settings } from './settings.ts';

/** How the author emphasised a text; plain-text networks drop it. */
export type Emphasis = 'strong' | 'emphasis' | 'strike' | 'code';

/**
 * A stretch of a block's content. Runs come in reading order; joined, they are the block's text.
 *
 *     We read **how** [Lantern](https://example.org) keeps its cache warm [0].
 *     ├text───┤├text┤ ├link──────────────────────────┤├text──────────────┤├reference
 */
export type Run =
  /** Plain words without line breaks. `at` is where the run starts in the file. */
  | { readonly type: 'text'; readonly text: string; readonly emphasis?: Emphasis; readonly at: Position }
  /**
   * A link with its words. `auto` is true for a bare URL or `<url>`, whose words are the URL itself, and for a Markdown link
   * whose text equals its URL, so that it is written once.
   */
  | {
      readonly type: 'link';
      readonly text: string;
      readonly url: string;
      readonly auto: boolean;
      /** The quoted title after the URL: `[words](url "title")`. */
      readonly title?: string;
      readonly at: Position;
    }
  /**
   * An author's `[0]` for which the draft has a line `[0] title: url`; `label` is `0`, `source` its index in
   * `Draft.references`. A file may have several numbered lists (a stream of posts): a mark belongs to the next list after it
   * with its label, else to the nearest list before it.
   */
  | { readonly type: 'reference'; readonly label: string; readonly source: number; readonly at: Position }
  /** A Markdown footnote mark `[^id]`. */
  | { readonly type: 'note'; readonly id: string; readonly at: Position }
  /** A line break: `hard` if the author forced it; a soft one follows the draft's `line_breaks`. */
  | { readonly type: 'break'; readonly hard: boolean };

/** An image of a draft: `path` as the author wrote it, resolved by the shell. `alt` is empty if missing. */
export type ImageSource = {
  readonly path: string;
  readonly alt: string;
  readonly title?: string;
  readonly at: Position;
};

/**
 * One list item. `marker` is the author's: `1.`, `-`, `>`, `→`. The first block is the item's own text; the others are its
 * comments, nested lists and quotes.
 */
export type ListItem = { readonly marker: string; readonly blocks: readonly Block[]; readonly at: Position };

/** One block of a draft's content; blocks are in the order of the file. */
export type Block =
  /** `caption`: how many pictures above it share a figure, or another element of HTML, with it and nothing else. */
  | {
      readonly type: 'paragraph';
      readonly runs: readonly Run[];
      readonly caption?: number;
      readonly at: Position;
    }
  | { readonly type: 'heading'; readonly depth: number; readonly runs: readonly Run[]; readonly at: Position }
  /** `tight` if no blank line separates the items. */
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly tight: boolean;
      readonly items: readonly ListItem[];
      readonly at: Position;
    }
  /**
   * A quotation. Lines used as bullets (`> item`) are a list with the marker `>`, not a quote. `card` if its first line is
   * `[!card]`: it is shown as a picture.
   */
  | { readonly type: 'quote'; readonly blocks: readonly Block[]; readonly card?: true; readonly at: Position }
  /** `opens`: it begins its paragraph, so it goes with the first words below it. */
  | { readonly type: 'image'; readonly image: ImageSource; readonly opens?: true; readonly at: Position }
  /**
   * `source` is exactly the text between the fences; `meta` follows the language. `card` if it is shown as a picture, however short:
   * the code directly above it is one.
   */
  | {
      readonly type: 'code';
      readonly source: string;
      readonly language?: string;
      readonly meta?: string;
      readonly card?: true;
      readonly at: Position;
    }
  /** The first row is the header. All rows have the same number of cells. `notes` are the footnotes of its marks `[a]`, `[b]`. */
  | {
      readonly type: 'table';
      readonly source: string;
      readonly aligns: readonly ('left' | 'center' | 'right')[];
      readonly rows: readonly (readonly string[])[];
      readonly notes?: readonly string[];
      readonly at: Position;
    }
  /** A formula in TeX, on lines of its own. */
  | { readonly type: 'formula'; readonly source: string; readonly at: Position }
  /**
   * The author's own lines `[0] title: url`: the references from `from` up to, not including, `to` in `Draft.references`. They
   * are rendered as sources at this place.
   */
  | { readonly type: 'sources'; readonly from: number; readonly to: number; readonly at: Position }
  /** `---`: a forced cut, or a line of its own with `separator: text`. */
  | { readonly type: 'separator'; readonly at: Position };

/** An author's own numbered source: the line `[label] title: url`. */
export type Reference = {
  readonly label: string;
  readonly title?: string;
  readonly url: string;
  readonly at: Position;
};

/** The text of a Markdown footnote `[^id]: …`. */
export type Note = { readonly id: string; readonly blocks: readonly Block[]; readonly at: Position };

/** A parsed draft. Everything that the author wrote is in it, or a finding says what is missing. */
export type Draft = {
  /** As given to the parser, for messages; `null` for text without a file. */
  readonly path: string | null;
  readonly kind: Kind;
  /** From the front matter, else the first heading or label, if any. */
  readonly title: string | undefined;
  /** The title in the front matter, if any. */
  readonly frontTitle?: string;
  /** Its front matter dates or describes it, as a blog does. */
  readonly isOfBlog?: true;
  readonly settings: Settings;
  readonly blocks: readonly Block[];
  /** In the order of the file; if two in a list of sources have the same label, marks refer to the first. */
  readonly references: readonly Reference[];
  readonly notes: readonly Note[];
  readonly findings: readonly Finding[];
};
