import type { Identity } from '../../networks/port.ts';

/** A question to the person; `secret` is not shown while it is typed. An answer that comes elsewhere aborts the signal. */
export type Question = {
  readonly text: string;
  readonly isSecret?: boolean;
  readonly signal?: AbortSignal;
};

/** What a shell says while an account is added. */
export type AddingEvent =
  /** How to get what is asked for next, one step a line. */
  | { readonly type: 'steps'; readonly about: string; readonly steps: readonly string[] }
  /** An answer that can't be right; it is asked again. */
  | { readonly type: 'wrong'; readonly why: string }
  /** The page on which the person consents; `isOpened` where a browser was asked to show it. */
  | { readonly type: 'page'; readonly url: string; readonly isOpened: boolean }
  | { readonly type: 'checked'; readonly identity: Identity }
  | { readonly type: 'changed'; readonly file: string; readonly what: string }
  /** Credentials are in a repository already. */
  | { readonly type: 'warning'; readonly message: string };

/** How the application talks with a person. */
export interface Talk {
  /** `null` where nobody can answer: a script, a pipe. */
  readonly ask: ((question: Question) => Promise<string>) | null;
  tell(event: AddingEvent): void;
}
