import type { Identity } from '../../networks/port.ts';

/** How often the user may retry an invalid answer. */
export const TRIES = 3;

/**
 * A question to the user. A `secret` is not echoed. Aborting the signal cancels the question, because the answer came
 * elsewhere.
 */
export type Question = {
  readonly text: string;
  readonly isSecret?: boolean;
  readonly signal?: AbortSignal;
};

/** Progress of adding an account. */
export type AddingEvent =
  /** How to get the next value, one step per line. */
  | { readonly type: 'steps'; readonly about: string; readonly steps: readonly string[] }
  /** An invalid answer; the question is asked again. */
  | { readonly type: 'wrong'; readonly why: string }
  /** The consent page; `isOpened` if a browser was asked to show it. */
  | { readonly type: 'page'; readonly url: string; readonly isOpened: boolean }
  | { readonly type: 'checked'; readonly identity: Identity }
  /** The network has ended the account's token. */
  | { readonly type: 'signed-out'; readonly account: string; readonly network: string }
  | { readonly type: 'changed'; readonly file: string; readonly what: string }
  /** Credentials are already in a repository. */
  | { readonly type: 'warning'; readonly message: string };

/** The application's dialog with the user. */
export interface Talk {
  /** `null` if nobody can answer: in a script or a pipe. */
  readonly ask: ((question: Question) => Promise<string>) | null;
  tell(event: AddingEvent): void;
}
