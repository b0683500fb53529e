import type { FrontMatter } from './schema.ts';

/** A permalink with placeholders that only the blog's generator can fill in: Jekyll's `/:year/:title/`. */
const PLACEHOLDER = /\/:\w/;

/**
 * Returns a draft's own page: `canonical`, else `permalink`, else `slug`, joined to the site's URL. Without a site the path
 * stays a path.
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

/** Completes a protocol-relative `//host/page` with https; returns anything else unchanged. */
export function withScheme(written: string): string {
  return /^\/\/[^/]/.test(written) ? `https:${written}` : written;
}

/** Joins a path to the site's URL; without a known site, returns the path from the root. */
export function joinToSite(path: string, siteUrl: string | undefined): string {
  const rooted = `/${path.replace(/^\/+/, '')}`;
  return siteUrl === undefined ? rooted : siteUrl.replace(/\/+$/, '') + rooted;
}
