import { isSwitch } from './blog-values.ts';
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
  { key: 'subject', why: 'blogs in the manner of mail', example: 'subject: Small rivers rise' },
  { key: 'heading', why: 'what the page shows above its text', example: 'heading: Small rivers rise' },
  { key: 'pagetitle', why: 'pandoc and Quarto, for the window', example: 'pagetitle: Small rivers rise' },
  { key: 'seotitle', why: 'what search engines show', example: 'seo_title: Small rivers rise' },
  { key: 'metatitle', why: 'what search engines show', example: 'metaTitle: Small rivers rise' },
  { key: 'ogtitle', why: 'what cards of links show', example: 'og_title: Small rivers rise' },
  { key: 'linktitle', why: 'Hugo, for lists of posts', example: 'linkTitle: Small rivers rise' },
];

const plain = (key: string): string => key.toLowerCase().replace(/[-_ ]/g, '');

/** Returns the key that holds a title, among keys without `title`; a switch, a number or a block, `heading: true`, is none. */
export const titleKeyOf = (
  keys: readonly string[],
  textOf: (key: string) => string | undefined,
): string | undefined =>
  TITLE_KEYS.map((row) => keys.find((key) => plain(key) === row.key)).find((key) => {
    const text = key === undefined ? '' : (textOf(key) ?? '');
    return text !== '' && !isSwitch(text);
  });

/** Returns the title that front matter holds under another key than `title`. */
export function otherTitle(entries: readonly YamlEntry[]): string | undefined {
  const textOf = (key: string): string | undefined => fieldText(entries, key.toLowerCase());
  const key = titleKeyOf(
    entries.map((entry) => entry.key),
    textOf,
  );
  return key === undefined ? undefined : textOf(key);
}

const NAMES = TITLE_KEYS.map(({ key }) => key.replace(/\Btitle$/, '[-_ ]?title')).join('|');
const lineOf = (names: string): RegExp => new RegExp(`^\\s*["']?(?:${names})["']?\\s*[:=]`, 'im');
const LINES = [lineOf('title'), lineOf(NAMES)];

/** Returns the offset of the line that sets the title; -1 without one. */
export const titleLine = (text: string): number =>
  LINES.map((line) => text.search(line)).find((at) => at >= 0) ?? -1;
