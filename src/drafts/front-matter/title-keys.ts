import { fieldText } from './entry-values.ts';
import type { YamlEntry } from './read-yaml.ts';

type Row = {
  /** In lower case, without hyphens and underscores. */
  readonly key: string;
  readonly why: string;
  /** Front matter whose title it is. */
  readonly example: string;
};

/** Keys that hold a post's title where it has no `title`; the first of them counts. Each example is a test. */
export const TITLE_KEYS: readonly Row[] = [
  { key: 'headline', why: 'the name of schema.org for it', example: 'headline: Small rivers rise' },
  {
    key: 'posttitle',
    why: 'templates that call the page’s own title `title`',
    example: 'post_title: Small rivers rise',
  },
  {
    key: 'newstitle',
    why: 'Eleventy’s blog, whose pages all have one `title`',
    example: 'newstitle: Small rivers rise',
  },
  { key: 'heading', why: 'what the page shows above its text', example: 'heading: Small rivers rise' },
  { key: 'pagetitle', why: 'pandoc and Quarto, for the window', example: 'pagetitle: Small rivers rise' },
  { key: 'seotitle', why: 'what search engines show', example: 'seo_title: Small rivers rise' },
  { key: 'metatitle', why: 'what search engines show', example: 'metaTitle: Small rivers rise' },
  { key: 'ogtitle', why: 'what cards of links show', example: 'og_title: Small rivers rise' },
  { key: 'linktitle', why: 'Hugo, for lists of posts', example: 'linkTitle: Small rivers rise' },
];

const plain = (key: string): string => key.toLowerCase().replace(/[-_ ]/g, '');

/** Returns the key that holds a title, among keys without `title`. */
export const titleKeyOf = (keys: readonly string[]): string | undefined => {
  for (const row of TITLE_KEYS) {
    const found = keys.find((key) => plain(key) === row.key);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** Returns the title that front matter holds under another key than `title`. */
export function otherTitle(entries: readonly YamlEntry[]): string | undefined {
  const key = titleKeyOf(entries.map((entry) => entry.key));
  return key === undefined ? undefined : fieldText(entries, key.toLowerCase()) || undefined;
}
