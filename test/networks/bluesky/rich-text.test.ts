import { RichText } from '@atproto/api';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../../src/drafts/parse-draft.ts';
import { blueskyProfile } from '../../../src/networks/bluesky/profile.ts';
import { tagsAndMentions } from '../../../src/networks/bluesky/rich-text.ts';
import { buildThread } from '../../../src/threads/build-thread.ts';
import { facetsOf, facetTarget } from '../../../src/threads/facets.ts';

type Seen = readonly [start: number, end: number, target: string];

/** A handle by the specification (https://atproto.com/specs/handle): the library takes more, and fails to resolve it. */
const HANDLE = /^@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/i;

/** What the official library finds, cashtags, links and what overlaps left out: offsets in bytes, and what they lead to. */
function official(text: string): Seen[] {
  const rich = new RichText({ text });
  rich.detectFacetsWithoutResolution();
  const seen: Seen[] = [];
  for (const { index, features } of rich.facets ?? [])
    for (const feature of features) {
      const name = 'did' in feature ? `@${feature.did}` : 'tag' in feature ? `#${feature.tag}` : '';
      if (name.startsWith('@') ? HANDLE.test(name) : name !== '' && !name.startsWith('#$'))
        seen.push([index.byteStart, index.byteEnd, name]);
    }
  let end = 0;
  return seen
    .sort((a, b) => a[0] - b[0])
    .filter((one) => {
      if (one[0] < end) return false;
      [, end] = one;
      return true;
    });
}

const ours = (text: string): Seen[] =>
  facetsOf(text, [], [], tagsAndMentions(text)).map((facet) => [
    facet.byteStart,
    facet.byteEnd,
    facetTarget(facet),
  ]);

describe('hashtags and handles', () => {
  it.each([
    'a #tag and #Two. (#not) #3 #4th #...',
    '#first\n#second　#第三 #ไทย! #emoji😀 #a#b',
    'Thanks @ada.bsky.social, and (@bob.example.org). Not @ana, not a@b.example.com',
    '@ada.test! @ada.test- @-ada.test',
    'é #é 👩‍👩‍👧‍👦 #👩‍👩‍👧‍👦 @ada.bsky.social',
    '#\ufe0f #️⃣ ＃全角',
    `#${'x'.repeat(64)} #${'y'.repeat(65)}`,
  ])('are where the official library finds them: %j', (text) => {
    expect(ours(text)).toEqual(official(text));
  });

  it('are so in any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '#',
        ' #',
        '@',
        ' @',
        '\n',
        ' ',
        '(',
        '.',
        '-',
        '!',
        '1',
        '…',
        '\u200b',
        '＃',
        '\ufe0f',
      ),
      fc.constantFrom('ada.bsky.social', 'bob.test', 'tag', 'É', '東京', '👩‍👩‍👧‍👦', 'a', 'x.com'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join('');
        expect(ours(text)).toEqual(official(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['#', '#a'],
    ['.', '#a.'],
    ['@', '@a.b'],
    ['-', '@a-'],
  ])('take time in proportion to the text: %s', (_, unit) => {
    const time = (count: number): number => {
      const text = ` ${unit.repeat(count)}`;
      const start = performance.now();
      tagsAndMentions(text);
      return performance.now() - start;
    };
    time(1_000);
    expect(time(200_000)).toBeLessThan(1_000);
  });
});

const threadOf = (source: string) => buildThread(parseDraft(source, { path: null }), blueskyProfile());
/** The linked words of a thread with their targets. */
const linked = (source: string): (readonly [string, string])[] =>
  threadOf(source).posts.flatMap(({ text, facets }) =>
    (facets ?? []).map(
      (facet) =>
        [Buffer.from(text).toString('utf8', facet.byteStart, facet.byteEnd), facetTarget(facet)] as const,
    ),
  );

describe('a post for Bluesky', () => {
  const LONG = 'https://example.org/2026/11/a-long-title?with=a&query=too';

  it('shows a bare URL shortened, all of it in the facet, and needs less room', () => {
    const source = `Read ${LONG} today.`;
    expect(threadOf(source).posts[0]?.text).toBe('Read example.org/2026/11/a-lo... today.');
    expect(linked(source)).toEqual([['example.org/2026/11/a-lo...', LONG]]);
    const many = Array.from(
      { length: 12 },
      (_, at) => `> Item ${at}: ${LONG}&item=${at}&more=${'x'.repeat(60)}`,
    ).join('\n');
    expect(threadOf(many).posts.length).toBeLessThan(3);
  });

  it('makes an author’s mark the link, and links the title in the line of the source', () => {
    const source = `We read it [0], and more [1].\n\n[0] The paper: ${LONG}\n[1] https://example.org/b`;
    expect(threadOf(source).posts[0]?.text).toBe(
      'We read it [0], and more [1].\n\n[0] The paper\n[1] example.org/b',
    );
    expect(linked(source)).toEqual([
      ['[0]', LONG],
      ['[1]', 'https://example.org/b'],
      ['The paper', LONG],
      ['example.org/b', 'https://example.org/b'],
    ]);
  });

  it('covers exactly the linked words, whatever stands before them', () => {
    const source =
      'ไทย 👩‍👩‍👧‍👦 é [東京の本](https://example.org/b) and [here](https://example.org/c) #tag @ada.test';
    expect(linked(source)).toEqual([
      ['東京の本', 'https://example.org/b'],
      ['here', 'https://example.org/c'],
      ['#tag', '#tag'],
      ['@ada.test', '@ada.test'],
    ]);
  });

  it('makes no second facet of a hashtag inside linked words', () => {
    expect(linked('See [all of #tag](https://example.org/t).')).toEqual([
      ['all of #tag', 'https://example.org/t'],
    ]);
  });

  it('leaves words without a link where nobody could follow it', () => {
    expect(linked('See [this](/about) and [that](javascript:x).')).toEqual([]);
  });
});
