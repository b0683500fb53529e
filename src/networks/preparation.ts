import type { Facet, Post } from '../threads/thread.ts';
import type { LinkCard, OutsideParent } from './port.ts';

/** A file that was made or fetched while freezing a thread. */
export type MadeFile = { readonly mime: string; readonly bytes: Uint8Array };

/** A web document from the safe fetcher. */
export type FetchedDocument = MadeFile & {
  /** After redirects. */
  readonly url: string;
};

/** The outside access that preparing may use. Reads return `undefined` on failure: a missing card never fails a thread. */
export type PreparationPorts = {
  /** Reads a page's HTML. Refuses private addresses; limits size and time. */
  readonly readPage: (url: string) => Promise<FetchedDocument | undefined>;
  /** Reads an image, with the same limits. */
  readonly readImage: (url: string) => Promise<FetchedDocument | undefined>;
  /** Makes a picture of at most `mostBytes` bytes, with its detected type; or says why it can't. */
  readonly fitImage: (image: MadeFile, mostBytes: number) => Promise<MadeFile | { readonly why: string }>;
};

/** What a network adds to a post on freezing; missing fields stay as the thread has them. */
export type PreparedPost = {
  /** All of the post's facets, with mentions resolved to ids; mentions of unknown handles are dropped. */
  readonly facets?: readonly Facet[];
  readonly card?: LinkCard & { readonly image?: MadeFile };
};

/** A thread before freezing. */
export type PreparationInput = {
  readonly posts: readonly Post[];
  /** The URL of the post that the thread replies to. */
  readonly replyTo?: string;
};

/** The result of preparing a thread: one entry per post, in order, and the parent outside the thread. */
export type Preparation = {
  readonly posts: readonly PreparedPost[];
  readonly replyTo?: OutsideParent;
  /** Sentences for the user: what could not be resolved or fetched, and the consequence. */
  readonly notes: readonly string[];
};

/**
 * A network's step between rendering and freezing: resolves mentions, reads the page of a link card, looks up the parent. Needs
 * no credentials, so that `freeze` works without keys.
 */
export interface ThreadPreparer {
  prepare(input: PreparationInput): Promise<Preparation>;
}
