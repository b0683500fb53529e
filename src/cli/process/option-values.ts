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

/** A list of numbers may name so many: more are no choice. */
const MOST_NUMBERS = 1000;

/**
 * Parses a list of numbers and ranges, `1,4-6`; undefined stays undefined.
 *
 * @throws Refusal (usage) that names the option
 */
export function numberList(flag: string, text: string | undefined): number[] | undefined {
  if (text === undefined) return undefined;
  const parts = text.split(',').map((part) => /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(part));
  const numbers = parts.flatMap((part) => {
    const from = Number(part?.[1] ?? Number.NaN);
    const to = Number(part?.[2] ?? from);
    return to >= from && to - from < MOST_NUMBERS
      ? Array.from({ length: to - from + 1 }, (_, at) => from + at)
      : [Number.NaN];
  });
  if (numbers.length <= MOST_NUMBERS && !numbers.some(Number.isNaN)) return numbers;
  throw new Refusal('usage', `${flag} takes numbers and ranges such as 1,4-6, not ‘${text}’.`);
}
