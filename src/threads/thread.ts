import type { Finding } from '../drafts/finding.ts';
import type { NetworkId } from '../drafts/network-id.ts';
import type { Span } from '../text/span.ts';

/** A part of a post that the author did not write. */
export type Added = Span & { readonly what: 'number' | 'mark' | 'source' | 'bullet' | 'title' };

/** A URL that the network will link in a post's text. `accidental` marks a name such as `README.md`. */
export type PostLink = Span & { readonly url: string; readonly accidental?: boolean };

/** A range of a post's text in UTF-8 bytes, end exclusive. */
export type ByteRange = { readonly byteStart: number; readonly byteEnd: number };

/**
 * The target of words in a post, for networks where the client supplies it (Bluesky): a page, a hashtag (without its sign), or
 * an account by its handle, whose id is known after resolving.
 */
export type Facet = ByteRange &
  (
    | { readonly url: string }
    | { readonly tag: string }
    | { readonly mention: string; readonly accountId?: string }
  );

/** A picture of something that a post can't show as text. */
export type Card = {
  readonly kind: 'code' | 'table' | 'formula' | 'quote';
  /** Its number among the block's cards, from 1, and their count. */
  readonly part: number;
  readonly parts: number;
  /** The line of the draft where the block starts. */
  readonly line: number;
};

/** An image of a post; `path` as the author wrote it. A card's path is its name among the draft's cards. */
export type Media = {
  readonly path: string;
  readonly alt: string;
  readonly card?: Card;
  /** How the file is changed before it is sent, for the preview. */
  readonly note?: string;
  /** Set if the network accepts nothing beside it in a post: a video, an animated GIF. */
  readonly alone?: true;
  /** For a video: its displayed width and height, in pixels; 0 if unknown. */
  readonly video?: { readonly width: number; readonly height: number };
};

/** What a network receives as one unit: text, links and media. */
export type Post = {
  /** From 1. */
  readonly index: number;
  readonly text: string;
  /** In the thread's unit. */
  readonly length: number;
  /** UTF-8 bytes of `text`. */
  readonly bytes: number;
  readonly links: readonly PostLink[];
  readonly facets?: readonly Facet[];
  readonly media: readonly Media[];
  readonly added: readonly Added[];
};

/** What one network receives for one draft: the posts, in order, each a reply to the one before. */
export type Thread = {
  readonly network: NetworkId;
  /** The network's display name. */
  readonly networkName: string;
  /** `null` if no account is named. */
  readonly account: string | null;
  readonly limit: number;
  readonly unit: Unit;
  readonly costUsd: number;
  /** What the same thread would cost if every link were in the post of its words. */
  readonly costSpreadUsd: number;
  readonly posts: readonly Post[];
  /** Findings that depend on the layout for this network, such as accidental links. */
  readonly findings: readonly Finding[];
};

/** What a network counts. */
export type Unit = 'weighted' | 'graphemes';
