import { describe, expect, it } from 'vitest';
import { nextAfterAnswer, nextAfterFailure } from '../../../src/app/feeds/back-off.ts';
import { comparable } from '../../../src/app/feeds/entry-keys.ts';
import {
  FeedMemoryError,
  memoryText,
  parseMemory,
  type SeenEntry,
} from '../../../src/app/feeds/feed-memory.ts';
import { sortEntries } from '../../../src/app/feeds/sort-entries.ts';
import { type FeedEntry, feedEntries } from '../../../src/summaries/feeds/feed-entries.ts';
import { readEntry } from '../../../src/summaries/feeds/read-entry.ts';

const LONG =
  'The kettle in our lab boils at ninety-three degrees, and for a year nobody asked why that was so. '.repeat(
    4,
  );
const entry = (name: string, more: Partial<FeedEntry> = {}): FeedEntry => ({
  id: `id-${name}`,
  url: `https://example.org/${name}`,
  title: name,
  published: '2026-01-05T00:00:00Z',
  html: `<p>${name}: ${LONG}</p>`,
  summary: undefined,
  tags: [],
  ...more,
});
const OPTIONS = { feed: 'https://example.org/feed', isFirst: false, backfill: 0 };
const titles = (list: readonly FeedEntry[]): (string | undefined)[] => list.map(({ title }) => title);
/** The memory after everything in it was drafted. */
const drafted = (entries: readonly SeenEntry[]): SeenEntry[] =>
  entries.map((seen) => ({ ...seen, state: 'drafted' }));

describe('a feed', () => {
  it.each([
    [
      'RSS',
      '<rss version="2.0"><channel><title>T</title><item><title>A &amp; B</title><link>/a</link><guid isPermaLink="false">1</guid><pubDate>Mon, 05 Jan 2026 09:00:00 GMT</pubDate><category>x</category><description>&lt;p&gt;Words&lt;/p&gt;</description></item></channel></rss>',
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>f</id><updated>2026-01-05T09:00:00Z</updated><entry><title>A &amp; B</title><id>1</id><published>2026-01-05T09:00:00Z</published><updated>2026-01-06T09:00:00Z</updated><category term="x"/><link rel="replies" href="/r"/><link href="/a"/><content type="html">&lt;p&gt;Words&lt;/p&gt;</content></entry></feed>',
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"1","url":"/a","title":"A & B","tags":["x"],"content_html":"<p>Words</p>","date_published":"2026-01-05T09:00:00Z"}]}',
    ],
  ])('of %s gives its entries', (_, text) => {
    const feed = feedEntries(text, 'https://example.org/blog/feed');
    expect(feed).toMatchObject({
      title: 'T',
      entries: [{ id: '1', url: 'https://example.org/a', title: 'A & B', html: '<p>Words</p>', tags: ['x'] }],
    });
    if ('problem' in feed) throw new Error(feed.problem);
    const [first] = feed.entries;
    expect(first && readEntry(first)).toMatchObject({ title: 'A & B', date: '2026-01-05', isRoundUp: false });
  });

  it.each([
    [
      'an entity bomb',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>',
      'entities',
    ],
    [
      'an entity that reads a file',
      '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&a;</title></channel></rss>',
      'entities',
    ],
    ['a page', '<!doctype html><html><body>Not a feed</body></html>', 'not an RSS'],
    ['nothing', '', 'not an RSS'],
    ['an XML that never ends', `<rss version="2.0"><channel>${'<a>'.repeat(50_000)}`, 'not an RSS'],
  ])('is refused where it is %s', (_, text, why) => {
    expect(feedEntries(text, 'https://example.org/')).toMatchObject({
      problem: expect.stringContaining(why),
    });
  });

  it('keeps no address that is none of the web', () => {
    const text =
      '<rss version="2.0"><channel><item><title>A</title><link>javascript:alert(1)</link></item></channel></rss>';
    expect(feedEntries(text, 'https://example.org/')).toMatchObject({ entries: [{ url: undefined }] });
  });
});

