import { calendarDate } from '../../drafts/front-matter/dates.ts';
import type { PostFields } from '../reading/post-fields.ts';
import { hugoText } from './hugo-text.ts';
import {
  filled,
  isMap,
  pathParts,
  type SiteSettings,
  type SiteText,
  settingAt,
  settingText,
} from './site-text.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A text below `content/`: its folders, and its name, which of a bundle is the folder's. */
type Place = {
  readonly folders: readonly string[];
  readonly name: string;
  readonly isSection: boolean;
  /** `/fr` before the path of a translation. */
  readonly prefix: string;
};

/**
 * Returns the path of a text's page by a Hugo site's own settings; `undefined` if they don't tell it.
 * https://gohugo.io/content-management/urls/, https://gohugo.io/configuration/permalinks/
 */
export function hugoPage({ path, fields }: SiteText, settings: SiteSettings): string | undefined {
  const place = placeOf(path, settings);
  if (place === undefined) return undefined;
  const { folders, name, isSection, prefix } = place;
  const own = settingText(fields, 'url');
  // Versions of Hugo differ in where the address of a translation begins.
  if (own !== undefined)
    return prefix !== '' || own.includes(':') ? undefined : `/${own.replace(/^\/+/, '')}`;
  const section = folders[0] ?? '';
  const pattern = isSection ? undefined : patternOf(section, settings);
  const isUgly = settingText(settings, 'uglyURLs') ?? 'false';
  if (isUgly !== 'false' || isMap(settingAt(settings, 'uglyURLs'))) return undefined;
  const slug = settingText(fields, 'slug');
  if (pattern !== undefined) {
    const values = patternValues(place, fields, settings);
    const page = filled(withSlices(pattern, folders, settings), values);
    return page === undefined ? undefined : `${prefix}${page.replace(/\/*$/, '/')}`;
  }
  const last = isSection ? [] : [slug ?? name];
  const parts = [...folders, ...last].map((part) => urlized(part, settings));
  return parts.some((part) => part === undefined) ? undefined : `${prefix}/${[...parts, ''].join('/')}`;
}

/** A name that begins with its date. */
const DATED = /^\d{4}-\d{2}-\d{2}/;

/** `:sections[1:]`: some of a text's folders. */
const SLICE = /:sections\[(\d{0,2})(:?)(\d{0,2})\]/g;

/** Writes the folders that a pattern takes from the row of all; what it can't read stays, and makes the page unknown. */
const withSlices = (pattern: string, folders: readonly string[], settings: SiteSettings): string =>
  pattern.replace(SLICE, (whole, first: string, colon: string, end: string) => {
    if (colon === '' && first === '') return whole;
    const from = first === '' ? 0 : Number(first);
    const to = colon === '' ? from + 1 : end === '' ? folders.length : Number(end);
    return urlized(folders.slice(from, to).join('/'), settings) ?? whole;
  });

function placeOf(path: string, settings: SiteSettings): Place | undefined {
  const { folders, stem, ending } = pathParts(path);
  const text = /^\.(?:md|markdown|html?|mdown)$/i.test(ending)
    ? hugoText(folders, stem, settings)
    : undefined;
  const dates = settingAt(settings, 'frontmatter', 'date');
  if (text === undefined) return undefined;
  const { folders: inner, name, prefix } = text;
  // Hugo then takes dates and slugs out of names.
  const isDatedByName = Array.isArray(dates) && dates.some((one) => one === ':filename');
  if (isDatedByName && DATED.test(name === 'index' ? (inner.at(-1) ?? '') : name)) return undefined;
  const isSection = name === '_index';
  if (isSection || name !== 'index') return { folders: inner, name, isSection, prefix };
  return { folders: inner.slice(0, -1), name: inner.at(-1) ?? '', isSection: inner.length === 0, prefix };
}

/** Returns the pattern of a section's pages: `[permalinks.page]` since Hugo 0.131, `[permalinks]` before. */
function patternOf(section: string, settings: SiteSettings): string | undefined {
  return (
    settingText(settings, 'permalinks', 'page', section) ??
    settingText(settings, 'permalinks', section) ??
    undefined
  );
}

function patternValues(
  { folders, name }: Place,
  fields: PostFields,
  settings: SiteSettings,
): Readonly<Record<string, string | undefined>> {
  const written = settingText(fields, 'date');
  const day = written === undefined ? undefined : calendarDate(written);
  const [year, month, date] = day?.split('-') ?? [];
  const slug = settingText(fields, 'slug');
  const title = settingText(fields, 'title');
  const made = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : urlized(text, settings);
  return {
    year,
    month,
    day: date,
    monthname: month === undefined ? undefined : made(MONTHS[Number(month) - 1]),
    section: made(folders[0]) ?? '',
    sections: made(folders.join('/')),
    title: made(title),
    slug: made(slug ?? title),
    filename: made(name),
    slugorfilename: made(slug ?? name),
    contentbasename: made(name),
    slugorcontentbasename: made(slug ?? name),
  };
}

/**
 * Writes a text as Hugo does in an address; `undefined` for letters whose spelling there needs more than these rules.
 * `hugolib/paths`, `Sanitize`: blanks become hyphens, other signs go.
 */
function urlized(text: string, settings: SiteSettings): string | undefined {
  if (/[^\x20-\x7e‘’“”–—…\p{L}\p{M}\p{N}]|[%\\#]/u.test(text)) return undefined;
  const isBare = settingText(settings, 'removePathAccents') === 'true';
  if (isBare && /[^\x20-\x7e]/.test(text)) return undefined;
  let made = '';
  let isSpaced = false;
  for (const sign of text.normalize('NFC')) {
    if (/[\p{L}\p{M}\p{N}./_+~@-]/u.test(sign)) {
      if (isSpaced && sign !== '-') made += '-';
      isSpaced = false;
      made += sign;
    } else if (sign === ' ' && made !== '' && !made.endsWith('-')) isSpaced = true;
  }
  const isLower = settingText(settings, 'disablePathToLower') !== 'true';
  return encodeURI(isLower ? made.toLowerCase() : made);
}
