import type { Emphasis } from '../draft.ts';
import type { TagUse } from '../markup/tag-use.ts';

/** How to convert an element inside a paragraph; its words stay. */
export type InlineUse = 'format' | 'break' | 'image' | 'anchor' | 'raised' | 'struck' | 'quoted' | 'object';

/** What is known about some HTML elements, wherever the HTML comes from: a draft, a post, a page or a feed. */
export type ElementRow = {
  readonly names: string;
  /** How to convert it among blocks; `inline` elements belong to a paragraph. */
  readonly layout: TagUse;
  readonly inline: InlineUse;
  readonly emphasis?: Emphasis;
  /** Whether a summary leaves it out with its words: it belongs to the page, or to a picture or table. */
  readonly aside?: true;
  /** Whether a sentence is complete without it. */
  readonly mute?: true;
  readonly why: string;
  readonly sample: string;
};

/**
 * The elements of HTML. A name that is not listed is not HTML: `Vec<String>` and `<name>` are words, and stay.
 *
 * Source of the names: https://html.spec.whatwg.org/multipage/indices.html and the obsolete ones in its section 16.2.
 */
export const HTML_ELEMENTS: readonly ElementRow[] = [
  {
    names:
      'abbr acronym bdi bdo big data font ins label mark nobr output rb rp rt ruby small span sub time u var wbr',
    layout: 'inline',
    inline: 'format',
    why: 'plain text can’t show its effect, and loses nothing without it',
    sample: '<u>words</u>',
  },
  {
    names: 'area base input link map meta param picture source track',
    layout: 'inline',
    inline: 'format',
    why: 'it has no words',
    sample: '<picture><img src="a.png" alt="a"></picture>',
  },
  {
    names: 'b strong',
    layout: 'inline',
    inline: 'format',
    emphasis: 'strong',
    why: 'bold words',
    sample: '<b>bold</b>',
  },
  {
    names: 'cite dfn em i',
    layout: 'inline',
    inline: 'format',
    emphasis: 'emphasis',
    why: 'words in italics',
    sample: '<em>so</em>',
  },
  {
    names: 'code kbd samp tt',
    layout: 'inline',
    inline: 'format',
    emphasis: 'code',
    why: 'words of a program',
    sample: '<kbd>Esc</kbd>',
  },
  { names: 'br', layout: 'inline', inline: 'break', why: 'the end of a line', sample: 'one<br>two' },
  {
    names: 'image img',
    layout: 'inline',
    inline: 'image',
    why: 'a picture, moved out of its paragraph; browsers read `image` as `img`',
    sample: '<img src="a.png" alt="a">',
  },
  { names: 'a', layout: 'inline', inline: 'anchor', why: 'a link', sample: '<a href="https://e.org">a</a>' },
  {
    names: 'sup',
    layout: 'inline',
    inline: 'raised',
    why: 'an exponent means another number on the line',
    sample: '10<sup>6</sup>',
  },
  {
    names: 'del s strike',
    layout: 'inline',
    inline: 'struck',
    why: 'its author retracted it',
    sample: '<del>12</del> 8',
  },
  { names: 'q', layout: 'inline', inline: 'quoted', why: 'browsers show its marks', sample: '<q>no</q>' },
  {
    names: 'meter progress slot',
    layout: 'inline',
    inline: 'object',
    why: 'a post has no controls',
    sample: '<progress>70 %</progress>',
  },
  {
    names: 'canvas frameset head noscript script style svg template title',
    layout: 'drop',
    inline: 'object',
    mute: true,
    why: 'its text is for programs, or the name of an icon',
    sample: '<style>p {}</style>',
  },
  {
    names: 'audio embed iframe math object select textarea video',
    layout: 'drop',
    inline: 'object',
    why: 'a post can’t show it, and its sentence is incomplete without it',
    sample: 'so <math><mi>x</mi></math> is',
  },
  {
    names: 'button',
    layout: 'button',
    inline: 'format',
    aside: true,
    why: 'a control of the page; its label is part of a sentence or of nothing',
    sample: '<button>Save</button>',
  },
  {
    names: 'footer form nav',
    layout: 'block',
    inline: 'format',
    aside: true,
    why: 'the frame of a page; in a draft, the author’s own words',
    sample: '<footer>Words.</footer>',
  },
  {
    names: 'caption figcaption legend',
    layout: 'block',
    inline: 'format',
    aside: true,
    why: 'it describes a picture or table that a summary does not show',
    sample: '<figcaption>A mast.</figcaption>',
  },
  {
    names: 'listing pre xmp',
    layout: 'code',
    inline: 'format',
    why: 'its lines and spaces count',
    sample: '<pre>x = 1</pre>',
  },
  {
    names: 'table',
    layout: 'table',
    inline: 'format',
    why: 'cells in rows',
    sample: '<table><tr><td>a</td></tr></table>',
  },
  {
    names: 'h1 h2 h3 h4 h5 h6',
    layout: 'heading',
    inline: 'format',
    why: 'a heading',
    sample: '<h2>Words</h2>',
  },
  {
    names: 'blockquote',
    layout: 'quote',
    inline: 'format',
    why: 'somebody’s words',
    sample: '<blockquote>Words.</blockquote>',
  },
  {
    names: 'dir menu ol ul',
    layout: 'list',
    inline: 'format',
    why: 'a list',
    sample: '<ul><li>a</li></ul>',
  },
  { names: 'li', layout: 'item', inline: 'format', why: 'an item of a list', sample: '<li>a</li>' },
  { names: 'hr', layout: 'rule', inline: 'format', why: 'a line between two parts', sample: '<hr>' },
  {
    names:
      'address article aside body center col colgroup dd details dialog div dl dt fieldset figure frame header hgroup html main optgroup option p search section summary tbody td tfoot th thead tr',
    layout: 'block',
    inline: 'format',
    why: 'layout around the author’s own words',
    sample: '<div>Words.</div>',
  },
];

const BY_NAME: ReadonlyMap<string, ElementRow> = new Map(
  HTML_ELEMENTS.flatMap((row) => row.names.split(' ').map((name) => [name, row] as const)),
);

/** Returns what is known about the element of a name in small letters; `undefined` if HTML has no such element. */
export function htmlElement(name: string): ElementRow | undefined {
  return BY_NAME.get(name);
}
