/**
 * Every kind of failure that Threadmill throws on purpose. A shell's table over this set maps each kind (to an exit code, an
 * HTTP status), and doesn't compile while a kind is missing.
 */
export const ERROR_KINDS = [
  /** A draft or its source can't be read, or can't be published as it is. */
  'draft',
  /** The request makes no sense, or names something that does not exist. */
  'usage',
  /** The project's settings don't allow it. */
  'configuration',
  /** An account can't be used: its credentials are missing, or its network has no client. */
  'account',
  'journal',
  'file',
  /** Another process does the same work. */
  'busy',
  /** A network's refusal, or a request with an unknown outcome. */
  'publishing',
  /** Nothing was sent. */
  'not-sent',
  /** Part of a thread was sent. */
  'partly-sent',
  /** A web document can't be read. */
  'fetch',
  /** The caller aborted the work. */
  'interrupted',
  /** A port can't be listened on. */
  'port',
] as const;

export type ErrorKind = (typeof ERROR_KINDS)[number];

/**
 * The base of every error that Threadmill throws on purpose: `message` says what happened, to which file or account, and what
 * to do next, and never contains a secret. Any other error is a bug. Recognise an error by its `kind` (`isOfKind`), which also
 * works with two copies of the package.
 */
export abstract class ThreadmillError extends Error {
  abstract readonly kind: ErrorKind;

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
  }
}

/** Whether a thrown value is an error of Threadmill, and not a bug. */
export function isThreadmillError(error: unknown): error is ThreadmillError {
  return error instanceof Error && 'kind' in error && ERROR_KINDS.some((kind) => kind === error.kind);
}

/** Whether a thrown value is an error of one of these kinds. */
export function isOfKind<K extends ErrorKind>(
  error: unknown,
  ...kinds: readonly K[]
): error is ThreadmillError & { readonly kind: K } {
  return isThreadmillError(error) && kinds.some((kind) => kind === error.kind);
}
