type WordedTag = {
  readonly names: RegExp;
  /** Matches what follows the name. */
  readonly form: RegExp;
  /** Returns the Markdown for what the tag prints. */
  readonly prints: (...parts: readonly string[]) => string;
  readonly why: string;
  readonly sample: string;
  readonly leaves: string;
};

const unquoted = (words: string): string => words.trim().replace(/^(["'])(.*)\1$/, '$2');

/** Tags without a closing one that print the words in them. */
export const WORDED_TAGS: readonly WordedTag[] = [
  {
    names: /^link$/,
    form: /^(.+?)\s+(https?:\/\/\S+)/,
    prints: (words = '', url = '') => `[${unquoted(words)}](<${url}>)`,
    why: 'Hexo writes the words of a link before its address',
    sample: 'See {% link "The log" https://example.org %}.',
    leaves: 'See The log.',
  },
  {
    names: /^post_link$/,
    form: /^\S+\s+(["'].+?["'](?=\s|$)|.+)/,
    prints: (words = '') => unquoted(words),
    why: 'Hexo links to another post, whose address only the blog knows',
    sample: 'See {% post_link radar "Why radar" %}.',
    leaves: 'See Why radar.',
  },
  {
    names: /^btn$/,
    form: /^\[?(\S[^,\]]*)\]?\s*,\s*\[?([^,\]]+)/,
    prints: (url = '', words = '') => `[${words.trim()}](<${url.trim()}>)`,
    why: 'a link of Hexo’s themes that looks like a button: address, words, icon',
    sample: 'See {% btn https://example.org, the log, home fa-fw %}.',
    leaves: 'See the log.',
  },
  {
    names: /^label$/,
    form: /^[\w-]*\s*@(.+)$|^(.+?)\s+(?:default|blue|pink|red|purple|orange|green)$/,
    prints: (words = '', plain = '') => (words || plain).trim(),
    why: 'Hexo’s themes colour words',
    sample: 'A {% label primary@fair warning %} and {% label words blue %}.',
    leaves: 'A fair warning and words.',
  },
  {
    names: /^(?:kbd|emp|wavy|psw)$/,
    form: /^([^=]+)$/,
    prints: (words = '') => unquoted(words),
    why: 'a key to press, or words with a line under them',
    sample: 'Press {{< kbd Ctrl-C >}} {% emp now %}.',
    leaves: 'Press Ctrl-C now.',
  },
];

/** Returns the Markdown for what a tag prints from its own words; `undefined` for any other tag. */
export function wordsOfTag(name: string, text: string): string | undefined {
  const row = WORDED_TAGS.find(({ names }) => names.test(name));
  const match = row?.form.exec(text.trim());
  return row === undefined || !match ? undefined : row.prints(...match.slice(1));
}
