import type { Numbering } from '../drafts/settings.ts';

/** How a post's number is written, and where. */
type NumberForm = {
  readonly place: 'before' | 'after';
  readonly write: (index: number, count: number) => string;
};

const FORMS: Record<Exclude<Numbering, 'none'>, NumberForm> = {
  '1/7': { place: 'after', write: (index, count) => `\n\n${index}/${count}` },
  '(1/7)': { place: 'after', write: (index, count) => `\n\n(${index}/${count})` },
  '1.': { place: 'before', write: (index) => `${index}. ` },
};

/** Returns what a number adds to a post: text before it, after it, or nothing. A thread of one post has no number. */
export function numberOf(
  numbering: Numbering,
  index: number,
  count: number,
): { before: string; after: string } {
  if (numbering === 'none' || count < 2) return { before: '', after: '' };
  const form = FORMS[numbering];
  const written = form.write(index, count);
  return form.place === 'before' ? { before: written, after: '' } : { before: '', after: written };
}

/** Returns the widest number of any thread whose count has that many digits, to reserve room. */
export function widestNumber(numbering: Numbering, digits: number): string {
  if (numbering === 'none') return '';
  const widest = 10 ** digits - 1;
  return FORMS[numbering].write(widest, widest);
}
