import { expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (body: string) =>
  parseDraft(`---\ndate: 2026-02-03\n---\n\n${body}\n`, { path: 'a.md', siteUrl: 'https://example.org' });

it.each([
  [
    'the only line of a component is the words of its link',
    '::read-more{to="https://example.org/log"}\nRead the `log`.\n::\n\nIt rose.',
    'Read the log. [1]\n\nIt rose.\n\n[1] https://example.org/log',
  ],
  [
    'also with properties in YAML',
    '  ::read-more\n  ---\n  icon: i-tide\n  to: https://example.org/log\n  ---\n  Read the log.\n  ::\n\nIt rose.',
    'Read the log. [1]\n\nIt rose.\n\n[1] https://example.org/log',
  ],
  [
    'a button without words has its label',
    'It rose.\n\n::u-button\n---\nto: "https://example.org/log"\nlabel: Open the log\n---\n::',
    'It rose.\n\nOpen the log [1]\n\n[1] https://example.org/log',
  ],
  [
    'and in a line',
    'It rose.\n\n:read-more{to="/log"}\n\n:u-button{to="/masts" label="The masts"}',
    'It rose.\n\nRead more [1]\n\nThe masts [2]\n\n[1] https://example.org/log\n[2] https://example.org/masts',
  ],
  [
    'the title of a card stands above its words',
    '::card{title="Tides" to="/log"}\nIt rose.\n\nIt fell.\n::\n\n::card{title="Masts"}\nThey stand.\n::',
    'Tides [1]\n\nIt rose.\n\nIt fell.\n\nMasts\n\nThey stand.\n\n[1] https://example.org/log',
  ],
  [
    'keys and words stay',
    'Press :kbd{value="meta"} :kbd{value="K"} in :code[blue]{.blue}.',
    'Press meta K in blue.',
  ],
  ['a break and an icon go', '::note\n:br\nIt :icon{name="i-tide"} rose.\n::', 'It rose.'],
])('%s', (_, written, shown) => expect(postsOnX(parse(written))).toBe(shown));

it('a picture stays', () =>
  expect(parse('It rose.\n\n:nuxt-img{src="mast.png" alt="A mast"}').blocks.at(-1)).toMatchObject({
    type: 'image',
    image: { alt: 'A mast' },
  }));

it('says what is lost', () => {
  const { findings } = parse(
    ':article-video{cloud="v1"}\n\n::callout{to="/log"}\nSee [it](https://example.org/a).\n::\n\nIt rose.',
  );
  expect(findings).toMatchObject([
    { code: 'not-text-dropped', message: expect.stringContaining('article-video') },
    { code: 'link-without-target', message: expect.stringContaining('/log') },
  ]);
});
