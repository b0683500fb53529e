import { systemWords } from '../disk/system-error.ts';
import { ThreadmillError } from '../threadmill-error.ts';

/** One problem in a configuration file; line and column count from 1. */
export type ConfigProblem = {
  readonly line: number;
  readonly column: number;
  /** The key with its parents, `accounts.me.network`; empty for the file as a whole. */
  readonly key: string;
  readonly message: string;
};

/** A file that is not a configuration has problems everywhere; showing more helps nobody. */
const MOST_SHOWN = 10;

/** An invalid configuration: the file, and every problem at its place. */
export class ConfigError extends ThreadmillError {
  override readonly name = 'ConfigError';
  readonly kind = 'configuration';
  readonly path: string;
  readonly problems: readonly ConfigProblem[];

  constructor(path: string, problems: readonly ConfigProblem[], facts: { cause?: unknown } = {}) {
    const lines = problems
      .slice(0, MOST_SHOWN)
      .map(
        ({ line, column, key, message }) =>
          `${path}:${line}:${column} ${key === '' ? '' : `${key}: `}${message}`,
      );
    if (problems.length > MOST_SHOWN) lines.push(`… and ${problems.length - MOST_SHOWN} more.`);
    super(lines.join('\n'), facts.cause);
    this.path = path;
    this.problems = problems;
  }
}

/** Makes the error for a settings file that exists but can't be read. */
export function unreadableConfig(path: string, cause: unknown): ConfigError {
  const { code = String(cause) } = cause as NodeJS.ErrnoException;
  const message = `can’t be read: ${systemWords(cause) ?? code}.`;
  return new ConfigError(path, [{ line: 1, column: 1, key: '', message }], { cause });
}
