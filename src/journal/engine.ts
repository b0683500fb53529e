import { JournalError, type JournalErrorKind } from '../publishing/journal-error.ts';

/** What to tell the user about each kind of failure; `where` names the store. */
export type Sentences = Readonly<Partial<Record<JournalErrorKind, (where: string) => string>>>;

/** Everything that differs between stores; the rest is shared. */
export type Engine = {
  readonly name: string;
  /** Returns the kind of a driver's failure, or `undefined` if the store did not fail; `where` names the store. */
  readonly failureKind: (error: unknown, where: string) => JournalErrorKind | undefined;
  /** Whether a failure means a duplicate key or a missing parent row. */
  readonly breaksConstraint: (error: unknown) => boolean;
  readonly sentences: Sentences;
};

/** Messages for every store. */
export const COMMON_SENTENCES: Sentences = {
  locked: (where) =>
    `Another process holds the journal ${where} and did not release it. Wait until it is done, then try again.`,
  full: (where) =>
    `The disk that holds the journal ${where} is full. Make room, then try again; what was written before is safe.`,
  corrupt: (where) =>
    `The journal ${where} is damaged, or is not a journal. Move it away and run the same command again: publications are rebuilt from the frozen files beside the drafts.`,
};

/** Wraps a store's failure in a JournalError, and keeps its cause. */
export function journalFailure(
  { sentences }: Engine,
  reason: JournalErrorKind,
  where: string,
  cause: unknown,
): JournalError {
  return new JournalError(
    reason,
    sentences[reason]?.(where) ?? `The journal ${where} failed: ${reason}.`,
    cause,
  );
}

/** Returns a function that translates a driver's errors to JournalErrors; other errors pass unchanged. */
export function translator(engine: Engine, where: string): (error: unknown) => unknown {
  return (error) => {
    const reason = engine.failureKind(error, where);
    return reason === undefined ? error : journalFailure(engine, reason, where, error);
  };
}
