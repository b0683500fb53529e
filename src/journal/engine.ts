import { JournalError, type JournalErrorKind } from '../publishing/journal-error.ts';

/** What to tell a person about each of the store's refusals; `where` names the store. */
export type Sentences = Readonly<Partial<Record<JournalErrorKind, (where: string) => string>>>;

/** What is different about a store, as one object: everything else is shared. */
export type Engine = {
  readonly name: string;
  /** The kind of a failure that the driver threw, `undefined` for what is no failure of the store. */
  readonly failureKind: (error: unknown) => JournalErrorKind | undefined;
  /** Whether a failure means that a row is there twice, or belongs to none. */
  readonly breaksConstraint: (error: unknown) => boolean;
  readonly sentences: Sentences;
};

/** What is said of every store. */
export const COMMON_SENTENCES: Sentences = {
  locked: (where) =>
    `Another process holds the journal ${where} and did not release it. Wait until it is done, then try again.`,
  full: (where) =>
    `The disk that holds the journal ${where} is full. Make room, then try again; what was written before is safe.`,
  corrupt: (where) =>
    `The journal ${where} is damaged, or is not a journal. Move it away and run the same command again: publications are rebuilt from the frozen files beside the drafts.`,
};

/** A failure of the store as ours, with its cause kept. */
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

/** Turns what a driver threw into an error of ours; what is no failure of the store stays as it is. */
export function translator(engine: Engine, where: string): (error: unknown) => unknown {
  return (error) => {
    const reason = engine.failureKind(error);
    return reason === undefined ? error : journalFailure(engine, reason, where, error);
  };
}
