import type { YamlValue } from './read-yaml.ts';
import type { FrontMatterKey } from './schema.ts';

type Row = {
  readonly keys: readonly FrontMatterKey[];
  /** Whether a value that we can't take means something else to a blog. */
  readonly isOthers: (value: YamlValue) => boolean;
  readonly why: string;
  /** Front matter of a post whose key is the blog’s own. */
  readonly example: string;
};

/** Whether words are a switch or a number. */
export const isSwitch = (words: string): boolean =>
  /^(?:true|false|yes|no|on|off|[\d.]+)$/i.test(words.trim());

/** Whether a value is a list, a block of keys, a switch or a number: no word. */
const isNoWord = (value: YamlValue): boolean => typeof value !== 'string' || isSwitch(value);

/**
 * Keys that blogs use for something else, with values that can’t be meant for us: a warning, not an error. Keys that decide when, where and for
 * whom something is published are no rows. Each example is a test.
 */
export const BLOG_VALUES: readonly Row[] = [
  {
    keys: ['footnotes'],
    isOthers: isNoWord,
    why: 'a blog lists the links of its footnotes there, or switches them on',
    example: 'footnotes:\n  - link: https://example.org\n    title: The log',
  },
  {
    keys: ['numbering', 'line_breaks', 'style', 'separator', 'kind'],
    isOthers: isNoWord,
    why: 'a theme’s switch, or a block of its settings',
    example: 'style: {width: wide}',
  },
  {
    keys: ['slug', 'permalink'],
    isOthers: () => true,
    why: 'the blog makes an address of it by its own rules',
    example: 'slug: the long log',
  },
  {
    keys: ['summary', 'title', 'tags', 'layout', 'canonical', 'cover', 'cover_alt', 'language', 'silence'],
    isOthers: (value) => typeof value !== 'string',
    why: 'a theme keeps a block or a list there',
    example: 'layout: [page, wide]',
  },
];

/** Whether a key of a blog’s post with a value that we can’t take is the blog’s own. */
export const isBlogValue = (key: string, value: YamlValue): boolean =>
  BLOG_VALUES.some(({ keys, isOthers }) => (keys as readonly string[]).includes(key) && isOthers(value));
