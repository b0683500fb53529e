import { Refusal } from '../../app/refusal.ts';

/**
 * Parses the whole number of an option; undefined stays undefined.
 *
 * @throws Refusal (usage) that names the option and the range
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
  throw new Refusal('usage', `${flag} takes a whole number from ${least} to ${most}, not ‘${text}’.`);
}
