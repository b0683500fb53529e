import { describe, expect, it } from 'vitest';
import { readPostFields } from '../../src/summaries/reading/post-fields.ts';
import { hugoPage } from '../../src/summaries/sites/hugo-page.ts';
import { jekyllPage } from '../../src/summaries/sites/jekyll-page.ts';
import type { SiteSettings } from '../../src/summaries/sites/site-text.ts';
import { zolaPage } from '../../src/summaries/sites/zola-page.ts';

/** Settings from plain records, as a file of them is read. */
const settingsOf = (value: unknown): SiteSettings =>
  Array.isArray(value)
    ? value.map((one) => settingsOf(one) ?? null)
    : typeof value === 'object' && value !== null
      ? new Map(Object.entries(value).map(([key, inner]) => [key, settingsOf(inner) ?? null]))
      : String(value);

type Case = readonly [path: string, head: string, settings: object, page: string | undefined];

const page =
  (rules: typeof jekyllPage) =>
  (path: string, head: string, settings: object): string | undefined => {
    const { fields, format } = readPostFields(head === '' ? 'Text.\n' : `---\n${head}\n---\nText.\n`);
    return rules({ path, fields, hasFrontMatter: format !== 'none' }, settingsOf(settings));
  };

describe('a page of Jekyll', () => {
  const rows: readonly Case[] = [
    ['_posts/2026-01-05-float.md', 'title: F', {}, '/2026/01/05/float.html'],
    ['_posts/2026-01-05-float.md', 'title: F', { permalink: 'pretty' }, '/2026/01/05/float/'],
    ['_posts/2026-01-05-float.md', 'title: F', { permalink: 'none' }, '/float.html'],
    ['_posts/2026-03-01-float.md', 'title: F', { permalink: 'ordinal' }, '/2026/060/float.html'],
    ['_posts/2026-03-01-float.md', 'title: F', { permalink: 'weekdate' }, undefined],
    ['_posts/2026-01-05-float.md', 'title: F', { permalink: '/log/:i_day/:slug' }, '/log/5/float'],
    ['_posts/2026-01-05-Float_1.2.md', 'title: F', { permalink: '/:title/' }, '/Float_1.2/'],
    ['_posts/2026-01-05-Float_1.2.md', 'title: F', { permalink: '/:slug/' }, '/float-1-2/'],
    ['_posts/2026-01-05-crue-d-été.md', 'title: F', { permalink: '/:title/' }, '/crue-d-%C3%A9t%C3%A9/'],
    ['_posts/2026-01-05-float.md', 'slug: gate', { permalink: '/:title/' }, '/gate/'],
    ['_posts/2026-01-05-float.md', 'permalink: /:year/own', {}, '/2026/own'],
    ['_posts/2026-01-05-float.md', 'categories: Rain Snow', {}, '/rain/snow/2026/01/05/float.html'],
    ['_posts/2026-01-05-float.md', 'category: Late Rain', {}, '/late%20rain/2026/01/05/float.html'],
    ['rain/_posts/2026-01-05-float.md', 'categories: [snow]', {}, '/rain/snow/2026/01/05/float.html'],
    ['_posts/2026-01-05-float.md', 'date: 2026-02-06', {}, '/2026/02/06/float.html'],
    ['_posts/2026-01-05-float.md', 'date: 2026-01-05 10:00:00 +0100', {}, '/2026/01/05/float.html'],
    ['_posts/2026-01-05-float.md', 'date: 2026-01-05 00:30:00 +0100', {}, undefined],
    [
      '_posts/2026-01-05-float.md',
      'date: 2026-01-05 00:30:00 +0100',
      { timezone: 'Europe/Madrid' },
      '/2026/01/05/float.html',
    ],
    ['_posts/2026-01-05-float.md', 'date: 2026-01-05 00:30:00 +0100', { timezone: 'Nowhere' }, undefined],
    ['_posts/float.md', 'title: F', {}, undefined],
    ['_posts/2026-01-05-float.md', '', {}, undefined],
    ['press.md', 'title: P', {}, '/press.html'],
    ['press/index.md', 'title: P', {}, '/press/'],
    ['press/kit.md', 'title: P', { permalink: 'pretty' }, '/press/kit/'],
    ['press/kit.md', 'title: P', { permalink: '/:year/:title/' }, '/press/kit/'],
    ['press/kit.md', 'title: P', { permalink: '/:year/:title' }, '/press/kit'],
    ['press/kit.pdf', '', {}, '/press/kit.pdf'],
    ['press/kit.md', '', {}, undefined],
    ['press/kit.md', 'title: P', { exclude: ['press/'] }, undefined],
    ['press/kit.md', 'title: P', { exclude: ['*.md', 'other'] }, undefined],
    ['press/kit.md', 'title: P', { exclude: ['*.nix', 'kit.md'] }, '/press/kit.html'],
    ['_includes/kit.md', 'title: P', {}, undefined],
    ['_logs/rain.md', 'title: P', { collections: { logs: { output: true } } }, '/logs/rain.html'],
    ['_logs/rain.md', 'title: P', { collections: { logs: { output: false } } }, undefined],
    ['_logs/rain.md', 'title: P', { collections: ['logs'] }, undefined],
    [
      'all/_logs/a/2026-01-05-rain.md',
      'title: P',
      {
        collections_dir: 'all',
        collections: { logs: { output: true, permalink: '/:collection/:path/:year/:title' } },
      },
      '/logs/a/2026-01-05-rain/2026/rain',
    ],
    // `all` is not the beginning of `allotment`.
    ['allotment/rain.md', 'title: P', { collections_dir: 'all' }, '/allotment/rain.html'],
    [
      'allotment/_posts/2026-01-05-rain.md',
      'title: P',
      { collections_dir: 'all' },
      '/allotment/2026/01/05/rain.html',
    ],
  ];
  it.each(rows)('%s with %j and %j is %s', (path, head, settings, expected) => {
    expect(page(jekyllPage)(path, head, settings)).toBe(expected);
  });

  it.each([
    [
      'the longest path',
      [
        ['', '/a/:title/'],
        ['_posts/old', '/b/:title/'],
      ],
      '/b/float/',
    ],
    [
      'a type before none',
      [
        ['', '/a/:title/', 'posts'],
        ['', '/b/:title/'],
      ],
      '/a/float/',
    ],
    [
      'the last of equals',
      [
        ['', '/a/:title/'],
        ['', '/b/:title/'],
      ],
      '/b/float/',
    ],
    ['no other type', [['', '/a/:title/', 'pages']], '/2026/01/05/float.html'],
    ['nothing behind a star', [['_posts/*', '/a/:title/']], undefined],
  ] as const)('takes of the defaults %s', (_, rows, expected) => {
    const defaults = rows.map(([path, permalink, type]) => ({
      scope: { path, ...(type === undefined ? {} : { type }) },
      values: { permalink },
    }));
    expect(page(jekyllPage)('_posts/old/2026-01-05-float.md', 'title: F', { defaults })).toBe(expected);
  });
});