describe('an entry, read as a post', () => {
  const html = `<p>${LONG}</p>`;
  const read = (change: Partial<FeedEntry>) => readEntry(entry('a', { html, ...change }));

  it('links to its address without what counts who follows the feed', () => {
    const { canonical } = read({ url: 'https://example.org/a?p=7&utm_source=feed&utm_medium=rss#more' });
    expect(canonical?.url).toBe('https://example.org/a?p=7#more');
  });

  it('keeps a title that ends in dots, and no summary that was cut off', () => {
    const { title, summary } = read({ title: 'And then…', summary: 'The kettle boiled and […]' });
    expect({ title, summary }).toEqual({ title: 'And then…', summary: undefined });
  });

  it('brings no escape sequence along, however it is written', () => {
    const { title, summary, blocks } = read({
      title: 'Kettle\u001b[31m &#27;[5m',
      summary: 'It boils\u001b]0;x\u0007.',
      html: `<p>\u009b1m ${LONG} &#27;[1m</p><pre>\u001b[2J</pre>`,
    });
    expect(JSON.stringify({ title, summary, blocks })).not.toMatch(/\\u00[01]|[\u007f-\u009f]/);
    expect(title).toBe('Kettle[31m [5m');
  });

  it('is named without the escapes of its feed', () => {
    expect(read({ title: 'Lids &amp; &#8220;cups&#8221;' }).title).toBe('Lids & “cups”');
  });
});

describe('what is new in a feed', () => {
  const first = sortEntries([entry('b'), entry('a')], [], { ...OPTIONS, isFirst: true });
  const known = drafted(first.entries);

  it('is nothing when the feed is first seen', () => {
    expect(titles(first.fresh)).toEqual([]);
    expect(first.entries.map(({ state }) => state)).toEqual(['passed', 'passed']);
  });

  it('is as many of the newest as were asked for, oldest first', () => {
    const list = [
      entry('c', { published: '2026-01-07' }),
      entry('a', { published: '2026-01-05' }),
      entry('b', { published: '2026-01-06' }),
    ];
    expect(titles(sortEntries(list, [], { ...OPTIONS, isFirst: true, backfill: 2 }).fresh)).toEqual([
      'b',
      'c',
    ]);
  });

  it('is what was not there before', () => {
    expect(
      titles(sortEntries([entry('d'), entry('c'), entry('b'), entry('a')], known, OPTIONS).fresh),
    ).toEqual(['c', 'd']);
  });

  it.each([
    ['id', { id: 'other' }],
    ['address', { url: 'https://moved.example/b' }],
    ['date', { published: '2027-01-01' }],
    ['title', { title: 'other' }],
    [
      'id, address, date and title',
      { id: 'x', url: 'https://moved.example/b', published: '2027-01-01', title: 'other' },
    ],
    ['words and id', { html: `<p>${LONG.toUpperCase()} other words</p>`, id: 'x' }],
    ['words and address', { html: '<p>other</p>', url: 'https://moved.example/b' }],
    ['markup', { html: `<div><b>b:</b> ${LONG}</div>` }],
    ['scheme, www and tracking', { id: 'x', url: 'http://www.example.org/b/?utm_source=feed#top', html: '' }],
  ])('is no entry whose %s changed', (_, change) => {
    const { fresh, entries } = sortEntries([entry('b', change), entry('a')], known, OPTIONS);
    expect(titles(fresh)).toEqual([]);
    expect(entries).toHaveLength(2);
  });

  it('stays known by everything that it was ever known by', () => {
    const moved = sortEntries([entry('b', { id: 'new-id', url: 'https://moved.example/b' })], known, OPTIONS);
    const again = sortEntries(
      [entry('b', { url: 'https://moved.example/b', id: 'third', html: '' })],
      moved.entries,
      OPTIONS,
    );
    expect(titles(again.fresh)).toEqual([]);
    const byId = sortEntries(
      [entry('b', { url: undefined, id: 'new-id', html: '' })],
      again.entries,
      OPTIONS,
    );
    expect(titles(byId.fresh)).toEqual([]);
  });

  it('tells of edits once, and takes nothing again', () => {
    const change = entry('b', { html: `<p>${LONG} And one more thing.</p>` });
    const edited = sortEntries([change, entry('a')], known, OPTIONS);
    expect(titles(edited.edited)).toEqual(['b']);
    expect(titles(edited.fresh)).toEqual([]);
    expect(titles(sortEntries([change, entry('a')], edited.entries, OPTIONS).edited)).toEqual([]);
  });

  it('tells of edits of short notes too', () => {
    const note = (html: string) => [entry('n', { html })];
    const seen = drafted(sortEntries(note('<p>New photos!</p>'), known, OPTIONS).entries);
    expect(titles(sortEntries(note('<b>New photos</b>'), seen, OPTIONS).edited)).toEqual([]);
    const edited = sortEntries(note('<p>Old photos!</p>'), seen, OPTIONS);
    expect(titles(edited.edited)).toEqual(['n']);
    expect(titles(edited.fresh)).toEqual([]);
  });

  it('are two short notes that say the same', () => {
    const notes = ['one', 'two'].map((name) => entry(name, { html: '<p>New photos!</p>' }));
    expect(titles(sortEntries(notes, known, OPTIONS).fresh)).toHaveLength(2);
  });

  it('is one entry where two feeds, or one feed twice, hold the same', () => {
    const other = sortEntries([entry('b', { id: '77' })], known, {
      ...OPTIONS,
      feed: 'https://planet.example/feed',
      isFirst: false,
    });
    expect(titles(other.fresh)).toEqual([]);
    expect(titles(sortEntries([entry('c'), entry('c', { id: 'again' })], known, OPTIONS).fresh)).toEqual([
      'c',
    ]);
  });

  it('is what still waits for its draft since a run that was cut off', () => {
    const cut = sortEntries([entry('c'), entry('b')], known, OPTIONS);
    expect(titles(sortEntries([entry('c'), entry('b')], cut.entries, OPTIONS).fresh)).toEqual(['c']);
  });

  it('is known by its title where it has neither address nor id', () => {
    const bare = entry('x', { id: undefined, url: undefined, html: '' });
    const seen = sortEntries([bare], known, OPTIONS);
    expect(titles(seen.fresh)).toEqual(['x']);
    expect(titles(sortEntries([bare], drafted(seen.entries), OPTIONS).fresh)).toEqual([]);
  });
});

