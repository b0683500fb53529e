/**
 * A piece of a blog's own language in a post's text: a tag of a template, a component, an expression. Offsets are
 * UTF-16, into the source.
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
  readonly text?: string;
};

/** What becomes of the text between a pair of tags. */
export type ContentUse = 'keep' | 'quote' | 'drop';

type Row = { readonly use: ContentUse; readonly names: RegExp; readonly reason: string };

/** By the name of a component, an element or a shortcode; the first row that matches decides. */
const CONTENT: readonly Row[] = [
  {
    use: 'quote',
    names: /quote|testimonial|^tweet|^toot|epigraph|^cite$|^aside-from$/,
    reason: 'somebody’s words, which a summary must not show as the author’s',
  },
  {
    use: 'drop',
    names:
      /^(?:highlight|code|codeblock|pre|sourcecode|gist|mermaid|plantuml|katex|math|mathjax|terminal|console|sandpack|playground|diff)$/,
    reason: 'code or a drawing in letters',
  },
  {
    use: 'drop',
    names: /^(?:comment|style|script|svg|iframe|video|audio|canvas|template|head|math)$/,
    reason: 'nothing that is read as text',
  },
  {
    use: 'drop',
    names:
      /^(?:fig(?:ure|caption)?|image|img|picture|caption|gallery|carousel|chart|map|table|thead|tbody|tr|td|th)$/,
    reason: 'a picture, its caption, or figures in cells: no sentence of the post',
  },
  {
    use: 'drop',
    names: /^(?:for|foreach|if|unless|case|capture|macro|set|block|nav|button|form|footer|header)$/,
    reason: 'what stands there depends on the blog, or belongs to its frame',
  },
  { use: 'keep', names: /(?:)/, reason: 'notes, asides, tabs and layout hold the author’s own text' },
];

/** What becomes of the text inside a tag of that name. */
export function contentUse(name: string): ContentUse {
  return CONTENT.find(({ names }) => names.test(name))?.use ?? 'keep';
}
