import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/drafts/parse-draft.ts';
import { cardWords } from '../../../src/networks/bluesky/card-words.ts';
import { blueskyPreparer } from '../../../src/networks/bluesky/preparer.ts';
import { blueskyProfile } from '../../../src/networks/bluesky/profile.ts';
import type { PreparationPorts } from '../../../src/networks/preparation.ts';
import { type Sandbox, startSandbox } from '../../../src/sandbox/sandbox.ts';
import { buildThread } from '../../../src/threads/build-thread.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox();
});
afterEach(() => sandbox.close());

const PAGES: Readonly<Record<string, string>> = {
  'https://example.org/a': '<title>A page</title><meta property="og:image" content="/a.png">',
  'https://example.org/large':
    '<title>Large</title><meta property="og:image" content="https://example.org/large.png">',
  'https://example.org/bare': '<p>nothing</p>',
};
const asked: string[] = [];
const ports: PreparationPorts = {
  readPage: async (url) => {
    asked.push(url);
    const html = PAGES[url];
    return html === undefined ? undefined : { url, mime: 'text/html', bytes: Buffer.from(html) };
  },
  readImage: async (url) => ({
    url,
    mime: 'image/png',
    bytes: Buffer.alloc(url.includes('large') ? 1_000_001 : 10),
  }),
  fitImage: async (image, most) =>
    image.bytes.length > most ? { why: `it has ${image.bytes.length} bytes` } : image,
};

const prepare = (source: string) => {
  const { posts } = buildThread(parseDraft(source, { path: null }), blueskyProfile());
  return blueskyPreparer({ baseUrl: sandbox.url, ports }).prepare({ posts });
};

describe('preparing a thread', () => {
  it('resolves handles; one that names nobody stays plain text, and is told', async () => {
    const { posts, notes } = await prepare('Thanks @bob.test and @nobody.test, @bob.test again.');
    expect(posts[0]?.facets?.map((facet) => ('mention' in facet ? facet.accountId : ''))).toEqual([
      expect.stringMatching(/^did:plc:/),
      expect.stringMatching(/^did:plc:/),
    ]);
    expect(notes).toEqual(['@nobody.test stays plain text on Bluesky: no account has that handle']);
  });

  it('makes a card of each post’s first link, reads a page once, and none for a post with an image', async () => {
    asked.length = 0;
    const link = '[here](https://example.org/a) and [there](https://example.org/bare)';
    const { posts } = await prepare(
      `Read ${link}.\n\n---\n\nAgain ${link}.\n\n---\n\nWith ${link}.\n\n![Alt](a.png)`,
    );
    expect(posts.map(({ card }) => card?.title)).toEqual(['A page', 'A page', undefined]);
    expect(posts[0]?.card).toMatchObject({ url: 'https://example.org/a', image: { mime: 'image/png' } });
    expect(asked).toEqual(['https://example.org/a']);
  });

  it('leaves out a picture that is too large, and a card without a title', async () => {
    const { posts, notes } = await prepare(
      'See https://example.org/large\n\n---\n\nSee https://example.org/bare\n\n---\n\nSee https://example.org/gone',
    );
    expect(posts[0]?.card).toEqual({ url: 'https://example.org/large', title: 'Large', description: '' });
    expect(posts.slice(1).map(({ card }) => card)).toEqual([undefined, undefined]);
    expect(notes).toEqual([
      'The card of https://example.org/large goes out without its picture: it has 1000001 bytes.',
      'No card on Bluesky for https://example.org/bare, https://example.org/gone: their pages could not be read, or have no title.',
    ]);
  });
});

describe('the words of a card', () => {
  it.each([
    ['<title>One &amp; two</title>', 'One & two', ''],
    ['<meta property="og:title" content="OG"><title>T</title><meta name=description content="D">', 'OG', 'D'],
    [`<meta content='Single "quotes"' property='og:title'>`, 'Single "quotes"', ''],
    ['<meta name="twitter:title" content="&#x1F9F5; t&#233;">', '🧵 té', ''],
    ['<title>\n  Two\n  lines </title>', 'Two lines', ''],
    ['<meta property="og:title" content=""><title>T</title>', 'T', ''],
    [`<title>${'x'.repeat(400)}</title>`, `${'x'.repeat(299)}…`, ''],
  ])('of %j', (html, title, description) => {
    expect(cardWords(html, 'https://example.org/')).toMatchObject({ title, description });
  });

  it.each([
    ['/a.png', 'https://example.org/a.png'],
    ['https://cdn.example.org/a.png?b=1&amp;c=2', 'https://cdn.example.org/a.png?b=1&c=2'],
    ['javascript:alert(1)', undefined],
    ['data:image/png;base64,AAAA', undefined],
  ])('have the picture %s as %s', (given, image) => {
    const html = `<title>T</title><meta property="og:image" content="${given}">`;
    expect(cardWords(html, 'https://example.org/b').image).toBe(image);
  });

  it.each(['<meta ', '<title>', '<meta property="', '&#', 'content="a" '])(
    'take time in proportion to the page: %j',
    (unit) => {
      const start = performance.now();
      cardWords(unit.repeat(40_000), 'https://example.org/');
      expect(performance.now() - start).toBeLessThan(1_500);
    },
  );
});
