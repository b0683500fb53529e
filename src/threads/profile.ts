import type { NetworkId } from '../drafts/network-id.ts';
import type { FacetTarget } from './facets.ts';
import type { PostLink, Unit } from './thread.ts';

/**
 * Running totals over a text, one entry more than it has UTF-16 units: `totals[k] - totals[j]` is the length of
 * `text.slice(j, k)`, wherever neither `j` nor `k` falls inside an atom (a URL, an emoji, a grapheme).
 */
export type Totals = Uint32Array;

/** What a network charges for a post; all in US dollars. */
export type Prices = {
  readonly post: number;
  readonly postWithUrl: number;
  readonly altText: number;
  /** For reading whose account it is. @default 0 */
  readonly readAccount?: number;
  /** For each post that is read. @default 0 */
  readonly readPost?: number;
  /** For a deletion. @default 0 */
  readonly remove?: number;
};

/** What a network takes as a moving GIF. */
export type GifLimits = {
  readonly bytes: number;
  readonly width?: number;
  readonly height?: number;
  readonly frames?: number;
  /** Whether nothing may stand beside it. */
  readonly alone: boolean;
};

/** What a network takes as a video; nothing may stand beside one on any network. */
export type VideoLimits = {
  /** Types that it takes. */
  readonly types: readonly string[];
  readonly bytes: number;
  /** Length in seconds. */
  readonly seconds?: { readonly least?: number; readonly most: number };
  readonly framesPerSecond?: number;
  /** Most pixels of a picture, width times height. */
  readonly pixels?: number;
  /** How many times longer one side may be than the other. */
  readonly stretch?: number;
  /** Longest alt text in code points, where it differs from that of images; 0 where a video has none. */
  readonly altLength?: number;
};

/** What a network allows a post to carry. */
export type MediaLimits = {
  readonly perPost: number;
  /** Longest alt text, in code points. */
  readonly altLength: number;
  readonly imageBytes: number;
  /** Types of pictures that it takes as they are; JPEG, PNG, GIF and WebP where missing. */
  readonly imageTypes?: readonly string[];
  /** Most pixels of a picture, width times height. */
  readonly imagePixels?: number;
  /** Moving GIFs; missing where it shows no movement. */
  readonly gif?: GifLimits;
  /** Videos; missing where it takes none. */
  readonly video?: VideoLimits;
};

/** Words of a post that a network will not take. */
export type Refusal = { readonly code: string; readonly words: string; readonly message: string };

/**
 * The pure half of a network: how it counts, what it links, what it charges. A profile never does I/O; an
 * account's own limits (premium, an instance's) are given when it is made.
 */
export interface Profile {
  readonly network: NetworkId;
  /** As its users write it. */
  readonly name: string;
  readonly unit: Unit;
  /** Largest length of a post, in `unit`. */
  readonly limit: number;
  /** Largest number of UTF-8 bytes of a post, where the network has such a limit. */
  readonly limitBytes?: number;
  /** How a Markdown link reaches the reader: a numbered source, a facet on the words, or its URL written out. */
  readonly linkStyle: 'sources' | 'facets' | 'written';
  readonly media: MediaLimits;
  readonly prices: Prices;
  /** What a post that holds a URL costs the split, in posts (see `cut-costs.ts`): more than 0 where URLs are dear. */
  readonly linkCost: number;
  /** The exact length of a post's text, in `unit`. */
  measure(text: string): number;
  /** Running totals in `unit` over a text in NFC. */
  totals(text: string): Totals;
  /** What the network would refuse in a post's text besides its length: the words at fault, and a sentence about them. */
  refusals?(text: string): readonly Refusal[];
  /** The URLs that the network will link by itself in a post's text, bare domains included where it does that. */
  links(text: string): PostLink[];
  /** Where links are facets: how a URL that stands in the text by itself is shown. */
  shownUrl?(url: string): string;
  /** Where links are facets: the hashtags and handles that need one as well. */
  targets?(text: string): FacetTarget[];
}
