import type { NetworkId } from '../drafts/network-id.ts';
import type {
  FocalPoint,
  Identity,
  LinkCard,
  OutsideParent,
  PinnedRecord,
  PixelSize,
  PostLabels,
  Receipt,
  ReplySettings,
  UploadedMedia,
} from '../networks/port.ts';
import type { Facet } from '../threads/thread.ts';
import type { EpochMs } from '../time/epoch-ms.ts';
import type { LatePolicy } from '../time/late-policy.ts';
import type { PauseReason, PostState, PublicationState } from './states.ts';

/** Money in millionths of a US dollar: an integer, so that sums are exact in every store. */
export type MicroUsd = number;

/** A file of a frozen post. `sha256` is the hash of its bytes. */
export type FrozenImage = {
  readonly path: string;
  readonly mime: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly size?: PixelSize;
};

/** An image of a frozen post; the price is that of its alt text. */
export type FrozenMedia = FrozenImage & {
  readonly alt: string;
  readonly focus?: FocalPoint;
  readonly costMicroUsd: MicroUsd;
};

/** A link card of a frozen post, with its picture. */
export type FrozenCard = LinkCard & { readonly image?: FrozenImage };

/** A post exactly as it will be sent; `index` counts from 1, and the price excludes its media. */
export type FrozenPost = {
  readonly index: number;
  readonly text: string;
  readonly urls: readonly string[];
  readonly facets?: readonly Facet[];
  readonly card?: FrozenCard;
  readonly labels?: PostLabels;
  readonly costMicroUsd: MicroUsd;
  readonly media: readonly FrozenMedia[];
};

/** Settings for a whole thread, from its draft. */
export type ThreadTerms = {
  /** BCP 47 tags. */
  readonly languages?: readonly string[];
  readonly replySettings?: ReplySettings;
  /** A post outside the thread that the first post replies to. */
  readonly replyTo?: OutsideParent;
};

/**
 * The version of a frozen thread's hash: 1 covers texts, link facets, images and alt texts; 2 covers everything that is sent,
 * and its destination.
 */
export type HashVersion = 1 | 2;

/** A thread for one account, fixed byte for byte. Hashes are SHA-256 in hex. */
export type FrozenThread = ThreadTerms & {
  readonly id: string;
  readonly account: string;
  readonly network: NetworkId;
  /** Path of the draft, relative to the project's folder. */
  readonly draft: string;
  readonly frozenAt: EpochMs;
  readonly draftHash: string;
  readonly textHash: string;
  readonly hashVersion: HashVersion;
  readonly posts: readonly FrozenPost[];
};

/** An image with its upload. */
export type MediaRecord = FrozenMedia & { readonly upload: UploadedMedia | null };

/** A link card with the upload of its picture. */
export type CardRecord = LinkCard & {
  readonly image?: FrozenImage & { readonly upload: UploadedMedia | null };
};

/** A post with its progress. */
export type PostRecord = Omit<FrozenPost, 'media' | 'card'> & {
  /** Stable over retries and restarts; used as the network's idempotency key if it supports one. */
  readonly key: string;
  readonly state: PostState;
  /** How many requests were begun for it. */
  readonly attempts: number;
  /** When the first request was begun. */
  readonly attemptedAt: EpochMs | null;
  readonly receipt: Receipt | null;
  readonly removedAt: EpochMs | null;
  readonly media: readonly MediaRecord[];
  readonly card?: CardRecord;
  /** The whole record, fixed before the first request, on a network where the client names records. */
  readonly pinned?: PinnedRecord;
};

/** A publication with its progress. */
export type PublicationRecord = Omit<FrozenThread, 'posts'> & {
  readonly state: PublicationState;
  readonly publishAt: EpochMs;
  /** The zone that its time was written in, if it differs from the account's: `Asia/Tokyo`, `+05:30`. */
  readonly zone?: string;
  /** When its time was last changed; missing if it still has its original time. */
  readonly scheduledAt?: EpochMs;
  /** The draft's late policy; the default if missing. */
  readonly late?: LatePolicy;
  /**
   * The account's newest post before the first request; our posts are newer. `null` if the account had none; missing if
   * unknown.
   */
  readonly after?: string | null;
  /** The account's identity when sending began. */
  readonly identity?: Identity;
  /**
   * Set for a publication learned from a frozen file: since then another journal may have sent the posts without a receipt
   * here. They are looked for each time before anything is sent. Missing if this journal froze it, or if the user said what was
   * posted.
   */
  readonly learnedAt?: EpochMs;
  /** When the first request was begun. */
  readonly startedAt: EpochMs | null;
  readonly finishedAt: EpochMs | null;
  /** Why it is paused; `null` in any other state. */
  readonly reason: PauseReason | null;
  /** A sentence for the user: why it is paused or failed, and what to do. */
  readonly message: string | null;
  /** When a paused publication resumes by itself; `null` if the user must act. */
  readonly until: EpochMs | null;
  /** In order, from index 1, without gaps. */
  readonly posts: readonly PostRecord[];
};

/** A change of a publication's state. */
export type Advance =
  | { readonly to: 'publishing' | 'published' | 'cancelled' }
  | {
      readonly to: 'paused';
      readonly reason: PauseReason;
      readonly message: string;
      readonly until: EpochMs | null;
    }
  | { readonly to: 'failed'; readonly message: string };
