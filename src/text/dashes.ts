/** A dash between words. */
const DASH = /\s(?:-{1,3}|[–—])\s|—/;
const ENDS_WITH_DASH = /(?:\s(?:-{1,3}|[–—])|—)$/;
/** The next dash of the same sentence. */
const SECOND_DASH = /^[^.!?…]*?(?:\s(?:-{1,3}|[–—])\s|—)/;

const endsWithDash = (before: string): boolean => ENDS_WITH_DASH.test(before.slice(-4));

/** Whether a text ends with the first of two dashes around words that are put in. */
export const opensDashes = (before: string, after: string): boolean =>
  endsWithDash(before) && !DASH.test(before.slice(0, -2)) && SECOND_DASH.test(after);

/** A few words between two dashes. */
const BETWEEN_DASHES = /(?:\s(?:-{1,3}|[–—])\s|—)[^.!?;:,\s—–-][^.!?;:,—–]{0,23}(?:\s(?:-{1,3}|[–—])|—)$/;

/** Whether a text ends with the second of two dashes around a few words. */
export const closesDashes = (before: string): boolean => BETWEEN_DASHES.test(before);

/** The last member of a series behind one that ends with a bracket: `(of hemp), and lamps`. */
const LAST_MEMBER = /[)\]], (\p{L}+) [^,;:.!?()]{1,40}$/u;

/**
 * Whether a text ends with a dash inside the last member of a series, whose other ones have remarks, too.
 *
 * @param last - words before a last member: `and`
 */
export const isDashInLastMember = (before: string, last: ReadonlySet<string>): boolean =>
  endsWithDash(before) && last.has(LAST_MEMBER.exec(before)?.[1] ?? '');
