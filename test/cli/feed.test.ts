import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { fakeIo } from './fake-io.ts';
import { type FeedPlace, openFeedPlace } from './feed-place.ts';

const WORDS = [
  'The kettle in our lab boils at ninety-three degrees, and for a year nobody asked why that was so.',
  'A gauge on the roof had been read wrong by everybody since the building was opened in 1988.',
  'We drew the pressure of every day against the temperature, and the two lines lay on top of each other.',
  'The whole department now trusts its thermometers less and its windows more than any textbook allows.',
  'Nobody had to buy a new kettle, because the old one had been telling the truth about the weather all along.',
];
type Item = { readonly name: string; readonly id?: string; readonly url?: string; readonly words?: string };
const page = (words: readonly string[]): string => words.map((text) => `<p>${text}</p>`).join('');
function item({ name, id, url, words }: Item): string {
  const html = words ?? page(WORDS.map((text) => `${name}: ${text}`));
  const link = url ?? `https://blog.example.org/${name}`;
  const guid = `<guid isPermaLink="false">${id ?? name}</guid>`;
  const date = '<pubDate>Mon, 05 Jan 2026 09:00:00 GMT</pubDate>';
  const content = `<content:encoded><![CDATA[${html.repeat(4)}]]></content:encoded>`;
  return `<item><title>${name}</title><link>${link}</link>${guid}${date}${content}</item>`;
}
const rss = (...items: readonly Item[]): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Blog</title>${items.map(item).join('')}</channel></rss>`;

let folder = '';
let place: FeedPlace;
let answer: RequestListener;
let asked: IncomingMessage[] = [];
let feed = '';
let now = Date.UTC(2026, 1, 3, 9);
beforeEach(async () => {
  asked = [];
  now = Date.UTC(2026, 1, 3, 9);
  place = await openFeedPlace((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  ({ folder, feed } = place);
});
afterEach(() => place.close());

const serve = (...items: readonly Item[]): void => {
  answer = (_, response) =>
    void response
      .writeHead(200, { 'content-type': 'application/rss+xml', etag: `"${items.length}"` })
      .end(rss(...items));
};
/** One run, an hour after the last. */
const look = async (...args: string[]) => {
  now += 3_600_000;
  const io = fakeIo({ cwd: folder, now: () => now });
  const code = await run(['feed', feed, '--allow-private', ...args], io);
  return { code, out: io.out(), err: io.err() };
};
const drafts = (): string[] => {
  try {
    return readdirSync(join(folder, 'posts')).sort();
  } catch {
    return [];
  }
};
const memory = () => JSON.parse(readFileSync(join(folder, '.threadmill/feeds.json'), 'utf8'));

describe('feed', () => {
  it('counts all as seen at first, and then drafts each new entry once', async () => {
    serve({ name: 'one' });
    expect(await look()).toMatchObject({ code: 0, out: '' });
    serve({ name: 'two' }, { name: 'one' });
    expect((await look()).out).toBe('posts/2026-01-05-two-summary.md\n');
    expect((await look()).out).toBe('');
    expect(drafts()).toEqual(['2026-01-05-two-summary.md']);
    const markdown = readFileSync(join(folder, 'posts/2026-01-05-two-summary.md'), 'utf8');
    expect(markdown.trimEnd().endsWith('\nhttps://blog.example.org/two')).toBe(true);
  });

  it('takes some of what was there with --backfill, at first and later', async () => {
    serve({ name: 'three' }, { name: 'two' }, { name: 'one' });
    await look('--backfill', '1');
    expect(drafts()).toEqual(['2026-01-05-three-summary.md']);
    await look('--backfill', '1');
    expect(drafts()).toEqual(['2026-01-05-three-summary.md', '2026-01-05-two-summary.md']);
  });

  it('takes no entry again whose id or address changed, and tells of one that was edited', async () => {
    serve();
    await look();
    serve({ name: 'one' });
    await look();
    serve({ name: 'one', id: 'new', url: 'https://blog.example.org/moved' });
    expect((await look()).out).toBe('');
    serve({ name: 'one', words: page([...WORDS, 'More.']) });
    const edited = await look();
    expect(edited.out).toBe('');
    expect(edited.err).toContain('edited one: already taken, so it was skipped');
    expect(drafts()).toHaveLength(1);
  });

  it('asks for nothing that it has, and not too often', async () => {
    serve({ name: 'one' });
    await look();
    answer = (_, response) => void response.writeHead(304).end();
    const { code, err } = await look();
    expect({ code, inm: asked[1]?.headers['if-none-match'] }).toEqual({ code: 0, inm: '"1"' });
    expect(err).toContain('nothing new');
    now -= 3_600_000;
    expect((await look()).err).toContain('left alone, not before');
    expect(asked).toHaveLength(2);
    now -= 3_600_000;
    await look('--now');
    expect(asked).toHaveLength(3);
  });

  it('leaves a feed that fails alone, longer each time, and forgets nothing', async () => {
    serve({ name: 'one' });
    await look();
    answer = (_, response) => void response.writeHead(500).end();
    const failed = await look();
    expect(failed.code).toBe(1);
    expect(failed.err).toContain('the server answered 500');
    expect(Date.parse(memory().feeds[feed].nextAt) - now).toBe(15 * 60_000);
    await look();
    expect(Date.parse(memory().feeds[feed].nextAt) - now).toBe(30 * 60_000);
    serve({ name: 'two' }, { name: 'one' });
    expect((await look()).out).toBe('posts/2026-01-05-two-summary.md\n');
    expect(memory().feeds[feed].failures).toBe(0);
  });

  it('stays away as long as it is asked to, and for good from what is gone', async () => {
    answer = (_, response) => void response.writeHead(429, { 'retry-after': '36000' }).end();
    await look();
    expect(Date.parse(memory().feeds[feed].nextAt) - now).toBe(36_000_000);
    answer = (_, response) => void response.writeHead(410).end();
    await look('--now');
    const count = asked.length;
    expect((await look()).err).toContain('gone');
    expect(asked).toHaveLength(count);
  });

  it('passes over what a feed holds when it is first read, though it failed before', async () => {
    answer = (_, response) => void response.writeHead(503).end();
    await look();
    serve({ name: 'one' });
    expect((await look()).out).toBe('');
  });

  it('follows a feed that has moved for good', async () => {
    const { origin } = new URL(feed);
    answer = (request, response) => {
      if (request.url === '/feed.xml') response.writeHead(301, { location: '/new.xml' }).end();
      else response.writeHead(200, { 'content-type': 'text/xml' }).end(rss({ name: 'one' }));
    };
    await look();
    expect(memory().feeds[feed].address).toBe(`${origin}/new.xml`);
    asked = [];
    await look();
    expect(asked.map(({ url }) => url)).toEqual(['/new.xml']);
  });

  it('cuts off a body of 100 MB', async () => {
    let sent = 0;
    const chunk = Buffer.alloc(256 * 1024, '<a/>');
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      const more = (): void => {
        while (sent < 100 * 1024 * 1024) {
          sent += chunk.length;
          if (!response.write(chunk)) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    };
    expect((await look()).err).toContain('larger than 8 MB');
    expect(sent).toBeLessThan(40 * 1024 * 1024);
  });

  it.each([
    [
      'an entity bomb',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>',
      'entities',
    ],
    ['no feed', '<html><body>Hello</body></html>', 'not an RSS'],
  ])('refuses %s', async (_, body, why) => {
    answer = (__, response) => void response.writeHead(200, { 'content-type': 'application/xml' }).end(body);
    const { code, err } = await look();
    expect(code).toBe(1);
    expect(err).toContain(why);
  });

  it('refuses private addresses where they are not allowed', async () => {
    serve({ name: 'one' });
    const io = fakeIo({ cwd: folder });
    expect(await run(['feed', feed], io)).toBe(1);
    expect(io.err()).toContain('private network');
    expect(asked).toEqual([]);
  });

  it('reads the page of an entry that the feed only hints at', async () => {
    const { origin } = new URL(feed);
    serve();
    await look();
    answer = (request, response) => {
      response.writeHead(200, { 'content-type': request.url === '/one' ? 'text/html' : 'text/xml' });
      if (request.url === '/one')
        response.end(
          `<html><head><title>One</title></head><body><article>${page(WORDS)}</article></body></html>`,
        );
      else
        response.end(
          `<rss version="2.0"><channel><item><title>one</title><link>/one</link><pubDate>Mon, 05 Jan 2026 09:00:00 GMT</pubDate><description>The kettle in our lab […]</description></item></channel></rss>`,
        );
    };
    expect((await look()).out).toBe('posts/2026-01-05-one-summary.md\n');
    const markdown = readFileSync(join(folder, 'posts/2026-01-05-one-summary.md'), 'utf8');
    expect(markdown).toContain(WORDS[0]);
    expect(markdown.trimEnd().endsWith(`\n${origin}/one`)).toBe(true);
  });

  it('goes on with an entry whose draft a run did not live to write, or to note', async () => {
    serve();
    await look();
    serve({ name: 'one' });
    await look();
    const [draft = ''] = drafts();
    const path = join(folder, '.threadmill/feeds.json');
    const cut = memory();
    cut.entries[0].state = 'waiting';
    writeFileSync(path, JSON.stringify(cut));
    answer = (request, response) => {
      if (request.headers['if-none-match'] !== undefined) response.writeHead(304).end();
      else response.writeHead(200, { 'content-type': 'text/xml' }).end(rss({ name: 'one' }));
    };
    await look();
    expect(drafts()).toEqual([draft]);
    expect(memory().entries[0].state).toBe('drafted');
    rmSync(join(folder, 'posts', draft));
    writeFileSync(path, JSON.stringify(cut));
    await look();
    expect(drafts()).toEqual([draft]);
  });

  it('gives two entries of one day and title a file each, and never writes over one', async () => {
    serve();
    await look();
    mkdirSync(join(folder, 'posts'), { recursive: true });
    writeFileSync(join(folder, 'posts/2026-01-05-one-summary.md'), 'mine');
    serve({ name: 'one' });
    await look();
    expect(drafts()).toEqual(['2026-01-05-one-summary-2.md', '2026-01-05-one-summary.md']);
    expect(readFileSync(join(folder, 'posts/2026-01-05-one-summary.md'), 'utf8')).toBe('mine');
  });

  it('does not guess at a memory that is broken', async () => {
    mkdirSync(join(folder, '.threadmill'));
    writeFileSync(join(folder, '.threadmill/feeds.json'), '{');
    serve({ name: 'one' });
    const { code, err } = await look();
    expect(code).toBe(3);
    expect(err).toContain("can't be read");
    expect(readFileSync(join(folder, '.threadmill/feeds.json'), 'utf8')).toBe('{');
  });

  it('lets only one process watch at a time, and is not held up by a dead one', async () => {
    mkdirSync(join(folder, '.threadmill'));
    writeFileSync(join(folder, '.threadmill/feeds.lock'), '1\n');
    serve({ name: 'one' });
    expect((await look()).code).toBe(4);
    writeFileSync(join(folder, '.threadmill/feeds.lock'), '999999999\n');
    expect((await look()).code).toBe(0);
  });

  it('watches the feeds of the configuration, and prints JSON', async () => {
    mkdirSync(join(folder, 'config'));
    writeFileSync(join(folder, 'config/threadmill.yaml'), `feeds: ["${feed}"]\n`);
    serve({ name: 'one' });
    const io = fakeIo({ cwd: folder });
    expect(await run(['feed', '--allow-private', '--json'], io)).toBe(0);
    expect(JSON.parse(io.out())).toEqual([
      { feed, status: 'read', message: null, first: true, entries: 1, taken: [], edited: [] },
    ]);
  });

  it.each([
    [['feed'], 'Name a feed'],
    [['feed', 'ftp://x'], 'not a web address'],
    [['feed', 'https://example.org/f', '--every', '1s'], '--every takes'],
    [['feed', 'https://example.org/f', '--every', '1h', '--json'], 'leave out --every'],
    [['feed', 'https://example.org/f', '--backfill', 'x'], '--backfill takes'],
  ])('refuses %j', async (args, message) => {
    const io = fakeIo({ cwd: folder });
    expect(await run(args, io)).toBe(2);
    expect(io.err()).toContain(message);
  });
});
