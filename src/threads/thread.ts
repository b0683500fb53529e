import type { Finding } from '../drafts/finding.ts';
import type { NetworkId } from '../drafts/network-id.ts';
import type { Span } from '../text/span.ts';

/** A stretch of a post that the author did not write. */
export type Added = Span & { readonly what: 'number' | 'mark' | 'source' | 'bullet' | 'title' };

/** A URL that the network will link in a post's text. `accidental` marks a name such as `README.md`. */
export type PostLink = Span & { readonly url: string; readonly accidental?: boolean };

/** A stretch of a post's text in UTF-8 bytes, end exclusive. */
export type ByteRange = { readonly byteStart: number; readonly byteEnd: number };

/**
 * What words of a post lead to, for networks that take that from the client (Bluesky): a page, a hashtag (without its
 * sign), or an account by its handle, whose id is known once the handle was resolved.
 */
export type Facet = ByteRange &
  (
    | { readonly url: string }
    | { readonly tag: string }
    | { readonly mention: string; readonly accountId?: string }
  );

/** A picture of what a post can't show as text. */
export type Card = {
  readonly kind: 'code' | 'table' | 'formula' | 'quote';
  /** Which of the block's cards it is, from 1, and how many there are. */
  readonly part: number;
  readonly parts: number;
  /** The line of the draft at which the block starts. */
  readonly line: number;
};

/** An image of a post; `path` as the author wrote it. A card's path is a name that the draft's cards know it by. */
export type Media = {
  readonly path: string;
  readonly alt: string;
  readonly card?: Card;
  /** What is changed of the file before it goes out, for the preview. */
  readonly note?: string;
  /** The network takes nothing beside it in a post: a video, a moving GIF. */
  readonly alone?: true;
  /** Of a video: its width and height as it is shown, in pixels; 0 where the file does not say. */
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
  /** The network's name, as its users write it. */
  readonly networkName: string;
  /** `null` where no account is named. */
  readonly account: string | null;
  readonly limit: number;
  readonly unit: Unit;
  readonly costUsd: number;
  /** What the same thread would cost if every link stood where its words are. */
  readonly costSpreadUsd: number;
  readonly posts: readonly Post[];
  /** What only shows once the text is laid out for this network, such as accidental links. */
  readonly findings: readonly Finding[];
};

/** What a network counts. */
export type Unit = 'weighted' | 'graphemes';
