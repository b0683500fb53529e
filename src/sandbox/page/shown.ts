import type { Markup } from '../../pages/markup.ts';

/** A picture or video of a post; `src` is an address of the sandbox, missing for other files. */
export type ShownPicture = { readonly src?: string; readonly alt: string; readonly isVideo?: boolean };

/** A link card below a post. */
export type ShownCard = {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly src?: string;
};

/** A post on the page, for any network. */
export type ShownPost = {
  /** The network's own id: the anchor, and the end of a post's address. */
  readonly id: string;
  readonly parentId: string | null;
  readonly handle: string;
  /** The post's own page. */
  readonly href: string;
  readonly at: number;
  /** Shown above the words, which are collapsed below it. */
  readonly contentWarning?: string;
  readonly words: readonly Markup[];
  readonly pictures: readonly ShownPicture[];
  readonly card?: ShownCard;
  /** How much of the limit it uses, in the network's unit. */
  readonly length: number;
  readonly limit: number;
  readonly unit: string;
  /** Small print: price, links, visibility. */
  readonly facts: readonly string[];
};

/** A thread on the page: its posts, oldest first. */
export type ShownThread = {
  readonly network: string;
  readonly posts: readonly ShownPost[];
  /** Its price, if the network charges. */
  readonly cost?: string;
};

/** A rate window in use. */
export type ShownWindow = {
  readonly account: string;
  readonly name: string;
  readonly used: number;
  readonly limit: number;
  readonly resetAt: number;
};

/** Groups posts by the id of their thread's first post; sorts the threads by their newest post. */
export function groupThreads<P>(posts: readonly P[], threadOf: (post: P) => string): P[][] {
  const groups = new Map<string, P[]>();
  for (const post of posts) {
    const id = threadOf(post);
    const group = groups.get(id) ?? [];
    // Deleting and setting again keeps the map in the order of the newest posts.
    groups.delete(id);
    group.push(post);
    groups.set(id, group);
  }
  return [...groups.values()].reverse();
}
