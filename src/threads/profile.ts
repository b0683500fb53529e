import type { NetworkId } from '../drafts/network-id.ts';
import type { Span } from '../text/span.ts';
import type { FacetTarget } from './facets.ts';
import type { PostLink, Unit } from './thread.ts';

/**
 * Running totals over a text, one entry more than it has UTF-16 units: `totals[k] - totals[j]` is the length of `text.slice(j,
 * k)`, if neither `j` nor `k` is inside an atom (a URL, an emoji, a grapheme).
 */
export type Totals = Uint32Array;

/** What a network charges for a post; all in US dollars. */
export type Prices = {
  readonly post: number;
  readonly postWithUrl: number;
  readonly altText: number;
  /** For reading the identity. @default 0 */
  readonly readAccount?: number;
  /** For each post read. @default 0 */
  readonly readPost?: number;
  /** For a deletion. @default 0 */
  readonly remove?: number;
};

/** What a network accepts as an animated GIF. */
export type GifLimits = {
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
  readonly frames?: number;
  /** Whether it must be alone in a post. */
  readonly alone: boolean;
};

/** What a network accepts as a video; on every network it must be alone in a post. */
export type VideoLimits = {
  /** Types that it accepts. */
  readonly types: readonly string[];
  readonly bytes: number;
  /** Length in seconds. */
  readonly seconds?: { readonly least?: number; readonly most: number };
  readonly framesPerSecond?: number;
  /** The most pixels of a picture, width times height. */
  readonly pixels?: number;
  /** The largest ratio of the longer to the shorter side. */
  readonly stretch?: number;
  /** The longest alt text in code points, if it differs from that of images; 0 if a video has none. */
  readonly altLength?: number;
};

/** What a network allows in a post. */
export type MediaLimits = {
  readonly perPost: number;
  /** The longest alt text, in code points. */
  readonly altLength: number;
  readonly imageBytes: number;
  /** Types of pictures that it accepts unconverted; JPEG, PNG, GIF and WebP if missing. */
  readonly imageTypes?: readonly string[];
  /** The most pixels of a picture, width times height. */
  readonly imagePixels?: number;
  /** Animated GIFs; missing if it shows no animation. */
  readonly gif?: GifLimits;
  /** Videos; missing if it accepts none. */
  readonly video?: VideoLimits;
};

/** Words of a post that a network refuses, and where in the post they begin. */
export type Refusal = {
  readonly code: string;
  readonly words: string;
  readonly at: number;
  readonly message: string;
};

/**
 * The pure half of a network: how it counts, what it links, what it charges. A profile never does I/O; an account's own limits
 * (premium, an instance's) are passed in when it is made.
 */
export interface Profile {
  readonly network: NetworkId;
  /** The display name. */
  readonly name: string;
  readonly unit: Unit;
  /** The maximum length of a post, in `unit`. */
  readonly limit: number;
  /** The maximum number of UTF-8 bytes of a post, if the network has such a limit. */
  readonly limitBytes?: number;
  /** How a Markdown link reaches the reader: as a numbered source, a facet on the words, or its URL written out. */
  readonly linkStyle: 'sources' | 'facets' | 'written';
  readonly media: MediaLimits;
  readonly prices: Prices;
  /** The cost of a post with a URL for the split, in posts (see `cut-costs.ts`): more than 0 if URLs are expensive. */
  readonly linkCost: number;
  /** Returns the exact length of a post's text, in `unit`. */
  measure(text: string): number;
  /** Returns running totals in `unit` over a text in NFC. */
  totals(text: string): Totals;
  /** Returns what the network would refuse in a post's text besides its length: the words, and a sentence about them. */
  refusals?(text: string): readonly Refusal[];
  /** Returns the words of which a post may hold one only, in order: posts are cut between them where they may be cut. */
  oncePerPost?(text: string): readonly Span[];
  /** Returns the URLs that the network will link automatically in a post's text, including bare domains if it links them. */
  links(text: string): PostLink[];
  /** Returns the accounts that the network will mention for any name behind an `@`; missing where such a name is rarely anybody’s. */
  mentions?(text: string): readonly Span[];
  /** Returns the name of the account whose page an address is; undefined for any other address. */
  accountAt?(url: string): string | undefined;
  /** For facets: returns how a bare URL is shown. */
  shownUrl?(url: string): string;
  /** For facets: returns the hashtags and handles that need one too. */
  targets?(text: string): FacetTarget[];
}
