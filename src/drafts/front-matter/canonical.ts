import type { FrontMatter } from './schema.ts';

/** A permalink with parts that only the blog's generator can fill in: Jekyll's `/:year/:title/`. */
const PLACEHOLDER = /\/:\w/;

/**
 * The page that a draft stands for: `canonical`, else `permalink`, else `slug`, joined to the site's URL. Without a
 * site the path stays a path.
 */
export function canonicalOf(
  { canonical, permalink, slug }: FrontMatter,
  siteUrl: string | undefined,
): string | undefined {
  const usable = permalink !== undefined && !PLACEHOLDER.test(permalink) ? permalink : undefined;
  const written = (canonical === undefined ? undefined : withScheme(canonical)) ?? usable ?? slug;
  if (written === undefined || /^https?:\/\//i.test(written)) return written;
  return joinToSite(written, siteUrl);
}

/** `//host/page`, which leaves the scheme to whoever reads it, as https; anything else as it stands. */
export function withScheme(written: string): string {
  return /^\/\/[^/]/.test(written) ? `https:${written}` : written;
}

/** A path joined to the site's URL; the path alone, from the root, where no site is known. */
export function joinToSite(path: string, siteUrl: string | undefined): string {
  const rooted = `/${path.replace(/^\/+/, '')}`;
  return siteUrl === undefined ? rooted : siteUrl.replace(/\/+$/, '') + rooted;
}
