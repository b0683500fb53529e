import { describe, expect, it } from 'vitest';
import { PRINTED_WORDS } from '../../src/drafts/markup/printed-words.ts';
import { TORN } from '../../src/drafts/markup/sentence-piece.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (text: string) => parseDraft(text, { path: 'a.md', siteUrl: 'https://example.org' });
const words = (text: string): string =>
  postsOnX(parse(text))
    .split('\n\n[1]')[0]
    ?.replace(/ \[\d\]/g, '') ?? '';
const found = (text: string): string[] =>
  parse(text).findings.flatMap(({ code, severity }) => (severity === 'info' ? [] : [code]));

describe('a tag that prints its own words', () => {
  it.each(PRINTED_WORDS)('$reason', ({ sample, leaves }) => expect(words(sample)).toBe(leaves));

  it.each([
    ['in an item', '- {% person "Ana Elm", "https://example.org/a" %}\n- Bo', '- Ana Elm [1]\n- Bo'],
    ['with a path of the site', 'The {% page "masts", "/docs/masts/" %} rose.', 'The masts [1] rose.'],
    ['address first', 'See {{< link "https://example.org/a" "the log" >}}.', 'See the log [1].'],
    [
      'with brackets in its words',
      'See {% person "Ana [Elm]", "https://example.org/a" %}.',
      'See Ana [Elm] [1].',
    ],
  ])('is a link %s', (_, text, post) => {
    expect(postsOnX(parse(text)).split('\n\n[1]')[0]).toBe(post);
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['an icon', 'Press {{< icon "arrow left" >}} now.', 'Press now.'],
    [
      'the layout of a date',
      'It is {{< now "January 2, 2006" >}} or {% now "%d %B" %} there.',
      'It is or there.',
    ],
    ['the name of a class', 'It is {% mark "wide" %} there.', 'It is there.'],
  ])('is none: %s', (_, text, post) => expect(words(text)).toBe(post));

  it('is said where only its words are known', () =>
    expect(found('It was {{< term "a spring tide" >}}, in May.')).toEqual(['not-text-dropped']));
});

describe('a sentence that makes no sense without its tag', () => {
  it.each(TORN)('stops the draft: $reason', ({ sample }) =>
    expect(found(sample)).toEqual(['template-value']),
  );

  it.each([
    ['words on both sides', 'It rose {% mark "a" %} in May.'],
    ['a footnote’s mark', 'It was built by Ana {{< cite "elm" >}}, in May.'],
    ['a picture of a face before a name', 'Thanks to {% avatar "elm" %} Ana.'],
    ['a tag without values', 'It rose, {% clear %}, in May.'],
    ['words of a language', 'It rose by {{< term "a foot" >}}, in May.'],
  ])('does not: %s', (_, text) => expect(found(text)).not.toContain('template-value'));
});

describe('a loop over the blog’s data', () => {
  const LOOP = '{% for one in logs %}\n- {{ one.date }} [{{ one.title }}]({{ one.url }})\n{% endfor %}';

  it('is left out, and said once', () => {
    const text = `It rose.\n\n${LOOP}\n- It fell.`;
    expect(found(text)).toEqual(['not-text-dropped']);
    expect(postsOnX(parse(text))).toBe('It rose.\n\n- It fell.');
  });

  it('stops the draft where words announce it, and in a sentence', () => {
    expect(found(`Here they are:\n\n${LOOP}\n\nSo.`)).toEqual(['announced-gap']);
    expect(found('By {% for one in people %}{{ one }} {% endfor %} in May.')).toEqual(['template-value']);
  });

  it('keeps its words if it prints nothing of its variable', () =>
    expect(postsOnX(parse('{% for one in (1..3) %}\nIt rose.\n{% endfor %}'))).toBe('It rose.'));
});

describe('an item with a tag of which nothing is left', () => {
  it.each([
    ['goes with its bullet', '- Ana\n  - {% clear %}\n  - Bo', '- Ana\n  - Bo'],
    ['keeps its bullet before a mark', '- Ana\n  - {% clear %}, Bo', '- Ana\n  - , Bo'],
  ])('%s', (_, text, post) =>
    expect(postsOnX(parse(text)).replace(/[^\S\n]+$/gm, '')).toBe(post.replace(/ +$/gm, '')),
  );
});
