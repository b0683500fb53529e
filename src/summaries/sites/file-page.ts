import type { FilePage } from '../../drafts/site-lookup.ts';
import { canonicalUrl, postFile, type SiteFacts } from '../reading/canonical-url.ts';
import { type PostFields, readPostFields, textField } from '../reading/post-fields.ts';
import { unpublishedBy } from '../reading/unpublished.ts';

const UNKNOWN =
  'neither its front matter (`permalink`, `canonical`) nor the settings of the site (`site.permalinks`) say where its page is';

/**
 * Returns the page of a file of a site, as its own front matter or the site's rules say; never a guess. `site.permalinks` counts
 * for posts in `_posts`, and for texts beside the one that links to them if nothing else tells their page: a site's other texts
 * have other addresses.
 *
 * @param source - the file's text, or at least its front matter
 * @param path - relative to the project's folder
 * @param from - the same of the text that links to it
 */
export function filePage(source: string, path: string, from: string | null, facts: SiteFacts): FilePage {
  const { fields, problems, format, bodyStart } = readPostFields(source);
  if (problems.length > 0) return { problem: 'its front matter is broken' };
  const held = unpublishedBy(fields, path);
  if (held !== undefined) return { problem: `\`${held}\` keeps it unpublished`, isHeldBack: true };
  const heading = OPENING.exec(source.slice(bodyStart, bodyStart + LONGEST_OPENING))?.[1];
  const own = { ...facts, permalinks: undefined, hasFrontMatter: format !== 'none', heading };
  const ways = IN_POSTS.test(path)
    ? [facts, own]
    : isBeside(path, from) && isPlain(path, fields)
      ? [own, facts]
      : [own];
  for (const way of ways) {
    const canonical = canonicalUrl(fields, path, way);
    if (canonical?.guessed === false) return { url: canonical.url };
  }
  return { problem: UNKNOWN };
}

/** Whether every generator writes a text's name in the same way: they differ about dots and accents. */
const isPlain = (path: string, fields: PostFields): boolean =>
  /^[\w-]*$/.test(textField(fields, 'slug') ?? postFile(path).datedName);

/** A heading of level 1 with which a text opens, and how far it is looked for, in UTF-16 units. */
const OPENING = /^\s*# +([^\n]*[^\s#])[ #]*(?:\r?\n|$)/;
const LONGEST_OPENING = 1_000;

const IN_POSTS = /(?:^|\/)_posts\//;

/** Whether a text is a post of the same kind as the other: `2010/gate.md` and `2011/float.md` are. */
function isBeside(path: string, from: string | null): boolean {
  const place = (one: string): string => postFile(one).folders.join('/').replace(/\d+/g, '0');
  return from !== null && place(path) === place(from);
}
