const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

type Format = {
  readonly pattern: RegExp;
  /** What each group of the pattern holds. */
  readonly order: readonly ('year' | 'month' | 'day' | 'sign')[];
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
  // Next.js blogs: `Feb 3, 2025`, `February 3rd 2025`, `Feb 3, 2025, 9:00 AM`.
  {
    pattern: /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?:,? \d{1,2}:\d{2}.*)?$/,
    order: ['month', 'day', 'year'],
  },
  // The order in most of the world: `3 Feb 2025`.
  { pattern: /^(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})$/, order: ['day', 'month', 'year'] },
  // JavaScript's `String(date)`, which Svelte and Eleventy show: `Thu Jun 6 2019 09:00:00 GMT+0000 (UTC)`.
  {
    pattern: /^[A-Za-z]{3,9},? ([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})(?: \d{1,2}:\d{2}.*)?$/,
    order: ['month', 'day', 'year'],
  },
  // Quarto: `05/22/2023`, `05-16-2025`; elsewhere `22.05.2023`. A number over 12 can only be the day.
  {
    pattern: /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: \d{1,2}:\d{2}.*)?$/,
    order: ['month', 'sign', 'day', 'year'],
  },
  {
    pattern: /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?: \d{1,2}:\d{2}.*)?$/,
    order: ['day', 'sign', 'month', 'year'],
  },
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

/** `1728487000`: Unix time from 2001 to 2033 in seconds, or in milliseconds; `2025020312` is none. */
const UNIX_TIME = /^1\d{9}(?:\d{3})?$/;

/** The day of a Unix time in UTC: it names no zone. */
const unixDay = (time: string): string =>
  new Date(Number(time.slice(0, 10)) * 1000).toISOString().slice(0, 10);

/** Converts a date as blogs write it to an ISO calendar date, `2025-02-03`; `undefined` for anything else, and for a date with two readings. */
export function calendarDate(written: string): string | undefined {
  const [date, other] = readingsOf(written);
  return other === undefined ? date : undefined;
}

/** Returns the one reading of `03/02/2025` that has the day, or the month, in the name of the file or its folders. */
export function dateSettledBy(path: string | null, written: string): string | undefined {
  const dated = path
    ?.match(DATE_IN_PATH)
    ?.at(-1)
    ?.replace(/[\\/_]/g, '-');
  if (dated === undefined) return undefined;
  const [date, other] = readingsOf(written).filter((reading) => reading.startsWith(dated));
  return other === undefined ? date : undefined;
}

/** `2019-01-29`, `2019_01_29` or `2019/01` in a path. */
const DATE_IN_PATH = /(?<!\d)(?:19|20)\d\d([-_\\/])(?:0[1-9]|1[0-2])(?:\1(?:0[1-9]|[12]\d|3[01]))?(?!\d)/g;

/** Returns the calendar dates that a date can mean, each once. */
function readingsOf(written: string): string[] {
  if (UNIX_TIME.test(written.trim())) return [unixDay(written.trim())];
  const readings = FORMATS.flatMap(({ pattern, order }) => {
    const match = pattern.exec(written.trim());
    if (match === null) return [];
    const part = (name: Format['order'][number]): string => match[order.indexOf(name) + 1] ?? '';
    const date = [part('year'), monthNumber(part('month')), part('day').padStart(2, '0')].join('-');
    return isCalendarDate(date) ? [date] : [];
  });
  return [...new Set(readings)];
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
