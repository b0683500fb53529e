import { describe, expect, it } from 'vitest';
import { TITLE_KEYS } from '../../src/drafts/front-matter/title-keys.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { blueskyProfile } from '../../src/networks/bluesky/profile.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const parse = (front: string, body: string) => parseDraft(`---\n${front}\n---\n\n${body}\n`, { path: null });
const opening = (front: string, body: string): string =>
  buildThread(parse(front, body), xProfile()).posts[0]?.text ?? '';

describe('the title at the top of the first post', () => {
  it.each([
    ['an article', 'title: Ropes\nkind: article'],
    ['a round-up', 'title: Ropes\nkind: links'],
    ['a post with a date', 'title: Ropes\ndate: 2026-02-01'],
    ['a post whose date only the blog can work out', 'title: Ropes\ndate: last-modified'],
    ['a post that a listing describes', 'title: Ropes\ndescription: How to tie one.'],
    ['a post with an author', 'title: Ropes\nauthors: [ada]'],
    ['a post whose description is nested', 'title: Ropes\nmeta:\n  description: How to tie one.'],
    ['a post with a title for search engines', 'title: Ropes\nseo_title: Knots'],
    ['a post that has moved', 'title: Ropes\nredirect_from: /archive/ropes'],
    ['a draft that asks for it', 'title: Ropes\nkind: update\nopen_with: title'],
  ])('stands in %s', (_, front) => {
    expect(opening(front, 'Any fool can tie one.')).toBe('Ropes\n\nAny fool can tie one.');
  });

  it.each([
    ['title: Never ~~tie~~ cut a rope', 'Never cut a rope'],
    ['title: Never <del>tie</del> cut a rope', 'Never cut a rope'],
    ['title: ~~Ropes~~', '~~Ropes~~'],
    ['title: 3 ~~ 4', '3 ~~ 4'],
  ])('holds no struck words, unless there are no others: %s', (title, shown) => {
    expect(opening(`${title}\nkind: article`, 'Any fool can.')).toBe(`${shown}\n\nAny fool can.`);
  });

  it('stands in every post below `_posts/`, where Jekyll keeps a blog’s posts', () => {
    const text = '---\ntitle: Ropes\ntags: [knots]\n---\n\nAny fool can tie one.\n';
    const first = (path: string) => buildThread(parseDraft(text, { path }), xProfile()).posts[0]?.text;
    expect(first('_posts/archived/2014/2014-03-10-ropes.aspx.markdown')).toBe(
      'Ropes\n\nAny fool can tie one.',
    );
    expect(first('posts/ropes.md')).toBe('Any fool can tie one.');
  });

  it.each([
    ['posts/2014-03-10-ropes.md', true],
    ['2014-03-10_ropes/index.md', true],
    ['posts/2014/03/ropes.md', true],
    ['posts\\2014\\03\\10\\ropes.md', true],
    ['posts/2014-03-10.md', true],
    ['posts/2014/ropes.md', false],
    ['posts/2014-03-ropes.md', false],
    ['v2014-03-10-ropes.md', false],
    ['blog/knots/ropes.md', true],
    ['content/notes/ropes.md', true],
    ['_drafts/ropes.md', true],
    ['blog/threads/ropes.md', false],
    ['blogging/ropes.md', false],
  ])(
    'stands in a post that its name or its folder dates, or whose folder is a blog’s: %s',
    (path, isDated) => {
      const draft = parseDraft('---\ntitle: Ropes\n---\n\nAny fool can tie one.\n', { path });
      const first = buildThread(draft, xProfile()).posts[0]?.text;
      expect(first).toBe(isDated ? 'Ropes\n\nAny fool can tie one.' : 'Any fool can tie one.');
      expect(draft.findings.map(({ code }) => code)).toEqual([isDated ? 'title-opens' : 'title-left-out']);
    },
  );

  it('does not stand in a draft because its project’s folder is called blog', () =>
    expect(
      parseDraft('---\ntitle: Ropes\n---\n\nAny fool can tie one.\n', {
        path: '/home/ana/blog/posts/ropes.md',
        place: 'posts/ropes.md',
      }).isOfBlog,
    ).toBeUndefined());

  it('a file that is dated but has no title stays what it is', () =>
    expect(parseDraft('Any fool can.', { path: '2014-03-10-ropes.md' }).isOfBlog).toBeUndefined());

  it.each([
    'publish_at: 2026-03-01 10:00',
    'kind: post',
    'networks: [x]',
    'x: {append: Done.}',
    'line_breaks: keep',
  ])('a dated file with a setting of ours is a draft: %s', (front) => {
    const { isOfBlog } = parseDraft(`---\ntitle: Ropes\n${front}\n---\n\nAny fool can.\n`, {
      path: '2026-03-01-ropes.md',
    });
    expect(isOfBlog).toBeUndefined();
  });

  it('is where `title` sets it, and no switch of a theme', () => {
    expect(parse('meta_title: Knots\ntitle: Ropes', 'Any fool can.').findings[0]).toMatchObject({
      code: 'title-opens',
      line: 3,
    });
    expect(parse('heading: true\nseo_title: Knots', 'Any fool can.').title).toBe('Knots');
    expect(parse('heading: true', 'Any fool can.').title).toBeUndefined();
  });

  it.each(TITLE_KEYS)('$key: $why', ({ example }) => {
    expect(opening(example, 'Any fool can tie one.')).toBe('Small rivers rise\n\nAny fool can tie one.');
    expect(opening(`${example}\ntitle: Ropes`, 'Any fool can.')).toBe('Ropes\n\nAny fool can.');
  });

  it('a draft that says so or names its kind gets no note', () => {
    const codes = (front: string) => parse(front, 'Any fool can.').findings.map(({ code }) => code);
    expect(codes('title: Ropes\ntags: [knots]')).toEqual(['title-left-out']);
    expect(codes('title: Ropes\nopen_with: text')).toEqual([]);
    expect(codes('title: Ropes\nkind: update')).toEqual([]);
    expect(parse('title: Any', 'Any fool can.').findings).toEqual([]);
  });

  it.each([
    ['a post that nothing dates or describes', 'title: Ropes\ntags: [knots]', 'Any fool can.'],
    ['an update', 'title: Ropes\ndate: 2026-02-01\nkind: update', 'Any fool can.'],
    ['a draft that says so', 'title: Ropes\nkind: article\nopen_with: text', 'Any fool can.'],
    ['a text that opens with it', 'title: Ropes!\nkind: article', '# Ropes\n\nAny fool can.'],
    ['a text that opens with a label', 'title: Ropes\nkind: article', '[Log] Any fool can.'],
  ])('does not stand in %s', (_, front, body) => {
    expect(opening(front, body).split('Ropes').length).toBe(body.includes('Ropes') ? 2 : 1);
  });

  it.each([
    ['Many `rope`s and *one* **knot**', 'Many ropes and one knot'],
    ['The <b><i>old</i></b> ropes &amp; [knots](https://example.org)', 'The old ropes & knots'],
    ['R<!---->ope<!-- a note -->s', 'Ropes'],
    ['How I failed the <a>, `ropes', 'How I failed the <a>, `ropes'],
    ['Ropes in __init__ by @_ana_ (4/5*)', 'Ropes in __init__ by @_ana_ (4/5*)'],
  ])('%s has no marks', (written, title) => {
    expect(opening(`title: '${written}'\nkind: article`, 'Any fool can.')).toBe(`${title}\n\nAny fool can.`);
  });

  it('stands before a label if the draft asks for it', () => {
    expect(opening('title: Ropes\nopen_with: title', '[Log] Any fool can.')).toMatch(/^Ropes\n\n\[Log\]/);
  });

  it('is asked for by network', () => {
    const draft = parse('title: Ropes\nx:\n  open_with: title', 'Any fool can.');
    expect(buildThread(draft, xProfile()).posts[0]?.text).toMatch(/^Ropes/);
    expect(buildThread(draft, blueskyProfile()).posts[0]?.text).toMatch(/^Any/);
  });

  it('is marked as added, and told once as an info', () => {
    const draft = parse('title: Ropes\nkind: article', 'Any fool can.');
    expect(buildThread(draft, xProfile()).posts[0]?.added).toEqual([{ start: 0, end: 5, what: 'title' }]);
    expect(draft.findings.filter(({ code }) => code === 'title-opens')).toMatchObject([
      { severity: 'info', line: 2 },
    ]);
    expect(parse('title: Ropes\nopen_with: title', 'Any.').findings).toEqual([]);
  });
});

describe('a thread of many posts', () => {
  const long = Array.from({ length: 26 }, (_, at) => `Part ${at}.`).join('\n\n---\n\n');
  it('is told of, with what to do', () => {
    const { findings } = buildThread(parseDraft(long, { path: null }), xProfile());
    expect(findings).toMatchObject([
      { code: 'long-thread', severity: 'info', message: expect.stringContaining('summarize') },
    ]);
  });

  it('is not told of at 25 posts', () => {
    const { findings, posts } = buildThread(
      parseDraft(long.replace('Part 0.\n\n---\n\n', ''), { path: null }),
      xProfile(),
    );
    expect([posts.length, findings]).toEqual([25, []]);
  });
});
