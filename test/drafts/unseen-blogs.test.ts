import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (text: string) => parseDraft(text, { path: 'a.md', siteUrl: 'https://example.org' });
const posts = (text: string): string => postsOnX(parse(text));

describe('marks of blogs that no rule was made for', () => {
  it.each([
    [
      'a term that begins with a number',
      '1.8 series\n: Every version up to 1.8.4.',
      '1.8 series: Every version up to 1.8.4.',
    ],
    [
      'a term whose meaning is a list',
      'Leaky gates\n\n1.8 series\n:   * Gate 4, of oak.\n    * Gate 5,\n      of ash.\n\nShut them.',
      'Leaky gates\n\n1.8 series:\n* Gate 4, of oak.\n* Gate 5, of ash.\n\nShut them.',
    ],
    [
      'a term whose meaning is a list of two levels',
      'Gates\n:   * Oak.\n      - Old.\n    * Ash.',
      'Gates:\n* Oak.\n  - Old.\n* Ash.',
    ],
    ['a term in bold', '**Gate**\n: It shuts.', 'Gate: It shuts.'],
    [
      'a player in a template of another language',
      'See it below:\n\n{%- renderTemplate "webc" %}\n<div><youtube-lite-player @slug="abcdefghijk" @label="The mast"></youtube-lite-player></div>\n{%- endrenderTemplate %}\n\nThat was it.',
      'See it below:\n\nhttps://www.youtube.com/watch?v=abcdefghijk\n\nThat was it.',
    ],
    [
      'a gist without its author’s name',
      'This script does it:\n\n<script src="https://gist.github.com/1234567.js?file=float.rb"></script>',
      'This script does it:\n\nhttps://gist.github.com/1234567',
    ],
    [
      'the link back from a footnote of HTML, in words',
      'Notes\n\n<ol>\n  <li><a id="note-1" href="#link-note-1" class="notes_linkback">Jump back to the reference.</a> Since May.</li>\n  <li>Of oak. <a href="#fnref2">Back to content</a></li>\n  <li>Of ash. <a href="#r3" class="reversefootnote">return</a></li>\n</ol>',
      'Notes\n\n1. Since May.\n2. Of oak.\n3. Of ash.',
    ],
    [
      'a tag inside a link with letters behind it',
      'It is an [{% avatar "ana" %}Elm](https://example.org)-built site.',
      'It is an Elm [1]-built site.\n\n[1] https://example.org',
    ],
    [
      'a way from a heading to the top',
      '## The mast [back to top](#top)\n\nIt rose.',
      'The mast\n\nIt rose.',
    ],
    [
      'the link back from a footnote of Markdown',
      'Notes\n\n1. Since May. [↩](#fnref1)\n2. Of oak. [↩](about:blank#fnref2)\n3. Of ash. [return](#fnref:tree)',
      'Notes\n\n1. Since May.\n2. Of oak.\n3. Of ash.',
    ],
  ])('%s', (_, written, shown) => expect(posts(written)).toBe(shown));

  it.each([
    ['alone', '', []],
    ['below words', 'It rose:\n', ['paragraph']],
    ['below a heading', '## May\n', ['heading']],
  ])('a long table stays whole: %s', (_, above, types) => {
    const rows = Array.from(
      { length: 300 },
      (_, row) => `| [ana](https://example.org/${row}) | It *rose* by ${row} cm in the old harbour. |`,
    );
    const { blocks } = parse(`${above}| Who | What |\n| --- | :--- |\n${rows.join('\n')}\n\nEnd.`);
    expect(blocks.map(({ type }) => type)).toEqual([...types, 'table', 'paragraph']);
    expect(blocks.at(-2)).toMatchObject({ type: 'table', rows: { length: 301 } });
  });

  it('rows that go on with the words of an item are no table, and count as one paragraph', () => {
    const { findings } = parse(`- It rose.\n| Who |\n| --- |\n${'| *a* *b* |\n'.repeat(300)}`);
    expect(findings).toContainEqual(expect.objectContaining({ code: 'too-dense' }));
  });

  it('two stars alone on a line are a rule', () => {
    expect(parse('It rose.\n\n**\n\nIt fell.').blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'separator',
      'paragraph',
    ]);
  });

  it.each([
    [
      'Go [back to the index](#index), and [return](#errors) there.',
      'Go back to the index, and return there.',
    ],
    ['Press [back](#back-button), or [return](#return-reference).', 'Press back, or return.'],
    ['[Go](#go-reference) has no lamps.', 'Go has no lamps.'],
    ['<a class="link-back" href="#oak">The gate</a> is shut.', 'The gate is shut.'],
  ])('words of a sentence that lead to a place of the page stay: %s', (written, shown) =>
    expect(posts(written)).toBe(shown),
  );

  it.each([
    ['an item', '1. The gate.\n: It shuts.', '1. The gate. : It shuts.'],
    ['a rule', '***\n: It shuts.', ': It shuts.'],
    ['an item with a star', '* The gate.\n: It shuts.', '* The gate. : It shuts.'],
  ])('%s is no term', (_, written, shown) => expect(posts(written)).toBe(shown));

  it.each([
    '<youtube-lite-player :@slug="$data.id"></youtube-lite-player>',
    '<Spotify track={track} />',
    '{% soundcloud %}',
    '{% renderTemplate "webc" %}<div><YouTube video={id} /></div>{% endrenderTemplate %}',
    'It looks like this:\n\n{% renderTemplate "webc" %}<rain-chart data="rain"></rain-chart>{% endrenderTemplate %}',
  ])('what a component shows is not lost in silence: %s', (written) => {
    expect(parse(`It rose.\n\n${written}\n`).findings).toContainEqual(
      expect.objectContaining({ code: 'not-text-dropped', severity: 'warning' }),
    );
  });

  it.each([
    ['with a source', '[\\[gauge-list:27787\\]][1] has the news.\n\n[1]: https://example.org/27787'],
    ['with its address', '[[gauge-list:27787]](https://example.org/27787) has the news.'],
    ['which is none: a note of a change', '## [UPDATED] 2026-03-01\n\nIt is mended.'],
    ['which is none: a note of a change in Portuguese', '## [ATUALIZADO] 2026-03-01\n\nIt is mended.'],
    ['which is none: another', '[Edit] It is mended.'],
  ])('a link in brackets is no label, so the title stays: %s', (_, body) => {
    expect(posts(`---\ntitle: A leak\ndate: 2026-02-01\n---\n\n${body}`)).toMatch(/^A leak\n\n/);
  });
});
