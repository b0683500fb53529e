import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import type { Settings } from '../../src/drafts/settings.ts';

const draft = (yaml: string, siteUrl?: string) =>
  parseDraft(`---\n${yaml}\n---\nwords\n`, { path: null, siteUrl });

describe('front matter becomes settings', () => {
  it.each<[string, Partial<Settings>]>([
    ["tags: 'a, b'", { tags: ['a', 'b'] }],
    // YAML 1.2 wants the second line indented; the readers of most engines do not.
    ['summary: "What the float\nmeasured in May."', { summary: 'What the float measured in May.' }],
    ["summary: 'It''s\nup'\nlang: en", { summary: "It's up", language: 'en' }],
    ['tags:\n  - a\n  - 2024', { tags: ['a', '2024'] }],
    ['tags: []', { tags: [] }],
    ['date: 2026-02-03', { date: '2026-02-03' }],
    ["date: 'Feb 3, 2025'", { date: '2025-02-03' }],
    ['date: February 3rd, 2025', { date: '2025-02-03' }],
    ['date: 3 Sept 2025', { date: '2025-09-03' }],
    ['date: 1738540800', { date: '2025-02-03' }],
    ['date: 1738627199000', { date: '2025-02-03' }],
    ['date: 2025-02-03 23:00:00 -0800', { date: '2025-02-03' }],
    ['date: Mon Feb 3 2025 09:00:00 GMT+0000 (UTC)', { date: '2025-02-03' }],
    ['date: "02/23/2025"', { date: '2025-02-23' }],
    ['date: 02-23-2025', { date: '2025-02-23' }],
    ['date: 23.02.2025', { date: '2025-02-23' }],
    ['date: Feb 3, 2025, 9:00 AM', { date: '2025-02-03' }],
    ['date: 03/03/2025', { date: '2025-03-03' }],
    ['lang: pt_BR', { language: 'pt-BR' }],
    ['description: >\n  two\n  lines', { summary: 'two lines' }],
    ['description: "two\nlines"\ntags: a', { summary: 'two lines', tags: ['a'] }],
    ["description: 'two\nmore\nlines'", { summary: 'two more lines' }],
    ['canonical_url: https://example.org/a', { canonical: 'https://example.org/a' }],
    ['networks: x, Mastodon', { networks: ['x', 'mastodon'] }],
    ['accounts: [me]', { accounts: ['me'] }],
    ['publish_at: next', { publishAt: 'next' }],
    ['publish_at: 2026-02-03 09:00 +0100', { publishAt: '2026-02-03T09:00+01:00' }],
    ['publish_at: 2026-02-03T09:00:30[Europe/Rome]', { publishAt: '2026-02-03T09:00:30[Europe/Rome]' }],
    ['late: skip', { late: 'skip' }],
    [
      'footnotes: post\nnumbering: 1.\nline_breaks: join\nstyle: tight\nseparator: text',
      { footnotes: 'post', numbering: '1.', lineBreaks: 'join', style: 'tight', separator: 'text' },
    ],
    ['cover: /a.png\ncover_alt: A hat', { cover: { path: '/a.png', alt: 'A hat' } }],
    ['cover:\n  image: a.png\n  alt: A hat', { cover: { path: 'a.png', alt: 'A hat' } }],
    ['silence: [html-dropped]', { silence: ['html-dropped'] }],
    [
      'x:\n  numbering: 1/7\n  line_breaks: join',
      { perNetwork: { x: { numbering: '1/7', lineBreaks: 'join' } } },
    ],
    ['title:\ndate:\nauthor: me\nfoo: [1, {a: b}]', { tags: [] }],
  ])('%s', (yaml, settings) => {
    const parsed = draft(yaml);
    expect(parsed.findings).toEqual([]);
    expect(parsed.settings).toMatchObject(settings);
  });

  it.each([
    ['permalink: /blog/a', 'https://example.org/site/', 'https://example.org/site/blog/a'],
    ['slug: a', 'https://example.org', 'https://example.org/a'],
    ['permalink: /blog/a', undefined, '/blog/a'],
    ['slug: a', undefined, '/a'],
    ['permalink: /:year/:title/\nslug: a', 'https://example.org', 'https://example.org/a'],
    ['canonical: https://example.com/b\npermalink: /blog/a', 'https://example.org', 'https://example.com/b'],
  ])('%s with the site %s leads to %s', (yaml, site, canonical) => {
    expect(draft(yaml, site).settings.canonical).toBe(canonical);
  });

  it.each([
    ['kind: post', { kind: 'post' }],
    ['numbering: "1/7"', { numbering: '1/7' }],
    ["title: 'A'", { title: 'A' }],
    ['tags: [a, b]', { tags: ['a', 'b'] }],
    ['title: A\r\n', { title: 'A' }],
  ])('with Windows line ends too, also as the last line: %j', (yaml, settings) => {
    const parsed = parseDraft(`---\r\nopen_with: text\r\n${yaml}\r\n---\r\nwords\r\n`, { path: null });
    expect(parsed.findings).toEqual([]);
    expect({ ...parsed, ...parsed.settings }).toMatchObject(settings);
  });

  it('fills in what the kind sets', () => {
    expect(draft('kind: article').settings.lineBreaks).toBe('join');
    expect(draft('kind: update').settings.lineBreaks).toBe('unwrap');
    expect(draft('kind: article\nline_breaks: keep').settings.lineBreaks).toBe('keep');
  });

  it.each(['ogSummary: A', 'og_titles: A', 'seo-title: A', 'metaTags: a'])(
    'leaves the keys of a blog for cards and search engines alone: %s',
    (yaml) => expect(draft(yaml).findings.map(({ code }) => code)).not.toContain('setting-near-miss'),
  );

  it('reads keys with capitals, as Hugo does', () => {
    const parsed = parseDraft('+++\nTitle = "Gauge log"\nTags = ["sea", "log"]\n+++\nwords', { path: null });
    expect(parsed.findings.map(({ code }) => code)).not.toContain('setting-near-miss');
    expect({ ...parsed, ...parsed.settings }).toMatchObject({ title: 'Gauge log', tags: ['sea', 'log'] });
    expect(draft('Title: Gauge log\nlang: en').title).toBe('Gauge log');
  });

  it('is only front matter where it looks like it', () => {
    const { blocks, findings } = parseDraft('---\nA line between two rules.\n---\nMore.', { path: null });
    expect(blocks.map(({ type }) => type)).toEqual(['separator', 'paragraph', 'separator', 'paragraph']);
    expect(findings).toEqual([]);
  });
});

