import { DATE_KEYS } from './dates.ts';
import { TITLE_KEYS } from './title-keys.ts';

/**
 * Keys of blogs' front matter: not misspellings of ours, and a sign that lines of `key: value` are front matter. From Jekyll,
 * Hugo, Next.js, Astro, Eleventy, Pelican, Obsidian and dev.to.
 */
const BLOG_KEYS = new Set(
  (
    'aliases alternates archive attachments author authors bibliography blog categories category comments cover created cssclass ' +
    'csslayout cssclasses date day description draft duration edit email excerpt expirydate featured file hero ' +
    'heroimage headline icon id image images keywords lang lastmod layout lead license link links locale markup ' +
    'math modified mtime name nav_order og_image order outputs page params parent path pin pinned postid priority ' +
    'pubdate pubdatetime publish published publishdate publishedat publisheddate rank rating reading_time readtime ' +
    'related render robots save_as season seo series show sidebar sitemap slug sources state status subtitle summary ' +
    'syndication tag tags template thumbnail time title toc topics translation type uid updated updatedat updateddate ' +
    'url uuid version visible weight'
  ).split(' '),
);

const plain = (key: string): string => key.toLowerCase().replace(/[-_ ]/g, '');
const PLAIN = new Set([...BLOG_KEYS].map(plain));

/** Whether a key is common in blogs' front matter. */
export const isBlogKey = (key: string): boolean => PLAIN.has(plain(key));

/** Keys that a draft has only as a page of a site: its date, its author, its place, and what a listing shows of it. */
const POST_KEYS: ReadonlySet<string> = new Set([
  ...DATE_KEYS.map(plain),
  ...TITLE_KEYS.map(({ key }) => key),
  ...(
    'description excerpt summary subtitle synopsis teaser abstract author authorname authors categories category createdat layout permalink slug ' +
    'weight template path aliases extra taxonomies toc sidebar navorder series image images thumbnail hero ' +
    'heroimage banner ogimage featuredimage redirectfrom meta seo next prev previous contributors teasertitle translationkey ' +
    'sidebarlabel sidebarposition'
  ).split(' '),
]);

/** Whether a key dates, describes or places a post, as only sites do. */
export const isPostKey = (key: string): boolean => POST_KEYS.has(plain(key));

/** Keys of ours that say nothing about sending, so that a blog may have them as well. */
const SHARED: ReadonlySet<string> = new Set(['title', 'tags', 'language', 'cover', 'cover_alt']);

/** Whether a key of ours may be a blog’s just as well. */
export const isSharedKey = (key: string): boolean => SHARED.has(key);
