import { textField } from '../reading/post-fields.ts';
import { isMap, pathParts, type SiteSettings, type SiteText, settingAt, settingText } from './site-text.ts';

/** A date before a name, which Zola takes out of the address. */
const DATED = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?\s?[_-](.+)$/;

/**
 * Returns the path of a text's page by a Zola site's own settings; `undefined` if they don't tell it.
 * https://www.getzola.org/documentation/content/page/
 */
export function zolaPage({ path, fields }: SiteText, settings: SiteSettings): string | undefined {
  const { folders, stem, ending } = pathParts(path);
  if (folders[0] !== 'content' || ending !== '.md') return undefined;
  const usual = settingText(settings, 'default_language') ?? 'en';
  const languages = settingAt(settings, 'languages');
  const [, written, suffix = ''] = /^(.+)\.([\w-]+)$/.exec(stem) ?? [];
  const isOther = suffix !== usual && isMap(languages) && languages.has(suffix);
  const isTranslated = written !== undefined && (isOther || suffix === usual);
  const base = isTranslated ? written : stem;
  const prefix = isOther ? `/${suffix}` : '';
  const own = textField(fields, 'path');
  if (own !== undefined) return `${prefix}/${own.replace(/^\/+|\/+$/g, '')}/`.replace(/\/{2,}/g, '/');
  const inner = folders.slice(1);
  const isSection = base === '_index';
  const isBundle = base === 'index' && inner.length > 0;
  const above = isBundle ? inner.slice(0, -1) : inner;
  const file = isBundle ? (inner.at(-1) ?? '') : base;
  const keepsDates = settingText(settings, 'slugify', 'paths_keep_dates') === 'true';
  const name = textField(fields, 'slug') ?? (keepsDates ? file : (DATED.exec(file)?.[1] ?? file));
  const last = isSection ? [] : [slugified(name, settings)];
  // What Zola makes of a folder's name that is no slug differs between its versions.
  const parts = [...above.map((part) => (slugified(part, settings) === part ? part : undefined)), ...last];
  return parts.some((part) => part === undefined)
    ? undefined
    : `${prefix}/${[...parts, ''].join('/')}`.replace(/\/{2,}/g, '/');
}

/** Writes a name as Zola does in an address; `undefined` for letters that Zola spells in ASCII, and for other ways to write. */
function slugified(name: string, settings: SiteSettings): string | undefined {
  if (/[^\x20-\x7e]/.test(name)) return undefined;
  const way = settingText(settings, 'slugify', 'paths') ?? settingText(settings, 'slugify_paths') ?? 'on';
  if (way !== 'on') return /^[\w.-]+$/.test(name) ? name : undefined;
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
