import { describe, expect, it } from 'vitest';
import { detectSite, siteUrl } from '../../../src/app/init/detect-site.ts';
import type { FolderView } from '../../../src/app/init/folder-view.ts';

/** A folder of files by their paths; a path that ends with a slash is an empty folder. */
function folder(files: Readonly<Record<string, string>>): FolderView {
  return {
    read: (path) => Promise.resolve(files[path] ?? null),
    kindOf: (path) => {
      if (path in files) return Promise.resolve('file');
      const inside = path === '.' || Object.keys(files).some((name) => name.startsWith(`${path}/`));
      return Promise.resolve(inside ? 'folder' : null);
    },
  };
}

const FOLDERS: readonly (readonly [string, Readonly<Record<string, string>>, Record<string, string>])[] = [
  [
    'Jekyll, its address with its base, its own permalinks',
    {
      '_config.yml':
        'title: Gauge\nurl: "https://gauge.example.io" # ours\nbaseurl: /notes\npermalink: /:year/:title/\n',
      '_posts/2026-01-01-a.md': '',
    },
    {
      generator: 'jekyll',
      url: 'https://gauge.example.io/notes',
      publicDir: '.',
      permalinks: '/:year/:title/',
      posts: '_posts',
    },
  ],
  [
    'Jekyll without settings',
    { '_posts/2026-01-01-a.md': '' },
    { generator: 'jekyll', publicDir: '.', posts: '_posts' },
  ],
  [
    'Jekyll with broken settings and a domain of its own',
    { '_config.yml': 'a: [', CNAME: 'gauge.example.io\n' },
    { generator: 'jekyll', url: 'https://gauge.example.io', publicDir: '.' },
  ],
  [
    'Hugo in TOML',
    {
      'hugo.toml': "baseURL = 'https://gauge.example.io/'\ntitle = 'G'\n",
      'static/a.png': '',
      'content/posts/a.md': '',
    },
    { generator: 'hugo', url: 'https://gauge.example.io', publicDir: 'static', posts: 'content/posts' },
  ],
  [
    'an older Hugo in YAML, key in small letters',
    { 'config.yaml': 'baseurl: https://gauge.example.io/log/\n', 'content/post/a.md': '' },
    { generator: 'hugo', url: 'https://gauge.example.io/log', publicDir: 'static', posts: 'content/post' },
  ],
  [
    'Hugo as its starter leaves it: no address yet',
    { 'hugo.toml': "baseURL = 'https://example.org/'\n" },
    { generator: 'hugo', publicDir: 'static' },
  ],
  [
    'Astro',
    {
      'astro.config.mjs':
        "export default defineConfig({\n  // site: 'https://old.example.io',\n  site: 'https://gauge.example.io',\n  base: '/log',\n});\n",
      'public/a.png': '',
      'src/content/blog/a.md': '',
    },
    {
      generator: 'astro',
      url: 'https://gauge.example.io/log',
      publicDir: 'public',
      posts: 'src/content/blog',
    },
  ],
  [
    'Next.js by its package, with a starter’s metadata',
    {
      'package.json': '{ "dependencies": { "next": "16.0.1" } }',
      'data/siteMetadata.js': "module.exports = { siteUrl: 'https://gauge.example.io' }",
      'data/blog/a.mdx': '',
    },
    { generator: 'next', url: 'https://gauge.example.io', publicDir: 'public', posts: 'data/blog' },
  ],
  [
    'Next.js with metadataBase',
    {
      'next.config.ts': '',
      'app/layout.tsx': "export const metadata = { metadataBase: new URL('https://gauge.example.io') };",
    },
    { generator: 'next', url: 'https://gauge.example.io', publicDir: 'public' },
  ],
  [
    'Eleventy with its data',
    {
      'eleventy.config.js': '',
      '_data/metadata.js': 'export default { url: "https://gauge.example.io/" }',
      'public/a.png': '',
      'content/blog/a.md': '',
    },
    { generator: 'eleventy', url: 'https://gauge.example.io', publicDir: 'public', posts: 'content/blog' },
  ],
  [
    'an Obsidian vault with a folder for attachments',
    { '.obsidian/app.json': '{ "attachmentFolderPath": "./files" }', 'files/a.png': '', 'Note.md': '' },
    { generator: 'obsidian', publicDir: 'files', posts: '.' },
  ],
  [
    'a vault without one',
    { '.obsidian/app.json': '{}' },
    { generator: 'obsidian', publicDir: '.', posts: '.' },
  ],
  [
    'a site that is also a vault',
    { '.obsidian/app.json': '{}', 'hugo.toml': "baseURL = 'https://gauge.example.io/'" },
    { generator: 'hugo', url: 'https://gauge.example.io', publicDir: 'static' },
  ],
  [
    'a site in a subfolder',
    {
      'README.md': '',
      'site/hugo.yaml': 'baseURL: https://gauge.example.io',
      'site/static/a.png': '',
      'site/content/posts/a.md': '',
    },
    {
      generator: 'hugo',
      url: 'https://gauge.example.io',
      publicDir: 'site/static',
      posts: 'site/content/posts',
    },
  ],
];

describe('the blog in a folder', () => {
  it.each(FOLDERS)('is recognised: %s', async (_what, files, expected) => {
    const found = await detectSite(folder(files));
    const { name, mark, keepOut, ...facts } = found ?? {};
    expect(facts).toEqual(expected);
    expect([name, mark].every((text) => typeof text === 'string' && text.length > 2)).toBe(true);
  });

  it('is nothing in an empty folder, a plain package, and one with a config.toml of another program', async () => {
    expect(await detectSite(folder({}))).toBeNull();
    expect(
      await detectSite(folder({ 'package.json': '{ "dependencies": { "react": "19.0.0" } }' })),
    ).toBeNull();
    expect(await detectSite(folder({ 'config.toml': 'name = "a"' }))).toBeNull();
  });

  it('tells how to keep drafts off the site, where the site would take them', async () => {
    expect((await detectSite(folder({ '_config.yml': '' })))?.keepOut).toContain('exclude');
    expect((await detectSite(folder({ 'docs/_config.yml': '' })))?.keepOut).toBeUndefined();
    expect((await detectSite(folder({ 'hugo.toml': '' })))?.keepOut).toBeUndefined();
  });
});

it.each([
  ['https://gauge.example.io/', 'https://gauge.example.io'],
  ['https://gauge.example.io/log//', 'https://gauge.example.io/log'],
  ['https://example.com', undefined],
  ['http://localhost:4000', undefined],
  ['https://user:pass@gauge.example.io', undefined],
  ['gauge.example.io', undefined],
  ['/', undefined],
  [undefined, undefined],
])('reads %j as the address %j', (text, url) => {
  expect(siteUrl(text)).toBe(url);
});
