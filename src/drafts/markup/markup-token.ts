/** A piece of markup: a tag of a template or of HTML, a component, an expression. Offsets are UTF-16, into the source. */
export type MarkupToken = {
  readonly start: number;
  readonly end: number;
  /**
   * `open` and `close` may pair by name, or stay single; `value` prints something the blog computes; `literal` prints `text`;
   * `silent` is a comment, an import or an attribute, which no reader misses.
   */
  readonly role: 'open' | 'close' | 'single' | 'value' | 'literal' | 'silent';
  /** In lower case: `figure`, `notice`, `quote`. */
  readonly name: string;
  /** Tags of different languages never pair. */
  readonly language: 'html' | 'component' | 'hugo' | 'liquid' | 'wordpress' | 'mdx' | 'attribute' | 'comment';
  /** For a tag, what follows its name; for a value, its expression; for a literal, what it prints. */
  readonly text: string;
};

/** A tag that puts a file in its place, and the file’s name. */
const INCLUDED = /^(?:include|include_relative|render|partial|embed)$/;
const FILE = /^["']?([\w./-]{1,60})/;

/** A tag’s sign and its name, as written. */
const NAME = /^(?:<|\{\{?[<%]?-?|\[)[-\s]*\/?\s*([\w.:/-]+)/;

/** Formats a tag for messages: `<Chart>`, `{{< notice >}}`, `{% highlight %}`, `{% include gauge.html %}`. */
export function shownToken({ language, name, text }: MarkupToken, source: string, start: number): string {
  if (language === 'html') return `<${name}>`;
  const found = NAME.exec(source.slice(start, start + 80))?.[1]?.replace(/\/$/, '') ?? name;
  // A tag that another form stands for has a name of its own, `Figure` of Go’s templates.
  const written = found.toLowerCase() === name || language === 'component' ? found : name;
  if (language === 'component') return `<${written}>`;
  const file = INCLUDED.test(name) ? FILE.exec(text.trim())?.[1] : undefined;
  const called = file === undefined ? written : `${written} ${file}`;
  if (language === 'hugo') return `{{< ${called} >}}`;
  if (language === 'liquid') return `{% ${called} %}`;
  if (language === 'wordpress') return `[${written}]`;
  return excerptOf(text === '' ? name : text);
}

/** Shortens words to one line. */
export function excerptOf(words: string, most = 60): string {
  const line = words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most).trimEnd()}…` : line;
}
