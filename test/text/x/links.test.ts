import { describe, expect, it } from 'vitest';
import { xCashtags } from '../../../src/text/x/cashtags.ts';
import { xHashtags } from '../../../src/text/x/hashtags.ts';
import { xLinks } from '../../../src/text/x/links.ts';
import { xMentions } from '../../../src/text/x/mentions.ts';

describe('the links of a post on X', () => {
  it.each([
    ['see https://example.com/a.', ['https://example.com/a']],
    ['see example.com/a_(b), or README.md!', ['example.com/a_(b)', 'README.md']],
    ['日本語example.comです', ['example.com']],
    ['two_words.example.com', ['words.example.com']],
    ['me@example.com #example.com $example.com -example.com', []],
    ['http://t.co/abc123-and-more', ['http://t.co/abc123']],
    ['http://例え.テスト http://日本語.jp/x', ['http://日本語.jp/x']],
    ['node.js index.ts v1.2.3 e.g. localhost:3000', []],
  ])('%j: %j', (text, urls) => {
    expect(xLinks(text).map(({ url }) => url)).toEqual(urls);
  });

  it('carry their place, and whether they have a scheme and a newer top-level domain', () => {
    expect(xLinks('a lib.rs http://b.co c.spa')).toEqual([
      { start: 2, end: 8, url: 'lib.rs', bare: true, newer: false },
      { start: 9, end: 20, url: 'http://b.co', bare: false, newer: false },
      { start: 21, end: 26, url: 'c.spa', bare: true, newer: true },
    ]);
  });
});

describe('mentions, hashtags and cashtags on X', () => {
  it('carry their place and are without their sign', () => {
    expect(xMentions('hi @user_1, RT@b (@c) me@d @list/one')).toEqual([
      { start: 3, end: 10, name: 'user_1' },
      { start: 14, end: 16, name: 'b' },
      { start: 18, end: 20, name: 'c' },
    ]);
    expect(xHashtags('#one #2 #3d &#x #été example.com/#no')).toEqual([
      { start: 0, end: 4, tag: 'one' },
      { start: 8, end: 11, tag: '3d' },
      { start: 16, end: 20, tag: 'été' },
    ]);
    expect(xCashtags('$ABC a$b $brk.b, $1')).toEqual([
      { start: 0, end: 4, symbol: 'ABC' },
      { start: 9, end: 15, symbol: 'brk.b' },
    ]);
  });
});
