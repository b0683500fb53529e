import { summaryFinding } from '../finding-codes.ts';
import type { BlogPost } from './blog-post.ts';
import { readPage } from './read-page.ts';

/** The address that a browser writes into a saved page: `<!-- saved from url=(0026)https://example.org/kettle -->`. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+)\s*-->/i;
/** A page's own address besides `rel=canonical`. */
const OWN_URL = /<meta\s[^>]*property=["']og:url["'][^>]*content=["'](https?:\/\/[^"']+)["']/i;
/** A placeholder for the address of a page that names none. */
const NOWHERE = 'https://invalid.invalid/';

/** Reads a page that was saved to a file, with the address that it names. */
export function readSavedPage(html: string): BlogPost {
  const from = SAVED_FROM.exec(html)?.[1] ?? OWN_URL.exec(html)?.[1];
  const post = readPage(html, from ?? NOWHERE);
  if (post.canonical === undefined || !post.canonical.url.startsWith(NOWHERE)) return post;
  const message =
    'the page does not name its address; pass it with --url, or add `<link rel="canonical">` to the file';
  const finding = summaryFinding('canonical-incomplete', { line: 1, column: 1 }, message);
  return { ...post, canonical: undefined, findings: [...post.findings, finding] };
}
