import { describe, expect, it } from 'vitest';
import { type FeedEntry, feedEntries } from '../../../src/summaries/feeds/feed-entries.ts';
import { readEntry } from '../../../src/summaries/feeds/read-entry.ts';

const AT = 'https://feeds.example.net/all/feed.xml';
/** The only entry of a feed. */
function only(text: string): FeedEntry {
  const feed = feedEntries(text, AT);
  if ('problem' in feed) throw new Error(feed.problem);
  const [entry] = feed.entries;
  if (entry === undefined) throw new Error('no entry');
  return entry;
}
const atom = (inside: string, feed = '', entry = ''): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" ${feed}><title>T</title><id>f</id><updated>2026-01-05T09:00:00Z</updated><entry ${entry}><id>1</id><updated>2026-01-05T09:00:00Z</updated>${inside}</entry></feed>`;
const blocks = (entry: FeedEntry): string => JSON.stringify(readEntry(entry).blocks);

describe('a relative address in a feed', () => {
  const BLOG = 'xml:base="https://a.example.org/blog/"';
  const content =
    '<content type="html">&lt;p&gt;See &lt;a href="x.html"&gt;it&lt;/a&gt; here.&lt;/p&gt;</content>';
  const inside = `<title>t</title><link href="p3.html"/>${content}`;
  it.each([
    ['the feed', BLOG, '', 'https://a.example.org/blog/p3.html', 'https://a.example.org/blog/x.html'],
    [
      'the feed and the entry',
      BLOG,
      'xml:base="sub/"',
      'https://a.example.org/blog/sub/p3.html',
      'https://a.example.org/blog/sub/x.html',
    ],
    [
      'the entry',
      '',
      'xml:base="/notes/"',
      'https://feeds.example.net/notes/p3.html',
      'https://feeds.example.net/notes/x.html',
    ],
    ['nobody', '', '', 'https://feeds.example.net/all/p3.html', 'https://feeds.example.net/all/x.html'],
    [
      'who means no page of the web',
      'xml:base="javascript:x"',
      '',
      'https://feeds.example.net/all/p3.html',
      'https://feeds.example.net/all/x.html',
    ],
  ])('starts at the base of %s', (_, feed, entry, url, link) => {
    const read = only(atom(inside, feed, entry));
    expect(read.url).toBe(url);
    expect(blocks(read)).toContain(`"${link}"`);
  });

  it('starts in a content at the base of that, and links of the feed do not', () => {
    const read = only(atom(inside.replace('<content', '<content xml:base="in/"'), BLOG));
    expect(read.url).toBe('https://a.example.org/blog/p3.html');
    expect(blocks(read)).toContain('"https://a.example.org/blog/in/x.html"');
  });

  it('starts at the base of an RSS feed too', () => {
    const read = only(
      `<rss version="2.0" ${BLOG}><channel><item><link>p3.html</link><description>&lt;p&gt;See &lt;a href="x.html"&gt;it&lt;/a&gt; here.&lt;/p&gt;</description></item></channel></rss>`,
    );
    expect(read.url).toBe('https://a.example.org/blog/p3.html');
    expect(blocks(read)).toContain('"https://a.example.org/blog/x.html"');
  });
});

describe('a text in a feed', () => {
  const CODE = 'Use vector&lt;int&gt; and &amp;lt; here.';
  const read = (inside: string) => readEntry(only(atom(inside)));
  it.each([
    ['no type', '', 'Use vector<int> and &lt; here.'],
    ['the type text', 'type="text"', 'Use vector<int> and &lt; here.'],
    ['the type html', 'type="html"', 'Use vector and < here.'],
  ])('of Atom with %s is read as that', (_, type, text) => {
    const post = read(
      `<title ${type}>${CODE}</title><summary ${type}>${CODE}</summary><content ${type}>${CODE}</content>`,
    );
    expect({ title: post.title, summary: post.summary }).toEqual({ title: text, summary: text });
    const [block] = post.blocks;
    const runs = block?.type === 'paragraph' ? block.runs : [];
    expect(runs.map((run) => (run.type === 'text' ? run.text : '')).join('')).toBe(text);
  });

  it('of Atom is HTML where it is all tags, though no type says so', () => {
    const content = '<content><![CDATA[<p>It <b>boils</b>.</p>]]></content>';
    expect(JSON.stringify(read(content).blocks)).not.toContain('<');
  });

  it('of Atom is read from XHTML', () => {
    const div = '<div xmlns="http://www.w3.org/1999/xhtml">a &lt; <b>b</b></div>';
    expect(read(`<title type="xhtml">${div}</title>`).title).toBe('a < b');
  });

  it('of a JSON Feed is plain in title and summary', () => {
    const text = 'Use vector<int> and &lt; here.';
    const item = { id: '1', url: '/a', title: text, summary: text, content_html: '<p>Words</p>' };
    const feed = { version: 'https://jsonfeed.org/version/1.1', title: 'T', items: [item] };
    expect(readEntry(only(JSON.stringify(feed)))).toMatchObject({ title: text, summary: text });
  });
});
