import { describe, expect, it } from 'vitest';
import { sortEntries } from '../../src/app/feeds/sort-entries.ts';
import { draftWords } from '../../src/drafts/draft-words.ts';
import { type FeedEntry, feedEntries } from '../../src/summaries/feeds/feed-entries.ts';
import { readEntry } from '../../src/summaries/feeds/read-entry.ts';
import { BYLINES, isByline } from '../../src/summaries/reading/bylines.ts';
import { readPage } from '../../src/summaries/reading/read-page.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';

const OPENING =
  'Our tide gauge had a float in a well for ninety years. The float froze in hard winters, and twice it sank.';
const PARAGRAPHS = [
  OPENING,
  'In May we replaced it with a radar sensor on a steel arm. Radar measures the distance to the water without touching it, so nothing can freeze or sink.',
  'Two winters of readings show that the radar is as exact as the float was, to within four millimetres.',
  'Maintenance costs fell from nine hundred euros a year to sixty. Volunteers no longer climb down into the well, and the harbour master reads the level on her telephone.',
];
const BODY = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n');
const ADDED =
  '<p>The post <a href="https://example.org/radar">Radar instead of a float</a> appeared first on <a href="https://example.org">Harbour Notes</a>.</p>';
const rss = (items: string): string =>
  `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Harbour Notes</title>${items}</channel></rss>`;
const item = (description: string, body = BODY): string =>
  `<item><title>Radar instead of a float</title><link>https://example.org/radar</link><guid>1</guid><pubDate>Mon, 02 Nov 26 09:00:00 +0000</pubDate><description><![CDATA[${description}]]></description>${body === '' ? '' : `<content:encoded><![CDATA[${body}]]></content:encoded>`}</item>`;
function entriesOf(text: string): readonly FeedEntry[] {
  const feed = feedEntries(text, 'https://example.org/feed');
  if ('problem' in feed) throw new Error(feed.problem);
  return feed.entries;
}
function firstOf(text: string) {
  const [entry] = entriesOf(text);
  if (entry === undefined) throw new Error('no entry');
  return readEntry(entry);
}
const textsOf = (text: string): string[] =>
  summarise(firstOf(text)).paragraphs.map((paragraph) => paragraph.text);

