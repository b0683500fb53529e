/** Keys with the address of the page elsewhere that a post without a text points to. */
const PAGE_KEYS = [
  'externalUrl',
  'external_url',
  'external-url',
  'externalLink',
  'external_link',
  'external-link',
  'external',
  'link',
  'linkUrl',
  'link_url',
  'redirect',
  'redirectUrl',
  'redirect_url',
  'redirectTo',
  'redirect_to',
  'redirect_link',
] as const;

/** A page elsewhere, and the key that has its address. */
type PageElsewhere = { readonly key: string; readonly url: string };

/** Returns the page elsewhere to which front matter points; `field` gives the text of a key by its name in lower case. */
export function pageElsewhere(field: (name: string) => string | undefined): PageElsewhere | undefined {
  for (const key of PAGE_KEYS) {
    const url = field(key.toLowerCase())?.trim();
    if (url !== undefined && /^https?:\/\/\S+$/i.test(url)) return { key, url };
  }
  return undefined;
}

/** Explains that a file has front matter, but no text: a post may only point to a page elsewhere. */
export function withoutText(field: (name: string) => string | undefined): string {
  const page = pageElsewhere(field);
  return page === undefined
    ? 'the draft has front matter, but no text below it'
    : `there is no text below the front matter: the post only points to ${page.url} (\`${page.key}\`); write what readers find there, and the address, or let \`threadmill summarize\` make a post of the title, the description and that address`;
}
