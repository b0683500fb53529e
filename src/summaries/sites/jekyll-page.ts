import { calendarDate } from '../../drafts/front-matter/dates.ts';
import { listField, textField } from '../reading/post-fields.ts';
import { filled, pathParts, type SiteSettings, type SiteText, settingAt, settingText } from './site-text.ts';

/** Jekyll's names for whole patterns, https://jekyllrb.com/docs/permalinks/#built-in-formats; `weekdate` needs the week. */
const STYLES: Readonly<Record<string, string>> = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

/** Endings of files that Jekyll converts to a page. */
const PAGE = /^\.(?:md|markdown|mkd|mkdn|mkdown|html?)$/i;
const DATED = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.+)$/;

/** A file of Jekyll with what it is: a post, a document of a collection, or a page. */
type Kind = { readonly collection: string | undefined; readonly folders: readonly string[] };

/**
 * Returns the path of a file's page by a Jekyll site's own settings (`_config.yml`); `undefined` if they don't tell it, or if
 * Jekyll makes no page of the file.
 */
export function jekyllPage(text: SiteText, settings: SiteSettings): string | undefined {
  const { path, fields, hasFrontMatter } = text;
  const { folders, stem, ending } = pathParts(path);
  const kind = isExcluded(path, settings) ? undefined : kindOf(folders, settings);
  if (kind === undefined) return undefined;
  if (!hasFrontMatter) return kind.collection === undefined && !PAGE.test(ending) ? `/${path}` : undefined;
  if (!PAGE.test(ending)) return undefined;
  const { collection } = kind;
  const defaults = (key: string): SiteSettings => defaultOf(key, path, collection ?? 'pages', settings);
  const own = textField(fields, 'permalink') ?? asText(defaults('permalink'));
  if (collection === undefined) {
    const values = { path: kind.folders.join('/'), basename: stem, output_ext: '.html' };
    return addressed(filled(own ?? pagePattern(stem, settings), values));
  }
  const [, named, title = stem] = DATED.exec(stem) ?? [];
  if (collection === 'posts' && named === undefined) return undefined;
  const date = fields.has('date') ? dayOf(textField(fields, 'date'), settings) : dayOf(named, settings);
  const slug = textField(fields, 'slug') ?? title;
  const inside = [...kind.folders, stem].join('/');
  return addressed(
    filled(own ?? documentPattern(collection, settings), {
      collection,
      path: inside,
      name: slugOf(title),
      title: titleOf(slug),
      slug: slugOf(slug).toLowerCase(),
      categories: categories(text, kind, defaults).join('/'),
      slugified_categories: categories(text, kind, defaults).map(slugOf).join('/'),
      output_ext: '.html',
      ...dateValues(date),
    }),
  );
}

/** Whether the settings keep a file out of the site; of a pattern with a star, that is not known, and taken for granted. */
function isExcluded(path: string, settings: SiteSettings): boolean {
  const names = settingAt(settings, 'exclude');
  return (Array.isArray(names) ? names : []).some((name) => {
    if (typeof name !== 'string' || name === '') return false;
    const whole = name.replace(/^\.?\/+|\/+$/g, '');
    const [start = ''] = whole.split('*');
    return whole.includes('*')
      ? path.startsWith(start) && path.endsWith(whole.slice(whole.lastIndexOf('*') + 1))
      : path === whole || path.startsWith(`${whole}/`);
  });
}

