import type { NetworkId } from '../../drafts/network-id.ts';
import type { LatePolicy } from '../../time/late-policy.ts';

/** A link, hashtag or mention in a post's text, as a range of UTF-8 bytes. */
export type FrozenFacet = {
  readonly byte_start: number;
  readonly byte_end: number;
} & (
  | { readonly url: string }
  | { readonly tag: string }
  | { readonly mention: string; readonly account_id?: string | undefined }
);

/** A file as it was when the thread was frozen; `sha256` in hex. */
export type FrozenMediaFile = {
  readonly path: string;
  readonly mime: string;
  readonly sha256: string;
  readonly bytes: number;
  /** In pixels. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
};

/** The network's receipt for a published post. Times are ISO 8601. */
export type FrozenReceipt = {
  readonly id: string;
  readonly url: string;
  readonly at: string;
  /** An opaque reference that only the network needs to find the post again. */
  readonly ref?: string | undefined;
  readonly removed_at?: string | undefined;
};

/** One post of a frozen thread: exactly what is sent, and its receipt after publishing. */
export type FrozenPostJson = {
  readonly text: string;
  readonly urls: readonly string[];
  readonly facets?: readonly FrozenFacet[] | undefined;
  readonly card?:
    | {
        readonly url: string;
        readonly title: string;
        readonly description: string;
        readonly image?: FrozenMediaFile | undefined;
      }
    | undefined;
  readonly labels?:
    | {
        readonly content_warning?: string | undefined;
        readonly sensitive?: boolean | undefined;
        readonly made_with_ai?: boolean | undefined;
        readonly paid_partnership?: boolean | undefined;
        readonly visibility?: string | undefined;
      }
    | undefined;
  readonly cost_usd: number;
  readonly media: readonly (FrozenMediaFile & {
    readonly alt: string;
    /** From -1 to 1; 0 is the middle. */
    readonly focus?: { readonly x: number; readonly y: number } | undefined;
    readonly cost_usd: number;
  })[];
  /** The whole record and its name, fixed before sending, on a network where the client chooses both. */
  readonly pinned?: { readonly id: string; readonly record: string } | undefined;
  readonly receipt: FrozenReceipt | null;
};

/** One publication: a thread for one account. */
export type FrozenPublication = {
  readonly id: string;
  readonly account: string;
  readonly network: NetworkId;
  readonly hash_version?: 1 | 2 | undefined;
  readonly frozen_at: string;
  readonly draft_sha256: string;
  readonly text_sha256: string;
  readonly cost_usd: number;
  readonly publish_at?: string | undefined;
  /** When its time was last changed. */
  readonly scheduled_at?: string | undefined;
  /** The zone that its time was written in. */
  readonly zone?: string | undefined;
  readonly late?: LatePolicy | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly reply_settings?: string | undefined;
  readonly reply_to?:
    | { readonly id: string; readonly url: string; readonly ref?: string | undefined }
    | undefined;
  /** When sending began. From then on a post without a receipt may still be published. */
  readonly started_at: string | null;
  readonly identity?: { readonly id: string; readonly handle: string } | undefined;
  readonly cancelled: boolean;
  readonly posts: readonly FrozenPostJson[];
};

/** `posts/NAME.thread.json`: the frozen threads of one draft, as the file holds them. */
export type FrozenFileJson = {
  readonly threadmill: 1 | 2;
  readonly draft: string;
  readonly publications: readonly FrozenPublication[];
};
