import { describe, expect, it } from 'vitest';
import { errorsOf, siteFolder, urlsOf } from './site-folder.ts';

const { put, draftOf } = siteFolder();

const SITE = 'site_name: Gauge\nsite_url: https://gauge.example.io/\n';
const MATERIAL =
  'markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\n';
const post = (head: string, body = 'Water rose.'): string => `---\n${head}\n---\n\n${body}\n`;
const linking = (link: string): string => post('date: 2026-02-03', `It shut. See also ${link}`);

async function linkFrom(path: string, link: string, files: Readonly<Record<string, string>>) {
  put({ 'config/threadmill.yaml': '{}\n', [path]: linking(link), ...files });
  const draft = await draftOf(path);
  return { urls: urlsOf(draft), errors: errorsOf(draft) };
}

describe('pages of MkDocs', () => {
  it.each([
    [
      'beside the draft',
      '',
      'docs/logs/gate.md',
      '[it](float.md#ice)',
      'docs/logs/float.md',
      '/logs/float/#ice',
    ],
    [
      'the index of a folder',
      '',
      'docs/logs/gate.md',
      '[it](../rain/README.md)',
      'docs/rain/README.md',
      '/rain/',
    ],
    ['the home', '', 'docs/logs/gate.md', '[it](../index.md)', 'docs/index.md', '/'],
    [
      'files with endings',
      'use_directory_urls: false\n',
      'docs/logs/gate.md',
      '[it](float.md)',
      'docs/logs/float.md',
      '/logs/float.html',
    ],
    ['another folder', 'docs_dir: text\n', 'text/gate.md', '[it](float.md)', 'text/float.md', '/float/'],
  ])('%s', async (_, settings, path, link, file, page) => {
    const { urls, errors } = await linkFrom(path, link, {
      'mkdocs.yml': SITE + settings,
      [file]: post('title: The float'),
    });
    expect(errors).toEqual([]);
    expect(urls).toEqual([`https://gauge.example.io${page}`]);
  });

  it('not with folders of languages', async () => {
    const { errors } = await linkFrom('docs/gate.md', '[it](float.md)', {
      'mkdocs.yml': `${SITE}plugins: [i18n]\n`,
      'docs/float.md': post('title: The float'),
    });
    expect(errors).toEqual([expect.stringMatching(/^relative-link: /)]);
  });
});

describe('posts of Material’s blog', () => {
  const inBlog = (settings: string, head: string, body?: string) =>
    linkFrom('docs/blog/posts/gate.md', '[it](float.md)', {
      'mkdocs.yml': SITE + MATERIAL + settings,
      'docs/blog/posts/float.md': post(head, body),
    });

  it.each([
    [
      'by date and title',
      'plugins: [search, blog]\n',
      'title: "The float, again"\ndate: 2026-01-05',
      '2026/01/05/the-float-again/',
    ],
    [
      'by their own name',
      'plugins:\n  - blog\n',
      'title: The float\nslug: sunk\ndate: 2026-01-05',
      '2026/01/05/sunk/',
    ],
    [
      'by a pattern',
      'plugins:\n  - blog:\n      post_url_format: "{slug}"\n',
      'title: The float\ndate:\n  created: 2026-01-05',
      'the-float/',
    ],
    [
      'by their file, and a date of another form',
      'plugins:\n  blog:\n    post_url_format: "{date}-{file}"\n    post_url_date_format: yyyy-MM\n',
      'date: 2026-01-05',
      '2026-01-float/',
    ],
  ])('%s', async (_, settings, head, page) => {
    const { urls, errors } = await inBlog(settings, head);
    expect(errors).toEqual([]);
    expect(urls).toEqual([`https://gauge.example.io/blog/${page}`]);
  });

  it('by the heading with which the text opens', async () => {
    const { urls } = await inBlog('plugins: [blog]\n', 'date: 2026-01-05', '# The float sank\n\nIn May.');
    expect(urls).toEqual(['https://gauge.example.io/blog/2026/01/05/the-float-sank/']);
  });

  it.each([
    ['a title in other letters', 'plugins: [blog]\n', 'title: Der Über-Schwimmer\ndate: 2026-01-05'],
    ['no title', 'plugins: [blog]\n', 'date: 2026-01-05'],
    ['no date', 'plugins: [blog]\n', 'title: The float'],
    [
      'the name of a month',
      'plugins:\n  - blog:\n      post_url_date_format: yyyy/MMMM\n',
      'title: The float\ndate: 2026-01-05',
    ],
    [
      'a program of its own for names',
      'plugins:\n  - blog:\n      post_slugify: !!python/name:own.slugs\n',
      'title: The float\ndate: 2026-01-05',
    ],
    [
      'categories',
      'plugins:\n  - blog:\n      post_url_format: "{categories}/{slug}"\n',
      'title: The float\ndate: 2026-01-05',
    ],
  ])('are not known with %s', async (_, settings, head) => {
    const { errors } = await inBlog(settings, head);
    expect(errors).toEqual([expect.stringMatching(/^relative-link: /)]);
  });
});