function kindOf(folders: readonly string[], settings: SiteSettings): Kind | undefined {
  const base = settingText(settings, 'collections_dir')?.replace(/^\.?\/+|\/+$/g, '') ?? '';
  const isBelow = base !== '' && `${folders.join('/')}/`.startsWith(`${base}/`);
  const inner = isBelow ? folders.slice(base.split('/').length) : folders;
  const posts = inner.indexOf('_posts');
  // Folders above and below `_posts` differ: those above are categories.
  if (posts >= 0) return { collection: 'posts', folders: inner.slice(0, posts) };
  const first = inner[0] ?? '';
  if (base === '' || isBelow) {
    const name = first.startsWith('_') ? first.slice(1) : undefined;
    const isPublic = name !== undefined && settingText(settings, 'collections', name, 'output') === 'true';
    if (isPublic) return { collection: name, folders: inner.slice(1) };
  }
  return folders.some((folder) => /^[_.#~]/.test(folder)) ? undefined : { collection: undefined, folders };
}

const asText = (value: SiteSettings): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Returns the pattern of posts, or of another collection. */
function documentPattern(collection: string, settings: SiteSettings): string {
  const own = settingText(settings, 'collections', collection, 'permalink');
  if (collection !== 'posts') return own ?? '/:collection/:path:output_ext';
  const style = own ?? settingText(settings, 'permalink') ?? 'date';
  return STYLES[style] ?? (style === 'weekdate' ? ':week' : style);
}

/** Returns the pattern of pages, whose endings follow the style of posts. */
function pagePattern(stem: string, settings: SiteSettings): string {
  if (/^index$/i.test(stem)) return '/:path/';
  const style = settingText(settings, 'permalink') ?? 'date';
  if (Object.hasOwn(STYLES, style) || style === 'weekdate')
    return style === 'pretty' ? '/:path/:basename/' : '/:path/:basename:output_ext';
  const end = style.endsWith('/') ? '/' : style.endsWith(':output_ext') ? ':output_ext' : '';
  return `/:path/:basename${end}`;
}

/**
 * Returns a key of the defaults in the settings: the longest path that holds counts, then the last row with a type,
 * https://jekyllrb.com/docs/configuration/front-matter-defaults/#precedence.
 */
function defaultOf(key: string, path: string, type: string, settings: SiteSettings): SiteSettings {
  const rows = settingAt(settings, 'defaults');
  let best: { readonly length: number; readonly isTyped: boolean; readonly value: SiteSettings } | undefined;
  for (const row of Array.isArray(rows) ? rows : []) {
    const value = settingAt(row, 'values', key);
    if (value === undefined) continue;
    const only = settingText(row, 'scope', 'type');
    if (only !== undefined && only !== type) continue;
    const scope = (settingText(row, 'scope', 'path') ?? '').replace(/^\/+|\/+$/g, '');
    // Jekyll's own rules for stars are those of the system.
    if (scope.includes('*')) return ':unknown';
    if (scope !== '' && path !== scope && !path.startsWith(`${scope}/`)) continue;
    const isTyped = only !== undefined;
    if (
      best === undefined ||
      scope.length > best.length ||
      (scope.length === best.length && (isTyped || !best.isTyped))
    )
      best = { length: scope.length, isTyped, value };
  }
  return best?.value;
}

/** Returns the categories: of the folders above `_posts`, then of the front matter. Jekyll keeps their letters, in lower case. */
function categories(
  { fields }: SiteText,
  { collection, folders }: Kind,
  defaults: (key: string) => SiteSettings,
): readonly string[] {
  const own = ['category', 'categories'].flatMap((key): readonly string[] => {
    const value = fields.get(key) ?? defaults(key);
    if (typeof value !== 'string') return listField(new Map([[key, value ?? null]]), key);
    return key === 'category' ? [value] : value.split(/\s+/);
  });
  const above = collection === 'posts' ? folders : [];
  const names = [...above, ...own].map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
  return [...new Set(names)];
}

const ISO = /^\s*\d{4}-/;
/** A time of day behind a date, and its zone if it has one. */
const CLOCK = /[T ](\d{1,2}:\d{2})(?::\d{2})?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Reads a day. Jekyll shows a time in the `timezone` of the settings, else in the zone of the machine that builds the site,
 * which is UTC or the author's: without a setting, the day is unknown if these differ.
 */
function dayOf(written: string | undefined, settings: SiteSettings): string | undefined {
  const day = written === undefined ? undefined : calendarDate(written);
  // Ruby reads `Feb 3, 2025 9:00` in the zone of the site, and what YAML takes for a time in UTC.
  const [, clock, zone = 'Z'] = ISO.test(written ?? '') ? (CLOCK.exec(written?.trim() ?? '') ?? []) : [];
  if (day === undefined || clock === undefined) return day;
  const time = new Date(`${day}T${clock.padStart(5, '0')}${zone.replace(/^(.\d{2})(\d{2})$/, '$1:$2')}`);
  if (Number.isNaN(time.getTime())) return undefined;
  const place = settingText(settings, 'timezone');
  const shown = place === undefined ? time.toISOString().slice(0, 10) : dayIn(place, time);
  return place === undefined && shown !== day ? undefined : shown;
}

/** Returns the day of a time in a zone; `undefined` for an unknown zone. */
function dayIn(zone: string, time: Date): string | undefined {
  try {
    // Sweden writes dates as ISO 8601 does.
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(time);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function dateValues(day: string | undefined): Readonly<Record<string, string | undefined>> {
  if (day === undefined) return {};
  const [year = '', month = '', date = ''] = day.split('-');
  const ordinal = (Date.parse(day) - Date.parse(`${year}-01-01`)) / 86_400_000 + 1;
  return {
    year,
    month,
    day: date,
    short_year: year.slice(2),
    i_month: String(Number(month)),
    i_day: String(Number(date)),
    y_day: String(ordinal).padStart(3, '0'),
  };
}

/** Makes Jekyll's `:title` of a file's name: dots, underscores and capitals stay (`1.7.0-released`). */
export const titleOf = (name: string): string =>
  name.replace(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, '-').replace(/^-|-$/g, '');

/** Makes Jekyll's `:slug` and `:name`. */
const slugOf = (name: string): string => name.replace(/[^\p{M}\p{L}\p{Nd}]+/gu, '-').replace(/^-|-$/g, '');

function addressed(path: string | undefined): string | undefined {
  // Web servers serve a folder's index at the folder.
  const page = path?.replace(/\/index\.html?$/, '/');
  return page === undefined ? undefined : encodeURI(page);
}
