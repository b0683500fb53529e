import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/process/run.ts';
import { fakeIo } from './fake-io.ts';
import { type FeedPlace, openFeedPlace } from './feed-place.ts';

const WORDS =
  'The kettle in our lab boils at ninety-three degrees, and for a year nobody asked why that was so.';
const item = (name: string): string =>
  `<item><title>${name}</title><link>https://blog.example.org/${name}</link><guid isPermaLink="false">${name}</guid><pubDate>Mon, 05 Jan 2026 09:00:00 GMT</pubDate><description>${`&lt;p&gt;${name}: ${WORDS}&lt;/p&gt;`.repeat(20)}</description></item>`;
const rss = (...names: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Blog</title>${names.map(item).join('')}</channel></rss>`;

let folder = '';
let place: FeedPlace;
let answer: RequestListener;
let asked: IncomingMessage[] = [];
let feed = '';
let now = 0;
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

const serve = (...names: readonly string[]): void => {
  answer = (_, response) =>
    void response.writeHead(200, { 'content-type': 'application/rss+xml', etag: '"1"' }).end(rss(...names));
};
/** One run, an hour after the last. */
const look = async (args: readonly string[] = [feed], signal?: AbortSignal) => {
  now += 3_600_000;
  const io = fakeIo({ cwd: folder, now: () => now, ...(signal === undefined ? {} : { signal }) });
  const code = await run(['feed', ...args, '--allow-private'], io);
  return { code, out: io.out(), err: io.err() };
};
const drafts = (): string[] => readdirSync(join(folder, 'posts')).sort();
const file = (): string => join(folder, '.threadmill/feeds.json');
const memory = () => JSON.parse(readFileSync(file(), 'utf8'));
/** What a run leaves that was killed before it had written the newest entry's draft. */
function cutOff(): void {
  const cut = memory();
  const last = cut.entries.at(-1);
  rmSync(join(folder, last.draft));
  delete last.draft;
  last.state = 'waiting';
  writeFileSync(file(), JSON.stringify(cut));
}

describe('a server that always answers 304', () => {
  const unchanged: RequestListener = (_, response) => void response.writeHead(304).end();

  it('is asked once where an entry waits for its draft, and then left alone for a while', async () => {
    serve('one');
    await look();
    serve('two', 'one');
    await look();
    cutOff();
    asked = [];
    answer = unchanged;
    const { code, err } = await look();
    expect({ code, times: asked.length }).toEqual({ code: 1, times: 1 });
    expect(err).toContain('the server answered 304');
    expect(Date.parse(memory().feeds[feed].nextAt) - now).toBe(15 * 60_000);
    serve('two', 'one');
    await look();
    expect(drafts()).toEqual(['2026-01-05-two-summary.md']);
  });

  it('is asked with what it said of itself where only another feed’s entry waits', async () => {
    const other = `${feed}?other`;
    serve('one');
    await look([feed, other]);
    serve('two', 'one');
    await look([other]);
    cutOff();
    answer = unchanged;
    expect(await look()).toMatchObject({ code: 0, err: expect.stringContaining('nothing new') });
  });
});

describe('Ctrl-C', () => {
  const stopped = async (begin: RequestListener, args?: readonly string[]) => {
    const stop = new AbortController();
    answer = (request, response) => {
      begin(request, response);
      if (!response.writableEnded) setTimeout(() => stop.abort(), 50);
    };
    return look(args, stop.signal);
  };
  const xml = { 'content-type': 'text/xml' };

  it.each([
    ['before the feed answers', () => undefined],
    ['in the middle of the feed', (_, response) => void response.writeHead(200, xml).write('<rss>')],
  ] as [string, RequestListener][])(
    '%s ends a look quietly, and holds nothing against it',
    async (_, begin) => {
      serve('one');
      await look();
      const before = memory();
      for (const args of [[feed], [feed, '--every', '1h']])
        expect(await stopped(begin, args)).toEqual({ code: 0, out: '', err: '' });
      expect(memory()).toEqual(before);
    },
  );

  it('while an entry’s page is read leaves the entry for the next look, which takes the whole of it', async () => {
    const { origin } = new URL(feed);
    const hint = `<rss version="2.0"><channel><item><title>one</title><link>${origin}/one</link><pubDate>Mon, 05 Jan 2026 09:00:00 GMT</pubDate><description>${WORDS} […]</description></item></channel></rss>`;
    const html = { 'content-type': 'text/html' };
    const both: (page: (response: ServerResponse) => void) => RequestListener =
      (page) => (request, response) =>
        request.url === '/one' ? page(response) : void response.writeHead(200, xml).end(hint);
    serve();
    await look();
    const { code, out, err } = await stopped(
      both((response) => void response.writeHead(200, html).write('<p>')),
    );
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toBe(`${feed}: read, 1 entry, 0 drafted\n`);
    answer = both((response) => {
      response
        .writeHead(200, html)
        .end(`<html><body><article><p>Whole. ${WORDS}</p></article></body></html>`);
    });
    expect((await look()).out).toBe('posts/2026-01-05-one-summary.md\n');
  });

  it('while a page is read ends summarize with one line, and without what comes after', async () => {
    const stop = new AbortController();
    answer = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write('<p>');
      setTimeout(() => stop.abort(), 50);
    };
    const io = fakeIo({ cwd: folder, signal: stop.signal });
    expect(await run(['summarize', feed, `${feed}?2`, '--allow-private'], io)).toBe(1);
    expect(io.err()).toBe(`error: ${feed}: reading it was stopped.\n`);
    expect(asked).toHaveLength(1);
  });
});