describe('a page of Hugo', () => {
  const DATED = 'title: "The Float: it’s out"\ndate: 2026-01-05T23:30:00-08:00';
  const rows: readonly Case[] = [
    ['content/log/Float.md', DATED, {}, '/log/float/'],
    ['content/log/Float.md', DATED, { disablePathToLower: true }, '/log/Float/'],
    ['content/log/2026-01-05-float.md', DATED, {}, '/log/2026-01-05-float/'],
    ['content/log/float/index.md', DATED, {}, '/log/float/'],
    ['content/log/_index.md', DATED, {}, '/log/'],
    ['content/log/float.md', 'slug: gate', {}, '/log/gate/'],
    ['content/log/float.md', 'url: /gate/', {}, '/gate/'],
    ['content/log/v1.2 rain.md', DATED, {}, '/log/v1.2-rain/'],
    [
      'content/log/float.md',
      DATED,
      { permalinks: { log: '/:year/:month/:day/:slug/' } },
      '/2026/01/05/the-float-its-out/',
    ],
    ['content/log/float.md', DATED, { permalinks: { page: { log: '/n/:contentbasename' } } }, '/n/float/'],
    ['content/log/float.md', 'title: F', { permalinks: { log: '/:year/:slug/' } }, undefined],
    ['content/log/float.md', DATED, { permalinks: { log: '/:sections[1:]/:filename' } }, '/float/'],
    ['content/log/a/b/float.md', DATED, { permalinks: { log: '/:sections[1:]/:filename' } }, '/a/b/float/'],
    ['content/log/a/b/float.md', DATED, { permalinks: { log: '/:sections[0]/:filename' } }, '/log/float/'],
    ['content/log/a/b/float.md', DATED, { permalinks: { log: '/:sections[:2]/:filename' } }, '/log/a/float/'],
    ['content/log/float.md', DATED, { permalinks: { log: '/:sections[last]/:filename' } }, undefined],
    ['content/news/float.md', DATED, { permalinks: { log: '/:year/:slug/' } }, '/news/float/'],
    ['content/log/float.fr.md', DATED, { languages: { en: {}, fr: {} } }, '/fr/log/float/'],
    ['content/log/float.en.md', DATED, { languages: { en: {}, fr: {} } }, '/log/float/'],
    ['content/log/float.md', DATED, { defaultContentLanguageInSubdir: true }, '/en/log/float/'],
    ['content/log/float.md', DATED, { uglyURLs: true }, undefined],
    ['content/log/float.md', DATED, { contentDir: 'texts' }, undefined],
    ['texts/log/float.md', DATED, { contentDir: './texts/' }, '/log/float/'],
    ['content/fr/log/float.md', DATED, { languages: { fr: { contentDir: 'content/fr' } } }, '/fr/log/float/'],
    ['content/en/log/float.md', DATED, { languages: { en: { contentDir: 'content/en' } } }, '/log/float/'],
    [
      'content/log/float.fr.md',
      DATED,
      { languages: { en: { contentDir: 'content' }, fr: { contentDir: 'content' } } },
      '/fr/log/float/',
    ],
    ['content/log/float.fr.md', DATED, { languages: { fr: { disabled: true } } }, undefined],
    ['content/log/float.fr.md', DATED, { languages: { fr: {} }, disableLanguages: ['fr'] }, undefined],
    ['content/log/float.fr.md', 'url: /fr/gate/', { languages: { fr: {} } }, undefined],
    [
      'content/en/log/float.md',
      DATED,
      {
        module: {
          mounts: [
            { source: 'content/en', target: 'content' },
            { source: 'a', target: 'assets' },
          ],
        },
      },
      '/log/float/',
    ],
    [
      'content/fr/float.md',
      DATED,
      { module: { mounts: [{ source: 'content/fr', target: 'content', lang: 'fr' }] } },
      '/fr/float/',
    ],
    [
      'content/log/float.md',
      DATED,
      { module: { mounts: [{ source: 'a', target: 'content/log' }] } },
      undefined,
    ],
    [
      'content/log/2026-01-05-float.md',
      DATED,
      { frontmatter: { date: [':filename', ':default'] } },
      undefined,
    ],
    ['content/log/float.md', DATED, { frontmatter: { date: [':filename', ':default'] } }, '/log/float/'],
    ['content/log/float/index.md', DATED, { frontmatter: { date: [':filename'] } }, '/log/float/'],
    ['content/log/50%.md', DATED, {}, undefined],
    ['posts/float.md', DATED, {}, undefined],
  ];
  it.each(rows)('%s with %j and %j is %s', (path, head, settings, expected) => {
    expect(page(hugoPage)(path, head, settings)).toBe(expected);
  });
});