describe('what is wrong in front matter is found at its line', () => {
  it.each([
    ['kind: essay', 'setting-value', 2, 7, "`kind` can't be `essay`; it accepts `update`, `paper`"],
    ['a: b\ntags: {c: d}', 'setting-value', 3, 7, "`tags` can't be a block of keys"],
    ['date: 2026-02-30', 'setting-value', 2, 7, '2026-02-03'],
    ['date: 2025020312', 'setting-value', 2, 7, '2026-02-03'],
    ['publish_at: tomorrow', 'setting-value', 2, 13, '`next`'],
    ['publish_at: 2026-02-03T24:00', 'setting-value', 2, 13, '`next`'],
    ['networks: [x, facebook]', 'setting-value', 2, 11, "can't hold `facebook`; it accepts `x`, `bluesky`"],
    ['networks: x, , facebook', 'setting-value', 2, 11, "can't hold `facebook`"],
    ['language: english please', 'setting-value', 2, 11, '`pt-BR`'],
    ['canonical: javascript:alert(1)', 'setting-value', 2, 12, 'https'],
    ['title: [a, b]', 'setting-value', 2, 8, 'accepts text'],
    ['x: yes', 'setting-value', 2, 1, 'block of keys'],
    ['mastodon:\n  style: loose', 'setting-value', 3, 10, '`tidy` or `tight`'],
    ['x:\n  publish_at: next', 'setting-not-per-network', 3, 3, 'move it out of `x:`'],
    ['Summary: a', 'setting-near-miss', 2, 1, '`summary`'],
    ['publish-at: next', 'setting-near-miss', 2, 1, '`publish_at`'],
    ['lineBreaks: keep', 'setting-near-miss', 2, 1, '`line_breaks`'],
    ['numbreing: none', 'setting-near-miss', 2, 1, '`numbering`'],
    ['footnote: end', 'setting-near-miss', 2, 1, '`footnotes`'],
    ['blusky:\n  style: tidy', 'setting-near-miss', 2, 1, '`bluesky`'],
    ['x:\n  seperator: text', 'setting-near-miss', 3, 3, '`separator`'],
    ['cover: a.png', 'image-without-alt', 2, 8, '`cover_alt`'],
    ['a: [1', 'front-matter-yaml', 2, 6, 'not valid YAML'],
    ['a: 1\na: 2', 'front-matter-yaml', 3, 1, 'twice'],
    ['authors: [ana] tags: [rain]', 'front-matter-yaml', 2, 16, 'line of its own'],
    ['summary: a: b', 'front-matter-yaml', 2, 10, 'quotation marks'],
  ])('%s', (yaml, code, line, column, message) => {
    const { findings, blocks } = draft(yaml);
    expect(findings).toMatchObject([{ code, line, column, message: expect.stringContaining(message) }]);
    expect(blocks.at(-1)).toMatchObject({ type: 'paragraph', runs: [{ text: 'words' }] });
  });

  it.each([
    'pubDate: 2026-02-03',
    "publishedAt: 'Feb 3, 2026'",
    'published_at: 2026-02-03T10:00:00Z',
    'published: 2026-02-03',
    'date: 2026/02/03',
    'date: 2026.2.3',
    'date: Tue, 03 Feb 2026 09:00:00 +0100',
  ])('a blog’s own key dates a post: %s', (yaml) => {
    const { settings, findings } = draft(`title: Small rivers\n${yaml}`);
    expect(settings.date).toBe('2026-02-03');
    expect(findings.map(({ code }) => code)).toEqual(['title-opens']);
  });

  it('reads a value with `: ` as it is meant, and warns', () => {
    const { title, settings, findings } = draft(
      'title: Rivers, part 2: the sea: a: b\ndate: 2026-02-03\nfoo: [a: b]',
    );
    expect([title, settings.date]).toEqual(['Rivers, part 2: the sea: a: b', '2026-02-03']);
    expect(findings.filter(({ code }) => code !== 'title-opens')).toMatchObject([
      { code: 'front-matter-yaml', severity: 'warning', line: 2, column: 8 },
    ]);
  });

  it('warns of a key that occurs twice with the same value', () => {
    const { findings } = draft('title: Small rivers\ncomments: true\ncomments: true');
    expect(findings.filter(({ code }) => code !== 'title-left-out')).toMatchObject([
      { code: 'front-matter-yaml', severity: 'warning', line: 4 },
    ]);
  });

  it.each(['last-modified', 'today', '{{ date }}'])('leaves the date `%s` to the blog', (date) => {
    const { settings, findings } = draft(
      `title: Small rivers\ndate: ${date.startsWith('{') ? `'${date}'` : date}`,
    );
    expect(settings.date).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['title-opens']);
  });

  it.each([
    ['log/2025-02-03-kites/index.qmd', '02/03/2025', '2025-02-03'],
    ['log/2025-03-02-kites/index.qmd', '02/03/2025', '2025-03-02'],
    ['log/2025/03/kites.md', '02/03/2025', '2025-03-02'],
    ['2024-01-01/2025_02_03_kites.md', '02-03-2025', '2025-02-03'],
    ['log/2025-04-01-kites.md', '02/03/2025', undefined],
    ['log/kites.md', '02/03/2025', undefined],
  ])('the name %s settles what %s means', (path, written, date) => {
    const { settings, findings } = parseDraft(`---\ntitle: Kites\ndate: ${written}\n---\nwords\n`, { path });
    expect(settings.date).toBe(date);
    expect(findings.filter(({ code }) => code === 'setting-value')).toHaveLength(date === undefined ? 1 : 0);
  });

  it('a date that is none is a warning: nothing that is sent depends on it', () => {
    expect(draft('date: 2021-02-29T16:00:00Z').findings).toMatchObject([{ severity: 'warning' }]);
    expect(draft('publish_at: 2021-02-29').findings).toMatchObject([{ severity: 'error' }]);
  });

  it.each(['layout: post', 'author: me', 'categories: a', 'image: a.png', 'type: x', 'url: /a', 'state: z'])(
    'leaves `%s` to the blog',
    (yaml) => expect(draft(yaml).findings).toEqual([]),
  );

  it('keeps the values that hold beside those that do not', () => {
    const { settings, findings } = draft('style: loose\nnumbering: 1/7\ndate: never\ntags: a');
    expect(settings).toMatchObject({ style: 'tidy', numbering: '1/7', tags: ['a'] });
    expect(findings.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('says so where nothing closes it, and shows the text', () => {
    const { findings, blocks } = parseDraft('---\ntitle: a\n\nwords', { path: null });
    expect(findings).toMatchObject([{ code: 'front-matter-unclosed', line: 1 }]);
    expect(blocks.at(-1)).toMatchObject({ runs: [{ text: 'words' }] });
  });

  it('silences warnings by their code, and never errors', () => {
    const text = '---\nsilence: [html-dropped, relative-link]\n---\n<hr>\n\n[a](/b)\n';
    expect(parseDraft(text, { path: null }).findings.map(({ code }) => code)).toEqual(['relative-link']);
  });
});
