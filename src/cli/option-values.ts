import { CliError } from './cli-error.ts';
import { EXIT } from './exit-code.ts';

/**
 * Reads the whole number of an option; undefined stays undefined.
 *
 * @throws CliError (usage) that names the option and the range.
 */
export function wholeNumber(
  flag: string,
  text: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new CliError(EXIT.usage, `${flag} takes a whole number from ${least} to ${most}, not ‘${text}’.`);
}