describe('a page of Zola', () => {
  const rows: readonly Case[] = [
    ['content/log/Rain_Float.md', 'title: F', {}, '/log/rain-float/'],
    ['content/log/2026-01-05-float.md', 'title: F', {}, '/log/float/'],
    ['content/log/2026-01-05-float/index.md', 'title: F', {}, '/log/float/'],
    [
      'content/log/2026-01-05-float.md',
      'title: F',
      { slugify: { paths_keep_dates: true } },
      '/log/2026-01-05-float/',
    ],
    ['content/log/_index.md', 'title: F', {}, '/log/'],
    ['content/_index.md', 'title: F', {}, '/'],
    ['content/log/float.md', 'slug: The Gate', {}, '/log/the-gate/'],
    ['content/log/float.md', 'path: /out/gate', {}, '/out/gate/'],
    ['content/log/float.fr.md', 'title: F', { languages: { fr: {} } }, '/fr/log/float/'],
    ['content/log/crue d’été.md', 'title: F', {}, undefined],
    ['content/log/Rain_Float.md', 'title: F', { slugify: { paths: 'off' } }, '/log/Rain_Float/'],
    ['content/My Log/float.md', 'title: F', {}, undefined],
    ['texts/float.md', 'title: F', {}, undefined],
  ];
  it.each(rows)('%s with %j and %j is %s', (path, head, settings, expected) => {
    expect(page(zolaPage)(path, head, settings)).toBe(expected);
  });
});
