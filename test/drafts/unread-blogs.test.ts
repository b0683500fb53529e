import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (text: string) => parseDraft(text, { path: 'a.md', siteUrl: 'https://example.org' });
const posts = (text: string): string => postsOnX(parse(text));
const codes = (text: string): string[] => parse(text).findings.map(({ code }) => code);
const images = (text: string) =>
  parse(text).blocks.flatMap((block) => (block.type === 'image' ? [block.image] : []));

describe('pictures that a function of Go’s templates shows', () => {
  it('have their alt text, and their caption below them', () => {
    const text =
      'It rose.\n\n{{Figure "The \\"old\\" mast." (Image "/a/old.png" "A mast with sails" "wide")}}';
    expect(images(text)).toMatchObject([{ path: '/a/old.png', alt: 'A mast with sails' }]);
    expect(posts(text)).toBe('It rose.\n\nThe "old" mast.');
  });

  it.each([
    ['a caption only', '{{FigureWide "The old mast." "/a/old.png" "wide"}}', 'The old mast.'],
    ['a string with quotation marks', '{{Figure `The "old" mast.` (Image "/a/old.png")}}', 'The "old" mast.'],
    ['none', '{{Figure "" "/a/old.png"}}', ''],
  ])('%s', (_, written, alt) => expect(images(written)).toMatchObject([{ path: '/a/old.png', alt }]));

  it.each([['{{Ana "mast"}}'], ['{{ana "mast.png"}}']])('nothing else is one: %s', (written) =>
    expect(codes(`See ${written} too.`)).toContain('template-value'),
  );
});

describe('directives of Laika', () => {
  it.each([
    [
      'a button in two styles',
      '@:style(centred)\n@:style(big button)[Sign up](https://example.org/up)@:@\n@:@\n\nCome.',
      'Sign up [1]\n\nCome.\n\n[1] https://example.org/up',
    ],
    ['a formula with words beside it', 'A @:math \\oplus @:@ b, @:math * @:@ too.', 'A ⊕ b, * too.'],
    ['HTML', '@:html\n<div>\n  <b>Rain</b>\n</div>\n@:@\n\nCome.', 'Rain\n\nCome.'],
    ['code that shows them', 'Write `@:math x @:@` there.', 'Write @:math x @:@ there.'],
    ['an address', 'Ask ana@:example or @:mast.', 'Ask ana@:example or @:mast.'],
  ])('%s', (_, written, shown) => expect(posts(written)).toBe(shown));

  it('a picture has its alt text, also in a link', () =>
    expect(
      images('[@:image(/a.png) { title: "T", alt: The mast, style: x }](https://example.org)'),
    ).toMatchObject([{ path: '/a.png', alt: 'The mast' }]));

  it('a formula on lines of its own is a formula, without a warning', () => {
    const text = 'It holds:\n\n@:math\n\\frac{a}{b}\n@:@\n';
    expect(parse(text).blocks).toMatchObject([
      { type: 'paragraph' },
      { type: 'formula', source: '\\frac{a}{b}' },
    ]);
    expect(codes(text)).toEqual([]);
  });

  it.each([
    ['@:include(/a.md)', ['embedded-note']],
    ['@:gauge { depth = 2 }', ['not-text-dropped']],
  ])('what is lost is said: %s', (written, expected) =>
    expect(codes(`It rose.@:@\n\n${written}`)).toEqual(expected),
  );
});

it('the short link of a picture in a quoted tweet goes, since the address of the tweet shows it', () =>
  expect(
    posts(
      '<blockquote class="twitter-tweet"><p>It rose <a href="https://t.co/abc1">pic.twitter.com/abc1</a></p>&mdash; Ana (@ana) <a href="https://twitter.com/ana/status/78">May 4</a></blockquote>',
    ),
  ).toBe('> It rose\n> — Ana (@ana) May 4 [1]\n\n[1] https://twitter.com/ana/status/78'));

it('a numbered definition is read as Markdown', () =>
  expect(
    posts(
      'See [all][1] and [it][2].\n\n[1]: https://example.org/i?a=1&amp;b=2\n[2]: https://example.org/v1\\_8',
    ),
  ).toBe('See all [1] and it [2].\n\n[1] https://example.org/i?a=1&b=2\n[2] https://example.org/v1_8'));

it('a formula between others is in its sentence', () =>
  expect(posts('So $x_1$ $a \\le_S b$, $y_1$ hold.')).toBe('So x₁ a ≤_S b, y₁ hold.'));

it.each([['{@chatUrl@}'], ['{@repoUrl@}/issues/4'], ['@@chat@@'], ['%CHAT_URL%/log'], ['#{chatUrl}']])(
  'what the build of a blog fills in is no relative address: %s',
  (target) => {
    const text = `Ask [us](${target}) too.`;
    expect(posts(text)).toBe('Ask us too.');
    expect(codes(text)).toEqual(['template-value']);
  },
);
