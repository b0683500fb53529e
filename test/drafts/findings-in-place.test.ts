import { expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { postsOnX } from './posts-on-x.ts';

const parse = (body: string, head = '', path = 'a.md') =>
  parseDraft(`---\ndate: 2026-02-03\n${head}---\n\n${body}\n`, { path });
const found = (code: string, body: string, head = '') => {
  const draft = parse(body, head);
  return [...draft.findings, ...buildThread(draft, xProfile()).findings].filter((one) => one.code === code);
};

it('struck-out words at the start of a line leave it below the line above', () =>
  expect(postsOnX(parse('You know what isn’t cool?  \n~~Me~~ `vector<bool>`.'))).toBe(
    'You know what isn’t cool?\nvector<bool>.',
  ));

it.each(['plot of chunk unnamed-chunk-5', 'unnamed-chunk-8-1'])('knitr’s “%s” describes no picture', (alt) =>
  expect(found('alt-says-nothing', `It rose.\n\n![${alt}](a.png)`)).toHaveLength(1),
);

it('links that track are one finding with their number', () =>
  expect(
    found(
      'tracking-parameter',
      'See [one](https://example.org/a?utm_source=x) and [two](https://example.org/b?utm_source=x).',
    ),
  ).toMatchObject([{ line: 5, count: 2 }]));

it.each([
  ['a passage', 'footnote: |\n  Photo by <a href="https://example.org">Ana</a>\n', 0],
  ['several lines', 'footnote: |\n  One.\n  Two.\n', 0],
  ['a word', 'footnote: post\n', 1],
])('a key of the blog with %s is no misspelt setting of ours', (_, head, count) =>
  expect(found('setting-near-miss', 'It rose.', head)).toHaveLength(count),
);

it('attributes are named at their own place, and not if a picture uses them', () => {
  const notes = parse('![](a.png){fig-alt="A mast"}\n\nSee `it`{.wide} and `that`{.tall}.').findings;
  expect(notes.filter(({ message }) => message.includes('attributes'))).toMatchObject([
    { line: 7, message: expect.stringContaining('`{.wide}`'), count: 2 },
  ]);
});

it.each([
  ['is told once', 'Global System', 'It needs it.', 1],
  ['is not told if the text says it, in whatever case', 'Global System', 'It is a global system.', 0],
  ['is no date for programs', '2020-05-04T10:00', 'It needs it.', 0],
])('the long form of an abbreviation %s', (_, long, text, count) => {
  const tag = `<abbr title="${long}">GSM</abbr>`;
  expect(found('not-text-dropped', `See ${tag} and ${tag}. ${text}`)).toHaveLength(count);
  expect(found('not-text-dropped', `See GSM. ${text}\n\n*[GSM]: ${long}`)).toHaveLength(count);
});

it('a comment of MDX behind slashes takes them with it', () =>
  expect(postsOnX(parse('// {/* Do you mean gates? */}\n\nIt rose.', '', 'a.mdx'))).toBe('It rose.'));

it('a frame of the site itself is named by its path', () =>
  expect(found('html-dropped', 'It rose.\n\n<iframe src="/log/gauge.html"></iframe>')).toMatchObject([
    { message: expect.stringContaining('/log/gauge.html') },
  ]));

it.each([
  ['_contribs.md', 'Ana, Bo', 1],
  ['log/_contribs.qmd', 'Ana, Bo', 1],
  ['_contribs.md', '---\ntitle: Thanks\n---\nAna, Bo', 0],
  ['my_contribs.md', 'Ana, Bo', 0],
  ['log/_index.md', 'It rose.', 0],
])('%s is a part of a page if nothing says otherwise', (path, text, count) =>
  expect(parseDraft(text, { path }).findings.filter(({ code }) => code === 'part-of-page')).toHaveLength(
    count,
  ),
);

it.each([
  ['in the title', 'It rose.', 'title: Gates in ASP.NET\n', ['ASP.NET']],
  ['in short code that is shown as text', 'So:\n\n```r\ndev.new(width=10)\n```', '', ['dev.new']],
  ['as the words of a link to another page', 'See [exa.ai](https://exa.ai/log).', '', ['exa.ai']],
  ['but not to that page', 'See [exa.ai/log](https://www.exa.ai/log/#top).', '', []],
  ['nor to its index', 'See [exa.ai/log](https://www.exa.ai/log/index.html).', '', []],
  ['nor to its index', 'See [exa.ai](https://exa.ai/index.html).', '', []],
  ['and not in words that name the site', 'See [the log on exa.ai](https://exa.ai/log).', '', []],
])('a name becomes a link: %s', (_, body, head, names) => {
  const messages = found('accidental-link', body, head).map(({ message }) => /`([^`]*)`/.exec(message)?.[1]);
  expect(messages).toEqual(names);
});

it('the address of a link around a picture is not shown above the same address in words', () => {
  const link = '<a href="https://example.org/log">\n  <Image alt="A mast" src={mast} />\n</a>\n\n';
  expect(postsOnX(parse(`It rose.\n\n${link}See https://example.org/log.`, '', 'a.mdx'))).toBe(
    'It rose.\n\nSee https://example.org/log.',
  );
  expect(
    postsOnX(parse(`It rose.\n\n${link}See [it][1].\n\n[1]: https://example.org/log`, '', 'a.mdx')),
  ).toBe('It rose.\n\nhttps://example.org/log\n\nSee it [1].\n\n[1] https://example.org/log');
});
