import { LANGUAGES } from '../languages/languages.ts';
import { once } from '../text/lazy.ts';
import type { Block } from './draft.ts';
import { runsText } from './draft-words.ts';

const months = once(
  () => new Set(Object.values(LANGUAGES).flatMap(({ months: names }) => names.toLowerCase().split(' '))),
);
const YEAR = /^(?:19|20)\d\d$/;

const tokensOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const isDate = (token: string): boolean => YEAR.test(token) || months().has(token);

/** The fewest words that a title and a heading share if both name one thing. */
const FEWEST_SHARED = 2;

/**
 * Returns the heading at the top of a text that says its title with another month or year: `Rain of March 2026` below `Rain of April 2026`.
 */
export function headingOfOtherDate(title: string, [first]: readonly Block[]): string | undefined {
  if (first?.type !== 'heading') return undefined;
  const heading = runsText(first.runs).replace(/\s+/g, ' ').trim();
  const [own, other] = [tokensOf(title), tokensOf(heading)];
  if (own.length !== other.length) return undefined;
  const differing = own.flatMap((token, at) => (token === other[at] ? [] : [[token, other[at] ?? '']]));
  const isOther = differing.length > 0 && differing.every((pair) => pair.every(isDate));
  return isOther && own.length - differing.length >= FEWEST_SHARED ? heading : undefined;
}
