import { describe, expect, it } from 'vitest';
import { fixDraft } from '../../src/drafts/fix-draft.ts';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { withoutTracking } from '../../src/drafts/traps/link-traps.ts';

const found = (source: string): [string, number, number][] =>
  parseDraft(source, { path: null }).findings.flatMap(({ code, line, column }) =>
    code === 'title-left-out' ? [] : [[code, line, column]],
  );

describe('a trap is found at its place', () => {
  it.each<[string, string, [string, number, number][]]>([
    ['a full stop before a mention', 'Hello.\n\n.@ada wrote this.', [['dot-mention', 3, 1]]],
    ['a hashtag cut by a plus', 'I like #C++ a lot.', [['hashtag-cut', 1, 8]]],
    ['a hashtag cut by a full stop', 'We use #node.js here.', [['hashtag-cut', 1, 8]]],
    ['a hashtag that ends a sentence', 'We like #threads. And #more, too.', []],
    ['digits only, among hashtags', '#sailing #2026', [['hashtag-digits', 1, 10]]],
    ['digits before hashtags', '#2026 #sailing', [['hashtag-digits', 1, 1]]],
    ['numbers', 'lesson #11: issue #42, my #2 favourite, speaker #8 of #nine.', []],
    ['two spaces', 'One  two.', [['double-space', 1, 4]]],
    ['two spaces after a full stop', 'One.  Two.', [['double-space', 1, 5]]],
    ['two spaces in code', 'Use `a  b` here.', []],
    ['a link to localhost', 'See [it](http://localhost:3000/x).', [['local-link', 1, 5]]],
    ['a link to a private address', 'See http://192.168.1.5/x now.', [['local-link', 1, 5]]],
    [
      'a tracking parameter',
      'See [it](https://example.org/a?utm_source=x&id=3).',
      [['tracking-parameter', 1, 5]],
    ],
    ['a parameter that means something', 'See [it](https://example.org/a?si=4&id=3).', []],
    ['alt text that repeats the file', '![heron-map](/images/heron_map.png)', [['alt-is-file-name', 1, 1]]],
    ['alt text that is a file name', '![IMG_2041.jpg](/images/a.png)', [['alt-is-file-name', 1, 1]]],
    ['alt text of a camera', '![IMG 2041](/images/a.png)', [['alt-is-file-name', 1, 1]]],
    [
      'alt text of a screenshot',
      '![Screen Shot 2014-02-27 at 4.42.08 PM](/images/a.png)',
      [['alt-is-file-name', 1, 1]],
    ],
    [
      'a screenshot in German',
      '![Bildschirmfoto 2024-05-04 um 12.10.11](/a.png)',
      [['alt-is-file-name', 1, 1]],
    ],
    ['what a screenshot shows', '![Screenshot of Gate 1.0 in May 2014](/images/a.png)', []],
    ['words run together', '![GateOverview](/images/GateOverview.png)', [['alt-is-file-name', 1, 1]]],
    ['many of them', '![Gatesbeforethestorm](/images/Gatesbeforethestorm.png)', [['alt-is-file-name', 1, 1]]],
    ['one long word', '![Architecture](/images/Architecture.png)', []],
    ['a name with a capital inside', '![LeBoeuf](/images/LeBoeuf.png)', []],
    ['a long word that is not the file’s', '![Photosynthesis](/images/photosynthesis.png)', []],
    ['alt text that a template filled in', '![Alt text](/images/a.png)', [['alt-says-nothing', 1, 1]]],
    ['alt text that is a place on the page', '![center](/images/a.png)', [['alt-says-nothing', 1, 1]]],
    ['alt text that only names a picture', '![Screenshot.](/images/a.png)', [['alt-says-nothing', 1, 1]]],
    ['alt text that is a sign', '![…](/images/a.png)', [['alt-says-nothing', 1, 1]]],
    ['alt text that names what a picture is of', '![Photo of a heron](/images/a.png)', []],
    ['alt text whose words are the file’s name', '![A blue barrel](/images/a-blue-barrel.png)', []],
    ['one word of alt text', '![heron](/images/heron.png)', []],
    ['a place on the page', 'See [below](#below).', [['relative-link', 1, 5]]],
    ['alt text that says something', '![A heron on a post](/images/heron.png)', []],
    ['a link to a name that nothing defines', 'See [the map][maps].', [['link-without-target', 1, 5]]],
    ['a link to a name defined below', 'See [the map][maps].\n\n[maps]: https://example.org/m', []],
    ['brackets in code and in escapes', 'Take grid[row][column] and \\[a\\]\\[b\\].', []],
    ['a title in capitals', '---\ntitle: WHY WE MOVED\n---\nText.', [['shouted-title', 2, 1]]],
    ['a title whose script has no small letters', '---\ntitle: GNSS ブイを JAMSTEC で見た\n---\nText.', []],
    ['the name of an event', '---\ntitle: KELP CONF 2031\n---\nText.', []],
    [
      'a shouted title with a number',
      '---\ntitle: ALL 12 BUOYS ARE GONE\n---\nText.',
      [['shouted-title', 2, 1]],
    ],
    ['a link’s title that its words hold', '[The Buoy Map](https://example.org/m "buoy map")', []],
    ['a link’s title that is its address', '[the map](https://example.org/m "https://example.org/m")', []],
    [
      'a link’s title with words of its own',
      '[the map](https://example.org/m "of 1931")',
      [['link-title', 1, 1]],
    ],
    ['the name of a network', 'Find us on 𝕏, too.', []],
    ['a tag that is cut in code', 'Ask in `#show-and-tell`, with `#tide`.', [['hashtag-cut', 1, 8]]],
    ['bold from mathematics', 'It is 𝕏𝕐 here.', [['math-letters', 1, 7]]],
    ['a soft hyphen in a picture’s name', '![[buoy\u00admap.png|A map]] and ![A map](buoy\u00admap.png)', []],
    ['a soft hyphen in a sentence', 'See buoy\u00admap (![A map](a.png)).', [['invisible-character', 1, 9]]],
    ['notes that stand in emphasis', 'It held. [1]\n\n*[1] for a day*', []],
    ['words that lead to a source', 'It held [as we said][1].\n\n[1]: https://example.org/a', []],
    [
      'words that lead to a source below a long text',
      `It held [as we said][1].\n\n${'It held for a day, and the night after.\n\n'.repeat(1500)}[1]: https://example.org/a`,
      [],
    ],
    ['a number that leads to a source', 'It held (see [24][13]).\n\n[13]: https://example.org/a', []],
    ['notes that are quoted', 'It held. [1]\n\n> [1] [The log](https://example.org/l)', []],
    [
      'notes in one line',
      'It held [1], then not [2].\n\n[1] https://example.org/a [2] https://example.org/b',
      [],
    ],
    ['a short title in capitals', '---\ntitle: DNS 101\n---\nText.', []],
  ])('%s', (_, source, findings) => {
    expect(found(source)).toEqual(findings);
  });

  it('and is silent where its author says so', () => {
    expect(found('---\nsilence: [hashtag-cut, double-space]\n---\nI  like #C++ a lot.')).toEqual([]);
  });
});

