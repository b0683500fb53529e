import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (text: string) => parseDraft(text, { path: 'posts/gate.md', siteUrl: 'https://example.org' });
const said = (text: string) => parse(text).findings.map(({ code, severity }) => `${severity} ${code}`);

describe('links that lead nowhere', () => {
  it.each(['gate.md', './gate.md#rise', '../posts/gate.md', '{filename}gate.md', '/posts/gate.md'])(
    'to this very text: %s is only a note',
    (target) => {
      expect(postsOnX(parse(`The [gate](${target}) rose.`))).toBe('The gate rose.');
      expect(said(`The [gate](${target}) rose.`)).toEqual(['info relative-link']);
    },
  );

  it.each(['mast.md', '../gate.md', '../../posts/gate.md', '/gate/gate.md'])(
    'to another text: %s',
    (target) => expect(said(`The [gate](${target}) rose.`)).toEqual(['error relative-link']),
  );

  it('by a name that was changed in its definition only', () =>
    expect(
      parse('The [old survey] says so.\n\n[new survey]: https://example.org/log').findings,
    ).toMatchObject([
      { code: 'link-without-target', message: expect.stringContaining('`[new survey]`'), line: 1, column: 5 },
      { code: 'definition-unused' },
    ]));

  it.each([
    'The [old mast] says so.\n\n[new log]: https://example.org/log',
    'The [log] says so.\n\n[log]: https://example.org/log',
    'The [log](https://example.org/log) and log[log].\n\n[log book]: https://example.org/log',
  ])('and none of other words in brackets: %s', (text) =>
    expect(said(text)).not.toContain('warning link-without-target'),
  );

  it('to a chat, whose words alone become another link', () => {
    const draft = parse('Ask in [irc.example.org/gate](irc://irc.example.org/gate) too.');
    expect(buildThread(draft, xProfile()).findings).toMatchObject([
      { code: 'accidental-link', message: expect.stringContaining('goes without its link') },
    ]);
  });
});

it('a tag that prints the address of a picture is one', () =>
  expect(parse('![A mast]({{< file "mast.png" >}})').blocks).toMatchObject([
    { type: 'image', image: { path: 'mast.png', alt: 'A mast' } },
  ]));

it('a component with alt text and a line of words shows its picture, with the words below', () => {
  const draft = parse('<Banner alt="A mast" src="/mast.jpg">By Ana</Banner>\n\nIt rose.');
  expect(draft.blocks[0]).toMatchObject({ type: 'image', image: { path: '/mast.jpg', alt: 'A mast' } });
  expect(postsOnX(draft)).toBe('By Ana\n\nIt rose.');
});

it('and keeps the links in those words', () =>
  expect(
    postsOnX(
      parseDraft(
        '<Banner alt="A mast" src="/mast.jpg">\n  Photo by <a href="https://example.org/ana">Ana</a> on{" "}\n  <a href="https://example.org">Masts</a>\n</Banner>\n\nIt rose.',
        { path: 'a.mdx' },
      ),
    ),
  ).toBe(
    'Photo by Ana [1] on Masts [2]\n\nIt rose.\n\n[1] https://example.org/ana\n[2] https://example.org',
  ));

it('a dropped frame is named by its address', () =>
  expect(
    parse('It rose.\n\n<iframe src="https://example.org/gauge"></iframe>\n\nIt fell.').findings,
  ).toMatchObject([{ code: 'html-dropped', message: expect.stringContaining('https://example.org/gauge') }]));

it.each([
  ['a head of another length', 'Day | Level | Wind\n---|---\nMay 4 | 3', ['error table-broken']],
  ['rows over several lines', 'Day | Level\n(m) | Wind\n---|---|---\nMay 4 | 3 | 2', ['error table-broken']],
  ['a table', '| Day | Level |\n|---|---|\n| May 4 | 3 |', []],
])('a table that is none is said: %s', (_, text, expected) =>
  expect(said(text).filter((one) => one.includes('table-broken'))).toEqual(expected),
);
