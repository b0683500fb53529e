/**
 * A piece of markup that is no text: a tag of a template or of HTML, a component, an expression. Offsets are UTF-16,
 * into the source.
 */
export type MarkupToken = {
  readonly start: number;
  readonly end: number;
  /**
   * `open` and `close` may pair by name, and stand alone where they don't; `value` prints what the blog works out;
   * `literal` prints `text`; `silent` is a comment, an import or an attribute, and no reader misses it.
   */
  readonly role: 'open' | 'close' | 'single' | 'value' | 'literal' | 'silent';
  /** In small letters: `figure`, `notice`, `quote`. */
  readonly name: string;
  /** Tags of different languages never pair. */
  readonly language: 'html' | 'component' | 'hugo' | 'liquid' | 'mdx' | 'attribute' | 'comment';
  /** Of a tag, what stands behind its name; of a value, its expression; of a literal, what it prints. */
  readonly text: string;
};

/** The tag as a message shows it: `<Chart>`, `{{< notice >}}`, `{% include %}`. */
export function shownToken({ language, name, text }: MarkupToken, source: string, start: number): string {
  if (language === 'html') return `<${name}>`;
  if (language === 'component')
    return `<${/^<\/?\s*([\w.:-]*)/.exec(source.slice(start, start + 80))?.[1] ?? name}>`;
  if (language === 'hugo') return `{{< ${name} >}}`;
  if (language === 'liquid') return `{% ${name} %}`;
  return excerptOf(text === '' ? name : text);
}

/** Some words on one line, cut where they are many. */
export function excerptOf(words: string, most = 60): string {
  const line = words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most).trimEnd()}…` : line;
}