describe('lint --fix', () => {
  it('leaves one space, and drops what only tracks, to the letter elsewhere', () => {
    const { text, fixed } = fixDraft(
      'One  two   three.\n\n- See [it](https://example.org/a_(b)?utm_source=x&id=3#top), or <https://e.example.org/?fbclid=1>.\n',
    );
    expect(text).toBe(
      'One two three.\n\n- See [it](https://example.org/a_(b)?id=3#top), or <https://e.example.org/>.\n',
    );
    expect(fixed.map(({ code }) => code)).toEqual([
      'double-space',
      'double-space',
      'tracking-parameter',
      'tracking-parameter',
    ]);
    expect(fixDraft(text).fixed).toEqual([]);
  });

  it.each([
    [
      'an ampersand written as in HTML',
      'See [x](https://a.org/?utm_source=t&amp;id=5) and [y](https://a.org/?id=5&amp;utm_source=t&amp;q=2).',
      'See [x](https://a.org/?id=5) and [y](https://a.org/?id=5&amp;q=2).',
    ],
    ['the same in pointed brackets', '<https://b.org/?fbclid=1&amp;x=2>', '<https://b.org/?x=2>'],
    [
      'a definition, also one that two links use',
      'See [the *report*][r], or [it][r].\n\n[r]: https://example.com/p?utm_campaign=q "Why"',
      'See [the *report*][r], or [it][r].\n\n[r]: https://example.com/p "Why"',
    ],
    [
      'code beside a link',
      'A `https://a.org/?utm_source=x` and [z](https://a.org/?utm_source=x).',
      'A `https://a.org/?utm_source=x` and [z](https://a.org/).',
    ],
    [
      'words that are the URL',
      '[https://a.org/?fbclid=1](https://a.org/?fbclid=1)',
      '[https://a.org/](https://a.org/)',
    ],
    [
      'brackets and titles',
      'See [a [b] `]( c`](<https://a.org/?fbclid=1> "t"), www.a.org/?fbclid=1。',
      'See [a [b] `]( c`](<https://a.org/> "t"), www.a.org/。',
    ],
    [
      'a link of HTML, and an escaped name',
      '<a href="https://a.org/?utm_id=1&amp;p=2">so</a> [n](https://a.org/?utm\\_id=1)',
      '<a href="https://a.org/?p=2">so</a> [n](https://a.org/)',
    ],
    ['letters of mathematics in code', '𝗕𝘂𝗶𝗹𝗱 `𝗕`\n\n```\n𝗕\n```', 'Build `𝗕`\n\n```\n𝗕\n```'],
  ])('changes only a link’s own URL: %s', (_, source, repaired) => {
    expect(fixDraft(source).text).toBe(repaired);
    expect(fixDraft(repaired)).toEqual({ text: repaired, fixed: [] });
  });

  it.each([
    'See [x](https://a.org/?a=1&#38;utm_source=t).',
    'See [x](https://a.org/\\?utm_source=t).',
    '[the *a.org/?fbclid=1*](/p?fbclid=1)',
    'So `𝗕` it is.',
  ])('promises no repair of %s', (source) => {
    const { findings } = parseDraft(source, { path: null, siteUrl: 'https://a.org' });
    expect(fixDraft(source)).toEqual({ text: source, fixed: [] });
    expect(findings).toHaveLength(1);
    expect(findings[0]?.fixable).toBeUndefined();
    expect(findings[0]?.message).not.toContain('--fix');
  });

  it.each([
    ['https://example.org/?q=1&utm_medium=a', 'https://example.org/?q=1'],
    ['https://youtu.be/abc?si=XYZ', 'https://youtu.be/abc'],
    ['https://example.org/?si=1', 'https://example.org/?si=1'],
    ['https://example.org/a?b', 'https://example.org/a?b'],
    ['no url', 'no url'],
  ])('makes %s %s', (url, clean) => {
    expect(withoutTracking(url)).toBe(clean);
  });
});
