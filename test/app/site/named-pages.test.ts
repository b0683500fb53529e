import { describe, expect, it } from 'vitest';
import { errorsOf, siteFolder, urlsOf } from './site-folder.ts';

const { put, draftOf } = siteFolder();

const CONFIG = 'site:\n  url: https://gauge.example.org\n  permalinks: /log/:slug\n';
const POST = '---\ntitle: The float\ndate: 2026-01-05\n---\n\nWater rose.\n';
const linking = (link: string, more = ''): string =>
  `---\ntitle: The gate\ndate: 2026-02-03\n${more}---\n\nIt shut. See also ${link}\n`;

describe('a link to a page beside the draft, by its name', () => {
  it.each([
    ['from this folder', '[it](./float)', '/log/float'],
    ['with a place in it', '[it](./old-float#ice)', '/log/old-float#ice'],
    ['without a dot', '[it](old-float)', '/log/old-float'],
    ['in HTML', '<a href="./float">it</a>', '/log/float'],
    ['by a definition', '[it][f] and a gate\n\n[f]: ./float', '/log/float'],
  ])('%s', async (_, link, page) => {
    put({
      'config/threadmill.yaml': CONFIG,
      'data/posts/gate.md': linking(link),
      'data/posts/float.md': POST,
      'data/posts/old-float.mdx': POST,
    });
    const draft = await draftOf('data/posts/gate.md');
    expect(errorsOf(draft)).toEqual([]);
    expect(urlsOf(draft)).toEqual([`https://gauge.example.org${page}`]);
  });

  it.each([['[it](./mast)'], ['[it](./float.txt)'], ['[it](../float)']])('is not known: %s', async (link) => {
    put({ 'config/threadmill.yaml': CONFIG, 'posts/gate.md': linking(link), 'posts/float.md': POST });
    expect(errorsOf(await draftOf('posts/gate.md'))).toEqual([expect.stringMatching(/^relative-link: /)]);
  });

  it.each([
    ['[it](../float/)', '/log/float/'],
    ['[it](../../masts/old/#noon)', '/masts/old/#noon'],
    ['<a href="../float/?a=1">it</a>', '/log/float/?a=1'],
  ])('is joined to the page of the draft: %s', async (link, page) => {
    put({
      '_config.yml': 'url: https://gauge.example.io\npermalink: /log/:title/\n',
      '_posts/2026-02-03-gate.md': linking(link),
    });
    const draft = await draftOf('_posts/2026-02-03-gate.md');
    expect(errorsOf(draft)).toEqual([]);
    expect(urlsOf(draft)).toEqual([`https://gauge.example.io${page}`]);
  });

  it.each([
    ['[it](../float)', '/float/'],
    ['[it](../float#ice)', '/float/#ice'],
    ['[it][f]\n\n[f]: ../old-mast', '/old-mast/'],
  ])('is joined to it without a slash, if a text of that name has that page: %s', async (link, page) => {
    put({
      'config.toml': 'base_url = "https://gauge.example.io"\n',
      'content/gate.md': `+++\ntitle = "Gate"\ndate = 2026-02-03\n+++\n\nIt shut. See ${link}\n`,
      'content/float.md': '+++\ntitle = "Float"\n+++\n\nIt rose.\n',
      'content/old-mast/index.md': '+++\ntitle = "Mast"\n+++\n\nIt fell.\n',
    });
    const draft = await draftOf('content/gate.md');
    expect(errorsOf(draft)).toEqual([]);
    expect(urlsOf(draft)).toEqual([`https://gauge.example.io${page}`]);
  });

  it('is joined without a slash to the page of a text in a folder of its own', async () => {
    put({
      'config.toml': 'base_url = "https://gauge.example.io"\n',
      'content/gate/index.md': linking('[it](../float) and [that](../mast)'),
      'content/float.md': '+++\ntitle = "Float"\n+++\n\nIt rose.\n',
      'content/mast/index.md': '+++\ntitle = "Mast"\n+++\n\nIt fell.\n',
    });
    const draft = await draftOf('content/gate/index.md');
    expect(urlsOf(draft)).toEqual(['https://gauge.example.io/float/', 'https://gauge.example.io/mast/']);
  });

  it('is not known without a slash where no text has that page', async () => {
    put({
      'config.toml': 'base_url = "https://gauge.example.io"\n',
      'content/log/gate.md': linking('[it](../float)'),
      'content/float.md': '+++\ntitle = "Float"\n+++\n\nIt rose.\n',
    });
    expect(errorsOf(await draftOf('content/log/gate.md'))).toHaveLength(1);
  });

  it('is not known where the page of the draft is no folder, and the finding says what would help', async () => {
    put({ 'config/threadmill.yaml': CONFIG, '_posts/2026-02-03-gate.md': linking('[it](../float/)') });
    expect(errorsOf(await draftOf('_posts/2026-02-03-gate.md'))).toEqual([
      expect.stringMatching(/^relative-link: .* as `canonical` in its front matter$/),
    ]);
  });

  it('is not known where it would have two days', async () => {
    put({
      '_config.yml': 'url: https://gauge.example.io\npermalink: /:year/:month/:day/:title/\n',
      '_posts/2026-02-03-gate.md': linking('[it](../2026/01/05/float/)'),
    });
    expect(errorsOf(await draftOf('_posts/2026-02-03-gate.md'))).toHaveLength(1);
  });

  it('needs the address of the site if no file says it', async () => {
    put({
      '_config.yml': 'permalink: /log/:title/\n',
      '_posts/2026-02-03-gate.md': linking('[it](../float/)'),
    });
    expect(errorsOf(await draftOf('_posts/2026-02-03-gate.md'))).toEqual([
      expect.stringMatching(/^relative-link: .* set the site's URL in the configuration$/),
    ]);
  });

  it('is beside the address that the draft itself gives', async () => {
    put({
      'config/threadmill.yaml': CONFIG,
      'posts/gate.md': linking('[it](./float)', 'canonical: https://example.org/old/gate\n'),
      'posts/float.md': POST,
    });
    expect(urlsOf(await draftOf('posts/gate.md'))).toEqual(['https://example.org/old/float']);
  });
});
