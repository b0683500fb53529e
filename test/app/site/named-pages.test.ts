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

  it('is beside the address that the draft itself gives', async () => {
    put({
      'config/threadmill.yaml': CONFIG,
      'posts/gate.md': linking('[it](./float)', 'canonical: https://example.org/old/gate\n'),
      'posts/float.md': POST,
    });
    expect(urlsOf(await draftOf('posts/gate.md'))).toEqual(['https://example.org/old/float']);
  });
});
