/** One thing that is wrong in a configuration file; line and column count from 1. */
export type ConfigProblem = {
  readonly line: number;
  readonly column: number;
  /** The key with its parents, `accounts.me.network`; empty for the file as a whole. */
  readonly key: string;
  readonly message: string;
};

/** A configuration that can't be used: which file, and every problem in it at its place. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly path: string;
  readonly problems: readonly ConfigProblem[];

  constructor(path: string, problems: readonly ConfigProblem[], facts: { cause?: unknown } = {}) {
    const lines = problems.map(
      ({ line, column, key, message }) =>
        `${path}:${line}:${column} ${key === '' ? '' : `${key}: `}${message}`,
    );
    super(lines.join('\n'), facts.cause === undefined ? undefined : { cause: facts.cause });
    this.path = path;
    this.problems = problems;
  }
}
