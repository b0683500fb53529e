import { describe, expect, it } from 'vitest';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { addSyndication } from '../../src/summaries/writing/add-syndication.ts';

const HEAD = 'title: Storm log\ndraft: true\npublish_at: 2027-01-05T09:00+01:00';
const parse = (text: string) => parseDraft(text, { path: 'a.md' });

describe('front matter is read where people put it', () => {
  it.each([
    ['a blank line above', `\n---\n${HEAD}\n---\n\nThe mast stood.\n`],
    ['blank lines with spaces', ` \n\t\n---\n${HEAD}\n---\nThe mast stood.\n`],
    ['a space before its first line', ` ---\n${HEAD}\n---\nThe mast stood.\n`],
    ['a byte order mark and a blank line', `\ufeff\n---\n${HEAD}\n---\nThe mast stood.\n`],
    ['a comment', `<!-- for the editor -->\n---\n${HEAD}\n---\nThe mast stood.\n`],
    ['a comment of several lines', `<!--\nfor\n\nthe editor\n-->\n\n---\n${HEAD}\n---\nThe mast stood.\n`],
    ['an invisible character', `\u200b---\n${HEAD}\n---\nThe mast stood.\n`],
    ['Windows line ends', `\r\n---\r\n${HEAD.replaceAll('\n', '\r\n')}\r\n---\r\nThe mast stood.\r\n`],
    ['YAML’s own end', `\n---\n${HEAD}\n...\nThe mast stood.\n`],
    [
      'TOML',
      '\n+++\ntitle = "Storm log"\ndraft = true\npublish_at = "2027-01-05T09:00+01:00"\n+++\nThe mast stood.\n',
    ],
    [
      'one that nothing opened',
      'Title: Storm log\nPublish_at: 2027-01-05T09:00+01:00\n---\n\nThe mast stood.\n',
    ],
    ['Pelican', 'Title: Storm log\nPublish_at: 2027-01-05T09:00+01:00\n\nThe mast stood.\n'],
  ])('%s', (_, text) => {
    const { title, settings, findings, blocks } = parse(text);
    expect(draftWords({ blocks }).join(' ')).toBe('The mast stood.');
    expect({ title, publishAt: settings.publishAt }).toEqual({
      title: 'Storm log',
      publishAt: '2027-01-05T09:00+01:00',
    });
    expect(findings.filter(({ code }) => code === 'front-matter-misplaced')).toMatchObject([
      { severity: 'warning' },
    ]);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is named by its own mark', () =>
    expect(
      parse('\n+++\ntitle = "A"\ndate = 2026-05-04\n+++\n\nThe mast stood.\n').findings.find(
        ({ code }) => code === 'front-matter-misplaced',
      )?.message,
    ).toContain('make its `+++` the first line'));

  it('is not warned of where it stands right, also closed by `...`', () => {
    for (const end of ['---', '...'])
      expect(parse(`---\ntitle: A\nkind: update\n${end}\nThe mast stood.\n`)).toMatchObject({
        title: 'A',
        findings: [],
      });
  });

  it('of Pelican and MultiMarkdown needs no fence', () => {
    const { title, settings, blocks } = parse(
      'Title: Harbour notes: 63\nNumber: 63\nDate: 2025-12-17\nTags: pier, bell\nSummary: A long\n    summary\n\nHello and welcome.\n',
    );
    expect(title).toBe('Harbour notes: 63');
    expect(settings).toMatchObject({ date: '2025-12-17', tags: ['pier', 'bell'], summary: 'A long summary' });
    expect(draftWords({ blocks }).join(' ')).toBe('Hello and welcome.');
  });

  it.each([
    [
      'Pelican’s',
      'Title: Storm log\nDate: 2026-10-01 09:00\nCategory: Sea\nSlug: storm-log\n\nThe mast stood.\n',
    ],
    [
      'Nikola’s',
      '<!--\n.. title: Storm log\n.. slug: storm-log\n.. date: 2026-10-01 09:00:00 UTC\n-->\n\nThe mast stood.\n',
    ],
  ])('a blog’s own form is no mistake: %s', (_, text) =>
    expect(parse(text)).toMatchObject({
      title: 'Storm log',
      settings: { date: '2026-10-01' },
      findings: [{ code: 'title-opens' }],
    }),
  );

  it.each([
    ['TOML', '~~~~toml\ntitle = "Storm log"\ntags = ["sea"]\n~~~~\n\nThe mast stood.\n'],
    ['YAML', '```yaml\ntitle: Storm log\ntags: [sea]\n```\n\nThe mast stood.\n'],
  ])('may be the first piece of code: %s', (_, text) => {
    const { title, settings, blocks, findings } = parse(text);
    expect({ title, tags: settings.tags, words: draftWords({ blocks }).join(' ') }).toEqual({
      title: 'Storm log',
      tags: ['sea'],
      words: 'The mast stood.',
    });
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(addSyndication(text, ['https://a.example/1'])).toHaveProperty('refused');
  });

  it.each([
    ['settings without a title', '```yaml\nname: storm\ntags: [sea]\n```\n\nThe mast stood.\n'],
    ['code further down', 'Hello.\n\n```yaml\ntitle: Storm log\ntags: [sea]\n```\n\nThe mast stood.\n'],
    ['other code', '```toml\ntitle = "Storm log"\nfor x in y\n```\n\nThe mast stood.\n'],
  ])('is not taken from %s', (_, text) => {
    const { title, blocks } = parse(text);
    expect(title).toBe(undefined);
    expect(blocks.map(({ type }) => type)).toContain('code');
  });

  it.each([
    ['labels that nobody knows', 'Done: the float.\nNext: the arm.\n\nMore.\n'],
    ['one label and words', 'Summary: we shipped it.\n\nMore.\n'],
    ['a heading', 'Title: Oil\n---\n\nMore.\n'],
    ['a line without a key', 'Title: A\nand then more words\n\nMore.\n'],
    ['an address', 'https://example.org\n\nMore.\n'],
    ['prose between two rules', '\n---\nNote: a line, and\nprose.\n---\nMore.\n'],
    ['rules with a label between', '\n---\nMood: fine\n---\nMore.\n'],
    ['a list below a rule', '\n---\n- a: b\n---\nMore.\n'],
  ])('is text: %s', (_, text) => {
    const { blocks } = parse(text);
    const words = draftWords({ blocks }).join(' ');
    for (const word of text.match(/\p{L}{4,}/gu) ?? []) expect(words).toContain(word);
  });

  it('says so of a blog post too, and gets no second block', () => {
    const text = '\n---\nlayout: post\ntitle: Storm log\ndate: 2026-10-01\n---\n\nThe mast stood.\n';
    const post = readPost(text, { path: '2026-10-01-storm-log.md', siteUrl: 'https://example.org' });
    expect(post).toMatchObject({ title: 'Storm log', date: '2026-10-01' });
    expect(draftWords(post).join(' ')).toBe('The mast stood.');
    expect(addSyndication(text, ['https://a.example/1'])).toEqual({
      added: ['https://a.example/1'],
      text: text.replace('\n---\n\n', '\nsyndication:\n  - "https://a.example/1"\n---\n\n'),
    });
  });

  it('names broken TOML at its line, and publishes none of it', () => {
    const { findings, blocks } = parse('+++\ntitle = "A"\ndate = = 3\n+++\nText.\n');
    expect(draftWords({ blocks }).join(' ')).toBe('Text.');
    expect(findings).toContainEqual(
      expect.objectContaining({ code: 'front-matter-yaml', severity: 'error', line: 3 }),
    );
  });
});
