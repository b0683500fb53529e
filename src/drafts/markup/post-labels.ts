import { wordsOfHtml } from '../html/html-words.ts';
import { attributeOf, attributesOf } from './attributes.ts';
import type { MarkupToken } from './markup-token.ts';

type Label = {
  /** The class of the quotation that a network’s script fills. */
  readonly network: RegExp;
  /** What stands in it until then, and is nobody’s words. */
  readonly label: RegExp;
  readonly sample: string;
  readonly leaves: string;
};

/** The longest HTML of a label, in UTF-16 units; most of it is a drawing and styles. */
const LONGEST = 20_000;

/** Attributes with the address of the post. */
const PERMALINKS = ['data-instgrm-permalink', 'data-text-post-permalink', 'cite', 'data-embed-url'];

/** Quotations of other networks by class; one that holds only a label is the address of the post, one with words stays. */
export const POST_LABELS: readonly Label[] = [
  {
    network: /^mastodon-embed$/,
    label: /Post by @[\w.@-]+|View on Mastodon/gi,
    sample:
      '<blockquote class="mastodon-embed" data-embed-url="https://example.social/@ana/12/embed"><a href="https://example.social/@ana/12"><div>Post by @ana@example.social</div><div>View on Mastodon</div></a></blockquote>',
    leaves: 'https://example.social/@ana/12',
  },
  {
    network: /^instagram-media$/,
    label:
      /View this post on Instagram|(?:A|An) (?:\w+ )?(?:post|photo|video|reel) (?:shared|posted) by [^()]{1,100}\(@[\w.]+\)(?: on [\w ,:]{1,40} P[SD]T)?|View profile/gi,
    sample:
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/ab/?utm_source=ig_embed"><div>View this post on Instagram</div><p>A post shared by Ana (@ana)</p></blockquote>',
    leaves: 'https://www.instagram.com/p/ab/',
  },
  {
    network: /^text-post-media$/,
    label: /View on Threads/gi,
    sample:
      '<blockquote class="text-post-media" data-text-post-permalink="https://www.threads.com/@ana/post/ab"><a href="https://www.threads.com/@ana/post/ab"><div>View on Threads</div></a></blockquote>',
    leaves: 'https://www.threads.com/@ana/post/ab',
  },
  {
    network: /^tiktok-embed$/,
    label: /^@[\w.]+$|♬[^\n]*$/g,
    sample:
      '<blockquote class="tiktok-embed" cite="https://www.tiktok.com/@ana/video/12"><section><a href="https://www.tiktok.com/@ana">@ana</a></section></blockquote>',
    leaves: 'https://www.tiktok.com/@ana/video/12',
  },
  {
    network: /^(?:twitter-(?:tweet|video)|bluesky-embed|reddit-embed-bq|reddit-card)$/,
    label: /^(?:—|--)? ?\(?@?[\w.]+\)?$/g,
    sample:
      '<blockquote class="twitter-tweet"><a href="https://twitter.com/ana/status/12?ref_src=twsrc"></a></blockquote>',
    leaves: 'https://twitter.com/ana/status/12',
  },
];

/**
 * Returns the address of a post of another network if its quotation holds nobody’s words, but only what stands there until the
 * network’s script shows the post.
 */
export function pageOfLabel({ language, name, text }: MarkupToken, inside: string): string | undefined {
  if (language !== 'html' || name !== 'blockquote' || inside.length > LONGEST) return undefined;
  const attributes = attributesOf(text);
  const classes = (attributeOf(attributes, 'class') ?? '').split(/\s+/);
  const row = POST_LABELS.find(({ network }) => classes.some((one) => network.test(one)));
  if (row === undefined || /\p{L}/u.test(wordsOfHtml(inside).replace(row.label, ''))) return undefined;
  const links = [...inside.matchAll(/<a\b([^<>]*)>/gi)].map(([, tag = '']) =>
    attributeOf(attributesOf(tag), 'href'),
  );
  const address = attributeOf(attributes, ...PERMALINKS) ?? links.find((link) => link !== undefined) ?? '';
  return /^https?:\/\/[^\s<>"'`{}]+$/i.test(address)
    ? address.replace(/[?#].*$/, '').replace(/\/embed\/?$/, '')
    : undefined;
}