describe('the memory of feeds', () => {
  it('is read as it was written', () => {
    const memory = {
      version: 1 as const,
      feeds: {},
      entries: [...sortEntries([entry('a')], [], OPTIONS).entries],
    };
    expect(parseMemory(memoryText(memory), 'feeds.json')).toEqual(memory);
  });

  it.each(['', '{', '{"version":2}', '{"version":1,"feeds":{},"entries":[{}]}'])(
    'is not guessed at where it is broken: %j',
    (text) => {
      expect(() => parseMemory(text, 'feeds.json')).toThrow(FeedMemoryError);
    },
  );
});

describe('addresses', () => {
  it.each([
    ['https://www.example.org/a/?utm_source=x&b=1&a=2#c', 'example.org/a?a=2&b=1'],
    ['http://EXAMPLE.org:80/a/index.html', 'example.org/a'],
    ['https://example.org/?p=12', 'example.org?p=12'],
    ['https://example.org/A', 'example.org/A'],
  ])('%s is compared as %s', (address, compared) => {
    expect(comparable(address)).toBe(compared);
  });
});

describe('how long a feed is left alone', () => {
  const MINUTE = 60_000;
  it.each([
    [undefined, 5 * MINUTE],
    [MINUTE, 5 * MINUTE],
    [60 * MINUTE, 60 * MINUTE],
    [10 ** 12, 24 * 60 * MINUTE],
  ])('after an answer that stays good for %s ms: %i ms', (fresh, wait) => {
    expect(nextAfterAnswer(fresh)).toBe(wait);
  });

  it.each([
    [1, undefined, 15 * MINUTE],
    [2, undefined, 30 * MINUTE],
    [5, undefined, 240 * MINUTE],
    [500, undefined, 24 * 60 * MINUTE],
    [1, 3_600_000, 60 * MINUTE],
  ])('after %i failures, asked to stay away %s ms: %i ms', (failures, retryAfter, wait) => {
    expect(nextAfterFailure(failures, retryAfter)).toBe(wait);
  });
});
