import { joinToSite } from '../front-matter/canonical.ts';
import { type FileLink, type FilePage, splitPlace } from '../site-lookup.ts';
import type { TokenCase } from './token-case.ts';

/** Tags that print the address of the text that they name: `post_url 2026-01-05-kites`, `ref "kites.md"`, `ref path="kites.md"`. */
const NAMED = /^(post_url|link|ref|relref)\s+(?:path=)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`|]+))\s*$/;

/** What precedes an address that readers see, or one that a link begins with. */
const BEGINS = /[(<"'\s]/;

/**
 * Returns the address that a tag prints for another text of the site: whole where it begins one, else the path from the site's
 * root, as behind `{{ site.url }}`. Returns `undefined` for other tags, and if the site's files can't be asked.
 */
export function namedAddress({ token, source, options }: TokenCase): FilePage | undefined {
  const { site, siteUrl } = options;
  if (site === undefined) return undefined;
  const [, tag = '', ...forms] = NAMED.exec(token.text) ?? [];
  const written = forms.find((form) => form !== undefined);
  if (written === undefined) return undefined;
  const by: FileLink['by'] = tag === 'post_url' || tag === 'link' ? tag : 'ref';
  const { name, place } = splitPlace(written);
  // A place on the page itself.
  if (name === '') return undefined;
  const page = site.pageOf({ by, name });
  if ('problem' in page) return page;
  const begins = token.start === 0 || BEGINS.test(source.charAt(token.start - 1));
  if (/^https?:/i.test(page.url))
    return begins ? { url: page.url + place } : { problem: `its page is ${page.url}, on another site` };
  if (siteUrl === undefined)
    return { problem: `its page is ${page.url} of a site whose address is not known (\`site.url\`)` };
  return { url: (begins ? joinToSite(page.url, siteUrl) : page.url) + place };
}
