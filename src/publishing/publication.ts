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

/** A file of a frozen post. `sha256` is of its bytes. */
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

/** A post exactly as it will be sent; `index` counts from 1, the price is without its media. */
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

/** What holds for a whole thread, as its draft asks for it. */
export type ThreadTerms = {
  /** BCP 47 tags. */
  readonly languages?: readonly string[];
  readonly replySettings?: ReplySettings;
  /** A post outside the thread that the first one replies to. */
  readonly replyTo?: OutsideParent;
};

/**
 * Which hash a frozen thread bears: 1 covers texts, link facets, images and alt texts; 2 covers everything that is
 * sent, and where to.
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

/** An image, and what the network gave for it. */
export type MediaRecord = FrozenMedia & { readonly upload: UploadedMedia | null };

/** A link card, and what the network gave for its picture. */
export type CardRecord = LinkCard & {
  readonly image?: FrozenImage & { readonly upload: UploadedMedia | null };
};

/** A post, and how far it is. */
export type PostRecord = Omit<FrozenPost, 'media' | 'card'> & {
  /** Stable over retries and restarts; the network's idempotency key where it has one. */
  readonly key: string;
  readonly state: PostState;
  /** How many requests were begun for it. */
  readonly attempts: number;
  /** When the first of them was begun. */
  readonly attemptedAt: EpochMs | null;
  readonly receipt: Receipt | null;
  readonly removedAt: EpochMs | null;
  readonly media: readonly MediaRecord[];
  readonly card?: CardRecord;
  /** The whole record, fixed before the first request, on a network that takes records under names of our own. */
  readonly pinned?: PinnedRecord;
};

/** A publication, and how far it is. */
export type PublicationRecord = Omit<FrozenThread, 'posts'> & {
  readonly state: PublicationState;
  /** When it is to go out. */
  readonly publishAt: EpochMs;
  /** The zone that its time was written with, where that isn't its account's: `Asia/Tokyo`, `+05:30`. */
  readonly zone?: string;
  /** When its time was last changed; missing where it has the time that it was frozen for. */
  readonly scheduledAt?: EpochMs;
  /** What its draft says of being late; the usual rule where missing. */
  readonly late?: LatePolicy;
  /**
   * The account's newest post before the first request: whatever is ours is newer. `null` where the account had none;
   * missing where it is not known.
   */
  readonly after?: string | null;
  /** Whose account it was when sending began. */
  readonly identity?: Identity;
  /**
   * Since when another journal may have sent what has no receipt here: it was learned from a frozen file. It is looked
   * for before anything is sent. Missing where this journal froze it, or has looked.
   */
  readonly learnedAt?: EpochMs;
  /** When the first request of all was begun. */
  readonly startedAt: EpochMs | null;
  readonly finishedAt: EpochMs | null;
  /** Why it is paused, `null` in any other state. */
  readonly reason: PauseReason | null;
  /** A sentence for a person: why it is paused or failed, and what to do. */
  readonly message: string | null;
  /** When a paused publication can go on by itself; `null` where a person is needed. */
  readonly until: EpochMs | null;
  /** In their order, from index 1, without gaps. */
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
