import type { Facet, Post } from '../threads/thread.ts';
import type { LinkCard, OutsideParent } from './port.ts';

/** Bytes that were made or fetched while a thread is frozen. */
export type MadeFile = { readonly mime: string; readonly bytes: Uint8Array };

/** A web document, as the safe fetcher gives it. */
export type FetchedDocument = MadeFile & {
  /** After redirects. */
  readonly url: string;
};

/** What preparing may use of the outside. Reading gives `undefined` for what can't be had: a card is never worth a failure. */
export type PreparationPorts = {
  /** Reads a page: its HTML. Private addresses are refused; size and time are capped. */
  readonly readPage: (url: string) => Promise<FetchedDocument | undefined>;
  /** Reads an image, likewise. */
  readonly readImage: (url: string) => Promise<FetchedDocument | undefined>;
  /** Makes a picture of at most so many bytes, with the type that its bytes tell; or says why that can't be done. */
  readonly fitImage: (image: MadeFile, mostBytes: number) => Promise<MadeFile | { readonly why: string }>;
};

/** What a network adds to a post when it is frozen; what is missing stays as the thread has it. */
export type PreparedPost = {
  /** All of the post's facets, mentions resolved to ids; a mention that names nobody is left out. */
  readonly facets?: readonly Facet[];
  readonly card?: LinkCard & { readonly image?: MadeFile };
};

/** A thread as it stands before it is frozen. */
export type PreparationInput = {
  readonly posts: readonly Post[];
  /** The URL of a post that the thread replies to. */
  readonly replyTo?: string;
};

/** What preparing a thread gave: one entry per post, in order, and the parent outside the thread. */
export type Preparation = {
  readonly posts: readonly PreparedPost[];
  readonly replyTo?: OutsideParent;
  /** Sentences for the person: what could not be resolved or fetched, and what that means. */
  readonly notes: readonly string[];
};

/**
 * The step of a network between rendering and freezing: resolves mentions, reads the page of a link card, looks the
 * parent up. It needs no credentials, so that `freeze` works without keys.
 */
export interface ThreadPreparer {
  prepare(input: PreparationInput): Promise<Preparation>;
}