describe('an excerpt that a program made', () => {
  it.each([
    [
      '[…] and who appeared where',
      `<p>${OPENING} In May we replaced it with a radar sensor on a [&#8230;]</p>\n${ADDED}`,
    ],
    [
      'Continue reading',
      `${OPENING} In May we replaced it with a radar sensor on a &hellip; <a href="/r" class="more-link">Continue reading <span>Radar instead of a float</span></a>`,
    ],
    ['no dots at all', `${OPENING} In May we replaced it with a radar sensor on a steel`],
    ['Read more →', `${OPENING} Read more →`],
    ['Leia mais →', `${OPENING} Leia mais →`],
    ['Читать далее', `${OPENING} <a href="/r">Читать далее</a>`],
    ['(Read more)', `${OPENING} <a href="/r">(Read more)</a>`],
    ['its whole sentences', OPENING],
  ])('with %s is neither hook nor point', (_, description) => {
    expect(firstOf(rss(item(description))).summary).toBeUndefined();
    for (const body of [BODY, `${BODY}${ADDED}`, '']) {
      const texts = textsOf(rss(item(description, body)));
      expect(texts.join('\n')).not.toMatch(
        /\[|…|Continue reading|Read more|Leia mais|Читать|appeared first|on a steel$|sensor on a$/m,
      );
      expect(texts.length).toBeGreaterThan(0);
    }
  });

  it('is no reason to drop what the author wrote', () => {
    expect(firstOf(rss(item('<p>Why we trust radar now.</p>'))).summary).toBe('Why we trust radar now.');
  });

  it('keeps words apart that stand in two blocks', () => {
    expect(firstOf(rss(item('<p>Why we trust</p><p>radar now.</p>'))).summary).toBe(
      'Why we trust radar now.',
    );
  });
});

describe('a body that was escaped twice', () => {
  const once = BODY.replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const twice = once.replace(/&/g, '&amp;');
  const plain = (html: string): string =>
    rss(
      `<item><title>Now</title><link>https://example.org/now</link><guid>n</guid><description>${html}</description></item>`,
    );

  it('reads like one that was escaped once', () => {
    expect(textsOf(plain(twice))).toEqual(textsOf(plain(once)));
    expect(textsOf(plain(twice)).join(' ')).not.toMatch(/<|&lt;/);
  });

  it('is not every one with escaped tags in its words', () => {
    const post = firstOf(
      rss(item('', '<p>A &lt;p&gt; opens a paragraph, and &lt;/p&gt; closes it in every browser.</p>')),
    );
    expect(draftWords(post).join(' ')).toContain('A <p> opens a paragraph');
  });
});

describe('a feed', () => {
  it('may write years with two digits', () => {
    expect(firstOf(rss(item('x'))).date).toBe('2026-11-02');
    expect(firstOf(rss(item('x').replace('02 Nov 26', '02 Nov 99'))).date).toBe('1999-11-02');
  });

  it.each([
    [
      'the page before other forms of it',
      '<link rel="alternate" type="application/json" href="/a.json"/><link rel="alternate" type="text/html" href="/a"/>',
    ],
    [
      'a link without a type before a typed one',
      '<link rel="alternate" type="application/pdf" href="/a.pdf"/><link href="/a"/>',
    ],
    ['the only link', '<link rel="self" href="/self"/><link rel="alternate" href="/a"/>'],
  ])('of Atom names %s', (_, links) => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>f</id><updated>2026-01-05T09:00:00Z</updated><entry><title>A</title><id>1</id><updated>2026-01-05T09:00:00Z</updated>${links}<content type="html">x</content></entry></feed>`;
    expect(entriesOf(atom)[0]?.url).toBe('https://example.org/a');
  });

  const bridge = (name: string, id: string, link = 'https://example.org/changelog'): string =>
    `<item><title>${id}</title><link>${link}</link><guid isPermaLink="false">${id}</guid><description>&lt;p>${`The ${name} bridge was closed for nine days in spring, and the county paid for it. `.repeat(4)}&lt;/p></description></item>`;
  const look = (memory: Parameters<typeof sortEntries>[1], ...items: string[]) =>
    sortEntries(entriesOf(rss(items.join(''))), memory, {
      feed: 'https://example.org/feed',
      isFirst: false,
      backfill: 0,
    });
  const titles = (list: readonly FeedEntry[]) => list.map(({ title }) => title);

  it.each([
    ['ids of their own', ['v1.0', 'v1.1', 'v1.2']],
    [
      'addresses as ids',
      ['https://blog.example/?p=1', 'https://blog.example/?p=2', 'https://blog.example/?p=3'],
    ],
  ])(
    'has several entries for one page, if they have %s and other words',
    (_, [one = '', two = '', three = '']) => {
      const first = look([], bridge('north', two), bridge('west', one));
      expect(titles(first.fresh)).toEqual([one, two]);
      const done = first.entries.map((entry) => ({ ...entry, state: 'drafted' as const }));
      const next = look(done, bridge('south', three), bridge('north', two), bridge('west', one));
      expect(titles(next.fresh)).toEqual([three]);
      expect(next.edited).toEqual([]);
    },
  );

  it('has one entry for one page, if the words are the same', () => {
    expect(look([], bridge('north', 'v1'), bridge('north', 'v2')).fresh).toHaveLength(1);
  });
});

describe('a byline of a page', () => {
  it.each(BYLINES.map(({ example }) => example))('is no sentence: “%s”', (line) => {
    expect(isByline(line)).toBe(true);
  });

  it.each([
    'By Monday everybody had left.',
    'In 2026 we moved.',
    'May 2026 was the wettest month that anybody remembers.',
    'Ana Keel measured the tide for nine years.',
  ])('is not every line with a name or a date: “%s”', (line) => {
    expect(isByline(line)).toBe(false);
  });

  it.each([
    'Posted on November 3, 2026 by Ana Keel in <a href="/c">Gauges</a>',
    'By Ana Keel | 3 November 2026 | 5 min read',
    'Published: 2026-11-03',
    'Reading time: 4 minutes',
  ])('opens no summary: %s', (line) => {
    const html = `<html lang="en"><head><title>Radar</title></head><body><main><article><h1>Radar</h1><p>${line}</p>${BODY}</article></main></body></html>`;
    const texts = summarise(readPage(html, 'https://example.org/radar')).paragraphs.map(({ text }) => text);
    expect(texts[1]).toBe(OPENING);
    expect(texts.join(' ')).not.toMatch(/Ana Keel|min read|Published|Reading time/);
  });
});
