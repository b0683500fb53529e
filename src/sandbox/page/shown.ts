import type { Markup } from '../../pages/markup.ts';

/** A picture or video of a post; `src` is an address of the sandbox, and missing for what is neither. */
export type ShownPicture = { readonly src?: string; readonly alt: string; readonly isVideo?: boolean };

/** A link card below a post. */
export type ShownCard = {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly src?: string;
};

/** A post as the page shows it, whatever its network. */
export type ShownPost = {
  /** The network's own id: the anchor, and what an address of a post ends in. */
  readonly id: string;
  readonly parentId: string | null;
  readonly handle: string;
  /** The post's own page. */
  readonly href: string;
  readonly at: number;
  /** Shown above the words, which are folded away below it. */
  readonly contentWarning?: string;
  readonly words: readonly Markup[];
  readonly pictures: readonly ShownPicture[];
  readonly card?: ShownCard;
  /** How much of the limit it takes, in what the network counts. */
  readonly length: number;
  readonly limit: number;
  readonly unit: string;
  /** Small print: price, links, visibility. */
  readonly facts: readonly string[];
};

/** A thread as the page shows it: its posts, oldest first. */
export type ShownThread = {
  readonly network: string;
  readonly posts: readonly ShownPost[];
  /** What it cost, where the network charges. */
  readonly cost?: string;
};

/** A rate window of an account that something was taken from. */
export type ShownWindow = {
  readonly account: string;
  readonly name: string;
  readonly used: number;
  readonly limit: number;
  readonly resetAt: number;
};

/** Posts grouped by the id of their thread's first post; the thread with the newest post comes first. */
export function groupThreads<P>(posts: readonly P[], threadOf: (post: P) => string): P[][] {
  const groups = new Map<string, P[]>();
  for (const post of posts) {
    const id = threadOf(post);
    const group = groups.get(id) ?? [];
    // Deleting and setting again keeps the map in the order of the newest post.
    groups.delete(id);
    group.push(post);
    groups.set(id, group);
  }
  return [...groups.values()].reverse();
}
