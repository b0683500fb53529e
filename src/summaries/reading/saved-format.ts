/** The kind of a saved document. */
export type SavedFormat = 'page' | 'feed' | 'post';

const PAGE_NAME = /\.x?html?$/i;
const FEED_NAME = /\.(?:xml|rss|atom|rdf)$/i;
/** Front matter: a post of a blog engine, even if its text is HTML. */
const FRONT_MATTER = /^\uFEFF?\s*(?:---|\+\+\+)\s*\n/;
const PAGE_START =
  /^\uFEFF?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;
const FEED_START =
  /^\uFEFF?\s*(?:<\?xml[\s\S]{0,2000}?\?>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*|<\?[\s\S]{0,2000}?\?>\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i;
const JSON_FEED = /^\uFEFF?\s*\{[\s\S]{0,4000}?"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/i;

/**
 * Detects what a file holds: a saved page, a saved feed, or a post as its author wrote it; by its content, then by its name.
 */
export function savedFormat(text: string, name: string): SavedFormat {
  if (FRONT_MATTER.test(text.slice(0, 200))) return 'post';
  const start = text.slice(0, 8000);
  if (FEED_START.test(start) || JSON_FEED.test(start)) return 'feed';
  if (PAGE_START.test(start)) return 'page';
  if (FEED_NAME.test(name)) return 'feed';
  return PAGE_NAME.test(name) ? 'page' : 'post';
}
