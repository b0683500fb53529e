const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type Format = {
  readonly pattern: RegExp;
  readonly order: readonly ['year' | 'month' | 'day', string, string];
};

/** Date formats of blogs, one row per format; month names in English, in full or abbreviated. */
const FORMATS: readonly Format[] = [
  // ISO 8601, and Jekyll's `2026-02-03 09:00:00 +0100`: the day as written, ignoring the zone.
  { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/, order: ['year', 'month', 'day'] },
  // React’s blog, Pelican: `2025/02/03`; with the day or the month first, it could be either.
  { pattern: /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?: \d{1,2}:\d{2}.*)?$/, order: ['year', 'month', 'day'] },
  // Feeds: `Tue, 03 Feb 2026 09:00:00 +0100`.
  {
    pattern: /^[A-Za-z]{3,9},? (\d{1,2}) ([A-Za-z]{3,9}) (\d{4})(?: \d{1,2}:\d{2}.*)?$/,
    order: ['day', 'month', 'year'],
  },
  // Next.js blogs: `Feb 3, 2025`, `February 3rd 2025`.
  { pattern: /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/, order: ['month', 'day', 'year'] },
  // The order in most of the world: `3 Feb 2025`.
  { pattern: /^(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})$/, order: ['day', 'month', 'year'] },
];

/** The keys by which blogs date a post: Jekyll and most others, Astro, Hugo, Next.js. */
export const DATE_KEYS = [
  'date',
  'pubDate',
  'pubDatetime',
  'publishDate',
  'publishedAt',
  'published_at',
  'published',
] as const;

/** Converts a date as blogs write it to an ISO calendar date, `2025-02-03`; `undefined` for anything else. */
export function calendarDate(written: string): string | undefined {
  for (const { pattern, order } of FORMATS) {
    const match = pattern.exec(written.trim());
    if (match === null) continue;
    const part = (name: string): string => match[order.indexOf(name) + 1] ?? '';
    const date = [part('year'), monthNumber(part('month')), part('day').padStart(2, '0')].join('-');
    return isCalendarDate(date) ? date : undefined;
  }
  return undefined;
}

function monthNumber(written: string): string {
  if (/^\d+$/.test(written)) return written.padStart(2, '0');
  const name = written.toLowerCase();
  const index = MONTHS.indexOf(name.slice(0, 3));
  const isName = LONG_MONTHS[index]?.startsWith(name) === true || name === 'sept';
  return isName ? String(index + 1).padStart(2, '0') : '';
}

const LONG_MONTHS =
  'january february march april may june july august september october november december'.split(' ');

/** ISO 8601 with a time, and the zone as an offset, `Z` or an IANA name in brackets; the zone is optional. */
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?(\[[A-Za-z][\w+/-]*\])?$/;

/**
 * Reads a publishing time: ISO 8601 with `T`, or `next`; `undefined` for anything else. A time without a zone stays so, for the
 * configuration's zone.
 */
export function publishTime(written: string): string | undefined {
  const time = written.trim();
  if (time.toLowerCase() === 'next') return 'next';
  const match = DATE_TIME.exec(time);
  if (match === null) return undefined;
  const [, date = '', hour = '', minute = '', second, offset = '', zone = ''] = match;
  if (!isCalendarDate(date) || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59)
    return undefined;
  const withColon = offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2');
  return `${date}T${hour}:${minute}${second === undefined ? '' : `:${second}`}${withColon}${zone}`;
}

function isCalendarDate(date: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return false;
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}
