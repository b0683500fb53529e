/** How bad a finding is: an `error` prevents publishing, the others are advice. */
export type Severity = 'error' | 'warning' | 'info';

/** A place in a draft's file: line and column count from 1, columns in UTF-16 units. */
export type Position = { readonly line: number; readonly column: number };

/**
 * A problem or doubt in a draft. Findings are data and never thrown; the message says what is wrong and what to do about it.
 */
export type Finding = Position & {
  /** Stable, kebab-case, one entry each in `docs/findings.md`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Whether `lint --fix` can repair it without human judgement. */
  readonly fixable?: boolean;
  /** How many findings of the draft have the same message, if several; this is the first. */
  readonly count?: number;
};
