import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { blueskyProfile } from '../../src/networks/bluesky/profile.ts';
import { mastodonProfile } from '../../src/networks/mastodon/profile.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { facetTarget } from '../../src/threads/facets.ts';
import type { Profile } from '../../src/threads/profile.ts';
import type { Thread } from '../../src/threads/thread.ts';

const threadOf = (source: string, profile: Profile = xProfile()): Thread =>
  buildThread(parseDraft(source, { path: null }), profile);
const textsOf = (source: string, profile?: Profile): string[] =>
  threadOf(source, profile).posts.map(({ text }) => text);
const sentence = (words: number, tag = 'word'): string =>
  `${Array.from({ length: words }, (_, at) => `${tag}${at}`).join(' ')}.`.replace(/^./, (first) =>
    first.toUpperCase(),
  );

const LANTERN = `[Paper Reading: Lantern]
We read how Lantern keeps its cache warm [0], and why
that matters for [tail latency](https://example.org/tail).
> Warm-up runs off the hot path
> Eviction is by age, not by size
---
[0] Lantern paper: https://example.org/lantern.pdf
`;

describe('the example of the design', () => {
  it('is one post of 253 at $0.20 on X, its sources at the end', () => {
    const thread = threadOf(LANTERN);
    expect(thread.posts.map(({ text }) => text)).toEqual([
      `[Paper Reading: Lantern]

We read how Lantern keeps its cache warm [0], and why that matters for tail latency [1].

> Warm-up runs off the hot path
> Eviction is by age, not by size

[0] Lantern paper: https://example.org/lantern.pdf
[1] https://example.org/tail`,
    ]);
    expect(thread.posts[0]?.length).toBe(253);
    expect(thread.costUsd).toBe(0.2);
  });

  it('links the words themselves on Bluesky, and writes the URL out on Mastodon', () => {
    const [post] = threadOf(LANTERN, blueskyProfile()).posts;
    const text = Buffer.from(post?.text ?? '');
    expect(
      post?.facets?.map((facet) => [
        text.subarray(facet.byteStart, facet.byteEnd).toString(),
        facetTarget(facet),
      ]),
    ).toEqual([
      ['[0]', 'https://example.org/lantern.pdf'],
      ['tail latency', 'https://example.org/tail'],
      ['Lantern paper', 'https://example.org/lantern.pdf'],
    ]);
    expect(post?.text).toMatch(/\n\[0\] Lantern paper$/);
    expect(textsOf(LANTERN, mastodonProfile())[0]).toContain('for tail latency (https://example.org/tail).');
  });
});

describe('sources', () => {
  const links = Array.from(
    { length: 9 },
    (_, at) => `${sentence(30)} See [page ${at}](https://example.org/${at}).`,
  ).join('\n\n');

  it('gather nine links into one post that pays for them', () => {
    const thread = threadOf(links);
    expect(thread.posts.filter((post) => post.links.length > 0)).toHaveLength(1);
    expect(thread.costUsd).toBeLessThan(0.4);
    expect(thread.costSpreadUsd).toBeCloseTo(1.8, 1);
  });

  it('stand in the post of their mark with `footnotes: post`', () => {
    for (const post of threadOf(`---\nfootnotes: post\n---\n${links}`).posts) {
      const marks = [...post.text.matchAll(/ \[(\d+)\]/g)].map(([, number]) => number);
      const sources = [...post.text.matchAll(/^\[(\d+)\] https/gm)].map(([, number]) => number);
      expect(sources).toEqual(marks);
    }
  });

  it('list the same URL once, and an author’s own number keeps its URL', () => {
    const [post] = textsOf(
      'A [first](https://example.org/a) and a [second](https://example.org/a) [0].\n\n[0] https://example.org/b',
    );
    expect(post).toBe(
      'A first [1] and a second [1] [0].\n\n[0] https://example.org/b\n[1] https://example.org/a',
    );
  });

  it('match the numbers of the items they open', () => {
    const [post] = textsOf(
      '1. [One](https://example.org/1) with [extra](https://example.org/x)\n2. [Two](https://example.org/2)',
    );
    expect(post).toContain('1. One [1] with extra [3]\n2. Two [2]');
    // Also of one whose link comes late, so that no number is left out.
    const items = ['[Oil](https://e.org/1)', '[Tin](https://e.org/2)', '[Wax](https://e.org/3)'];
    const late = 'The keeper of the lamp on the coast [burns](https://e.org/4) it.';
    const [list] = textsOf([...items, late].map((item, at) => `${at + 1}. ${item}`).join('\n'));
    expect(list).toContain('coast burns [4] it.');
  });

  it('write a link whose text is its URL once', () => {
    const [post] = textsOf('Read [https://example.org/a](https://example.org/a) now.');
    expect(post).toBe('Read https://example.org/a now.');
  });

  it('show a link’s title where there is room, and leave it out where it would cost a post', () => {
    const link = (number: number): string =>
      `[page ${number}](https://example.org/${number} "Chapter ${number}")`;
    expect(textsOf(`See ${link(1)} and ${link(2)}.`)[0]).toMatch(
      /\n\n\[1\] Chapter 1: https:\S+\n\[2\] Chapter 2: https:\S+$/,
    );
    const links = Array.from({ length: 9 }, (_, at) => `${sentence(35)} See ${link(at)}.`).join('\n\n');
    const thread = threadOf(links);
    expect(thread.posts.filter(({ text }) => text.includes('https:'))).toHaveLength(1);
    expect(thread.posts.at(-1)?.text).not.toContain('Chapter');
  });

  it('have no number for a footnote that is only code: its picture stands where the text ends', () => {
    const { posts } = threadOf(
      'We lit [all lamps](https://e.org/a) in the harbour.[^all]\n\n[^all]:\n    ```sh\n    lamp on\n\n    wait 11\n\n    lamp off\n    ```\n',
    );
    expect(posts.map(({ text }) => text)).toEqual([
      'We lit all lamps [1] in the harbour.\n\n[1] https://e.org/a',
    ]);
    expect(posts[0]?.media).toHaveLength(1);
  });

  it('hold the text of a footnote that only another footnote names', () => {
    const source = 'It is [lit](https://e.org/a).[^a]\n\n[^b]: The log is old.[^a]\n[^a]: See the log.[^b]';
    expect(textsOf(source)).toEqual([
      'It is lit [1].[2]\n\n[1] https://e.org/a\n[2] See the log.[3]\n[3] The log is old.[2]',
    ]);
  });

  it('hold the text of a footnote, also one longer than a post', () => {
    const texts = textsOf(
      `A claim[^1] stands.\n\n[^1]: ${sentence(50, 'a')} ${sentence(50, 'b')} ${sentence(50, 'c')}`,
    );
    expect(texts[0]).toMatch(/^A claim ?\[1\] stands\./);
    expect(texts.join('\n')).toMatch(/\[1\] A0 a1/);
    expect(texts.length).toBeGreaterThan(2);
  });
});

describe('numbering', () => {
  const long = Array.from({ length: 30 }, (_, at) => sentence(28, `w${at}x`)).join('\n\n');

  it.each([
    ['1/7', /\n\n1\/\d\d$/],
    ['(1/7)', /\n\n\(1\/\d\d\)$/],
    ['1.', /^1\. /],
  ])('writes %s within the limit, and counts right', (numbering, first) => {
    const { posts } = threadOf(`---\nnumbering: ${JSON.stringify(numbering)}\n---\n${long}`);
    expect(posts[0]?.text).toMatch(first);
    if (numbering !== '1.') expect(posts.at(-1)?.text).toContain(`${posts.length}/${posts.length}`);
    expect(Math.max(...posts.map(({ length }) => length))).toBeLessThanOrEqual(280);
  });

  it('leaves a single post without a number', () => {
    expect(textsOf('---\nnumbering: 1/7\n---\nShort.')).toEqual(['Short.']);
  });
});

describe('structure', () => {
  it('cuts at a separator, and keeps it as a line where it is asked to', () => {
    expect(textsOf('One.\n\n---\n\nTwo.')).toEqual(['One.', 'Two.']);
    expect(textsOf('---\nseparator: text\n---\nOne.\n\n---\n\nTwo.')).toEqual(['One.\n\n---\n\nTwo.']);
  });

  it('lays a draft out as one long post on an account with Premium', () => {
    const texts = textsOf(
      `${LANTERN.replace('---\n', '')}\n\n${sentence(60)}\n\n---\n\n${sentence(60)}`,
      xProfile({ premium: true }),
    );
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('\n---\n');
  });

  it('never leaves a label, a heading or a lead-in at the end of a post', () => {
    const items = Array.from({ length: 12 }, (_, at) => `> ${sentence(9, `i${at}x`)}`).join('\n');
    for (const text of textsOf(
      `[Field Log]\n\n${sentence(35)}\n\n## A heading\n\nFinished:\n${items}\n\nPlans:\n${items}`,
    )) {
      expect(text).not.toMatch(/(?:\]|heading|:)$/);
    }
  });

  it('opens a post with a label that stands between two parts', () => {
    const texts = textsOf(`[One]\n${sentence(40)}\n\n[Two]\n${sentence(40)}`);
    expect(texts.map((text) => text.split('\n')[0])).toEqual(['[One]', '[Two]']);
  });

  it('shows on every post of a long quotation that it is one', () => {
    const texts = textsOf(
      `They wrote:\n\n> ${sentence(40, 'a')} ${sentence(40, 'b')} ${sentence(40, 'c')}\n\nI agree.`,
    );
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) expect(text).toMatch(/(^|\n)> /);
  });

  it('keeps the indent of nested items that open a post', () => {
    const children = Array.from({ length: 8 }, (_, at) => `  - ${sentence(9, `c${at}x`)}`).join('\n');
    const texts = textsOf(`- ${sentence(6)}\n${children}\n- next`);
    expect(texts.length).toBeGreaterThan(1);
    expect(texts[1]).toMatch(/^ {2}- C\dx0.*\n {2}- C/);
    expect(texts.at(-1)).toMatch(/\n- next$/);
  });

  it('keeps the indents of what follows a nested item that opens a post', () => {
    const texts = textsOf(
      `- parent\n  - child\n    - ${sentence(60, 'a')}\n    - ${sentence(20, 'b')}\n  - sibling\n    - grandchild`,
    );
    expect(texts[1]).toMatch(/^ {4}- B0 .*\n {2}- sibling\n {4}- grandchild$/);
  });

  it('keeps what somebody said in one post rather than its paragraph', () => {
    const said = `"${sentence(9, 'a')} ${sentence(9, 'b')} ${sentence(9, 'c')}"`;
    const texts = textsOf(
      `${sentence(14, 'x')} ${sentence(14, 'y')} He said, ${said}\n\n${sentence(24, 'z')}`,
    );
    expect(texts.some((text) => text.includes(said))).toBe(true);
  });

  it('keeps the lines of a sentence of verse in one post', () => {
    const verse = `${sentence(24, 'a')}\n${sentence(7, 'b').replace('.', ',')}\n${sentence(7, 'c')}\n${sentence(30, 'd')}`;
    expect(textsOf(verse).some((text) => /B0 .*,\nC0 /.test(text))).toBe(true);
  });

  it('takes a line of prose that ends with a sentence for a paragraph', () => {
    const line = (tag: string, sentences: number): string =>
      Array.from({ length: sentences }, (_, at) => sentence(9, `${tag}${at}x`)).join(' ');
    const [a, b, c] = [line('a', 2), line('b', 3), line('c', 3)];
    expect(textsOf(`${a}\n${b}\n${c}`)).toEqual([`${a}\n${b}`, c]);
  });

  it('puts a picture that opens a paragraph beside its first words, and one below a cut beside what follows', () => {
    const long = 'The gauge rose all day, and nobody saw how fast it was until the evening came. '.repeat(5);
    const { posts } = threadOf(
      `![One](1.png) ${long}\n\n---\n\n![Two](2.png)\n\nIt fell.\n\n- ![Three](3.png) in May`,
    );
    expect(posts.map(({ media }) => media.map(({ alt }) => alt))).toEqual([['One'], [], ['Two', 'Three']]);
    expect(posts[2]?.text).toBe('It fell.\n\n- in May');
  });

  it('numbers sources as they come where a numbered list stands below other links', () => {
    const text =
      'See [zero](https://example.org/0).\n\n1. [one](https://example.org/1) and more\n2. [two](https://example.org/2)';
    expect(textsOf(text)[0]).toMatch(/^See zero \[1\]\.\n\n1\. one \[2\] and more\n2\. two \[3\]/);
  });

  it('gives five images in one place two posts', () => {
    const images = Array.from({ length: 5 }, (_, at) => `![Picture ${at}](/images/${at}.png)`).join('\n\n');
    expect(threadOf(`Look.\n\n${images}`).posts.map(({ media }) => media.length)).toEqual([4, 1]);
  });
});

describe('style', () => {
  const essay = Array.from({ length: 12 }, (_, at) =>
    [sentence(11, `p${at}a`), sentence(17, `p${at}b`), sentence(8, `p${at}c`)].join(' '),
  ).join('\n\n');

  it('`tidy` cuts no sentence that fits a post', () => {
    for (const text of textsOf(essay)) expect(text).toMatch(/\.$/);
  });

  it('`tight` makes the fewest posts possible', () => {
    const tight = threadOf(`---\nstyle: tight\n---\n${essay}`).posts;
    const tidy = threadOf(essay).posts;
    const total = tidy.reduce((sum, { length }) => sum + length, 0);
    expect(tight.length).toBeLessThanOrEqual(tidy.length);
    expect(tight.length).toBe(Math.ceil(total / 278));
  });
});

describe('accidental links', () => {
  it('are found at their place, with their price, and can be silenced', () => {
    const thread = threadOf('Read README.md first.');
    expect(thread.findings).toMatchObject([{ code: 'accidental-link', line: 1, column: 6 }]);
    expect(thread.costUsd).toBe(0.2);
    expect(threadOf('---\nsilence: [accidental-link]\n---\nRead README.md first.').findings).toEqual([]);
  });

  it('are found where a mark stands inside the name', () => {
    const { findings, posts } = threadOf('See __init__.py and **lib**.rs and *exa*.ai here.\nAlso lib`.rs`.');
    expect(findings.map(({ message, line, column }) => [message.split(' ')[0], line, column])).toEqual([
      ['`init.py`', 1, 7],
      ['`lib.rs`', 1, 23],
      ['`exa.ai`', 1, 37],
    ]);
    expect(findings[1]?.message).toContain('(2 times in this draft)');
    expect(posts[0]?.links.filter(({ accidental }) => accidental)).toHaveLength(4);
  });

  it('are none in the words of a link to that very site', () => {
    expect(threadOf('See [the log on exa.ai](https://www.exa.ai/log?a=1).').findings).toEqual([]);
    expect(threadOf('See [the log on exa.ai](https://exa.io/log).').findings).toMatchObject([
      { code: 'accidental-link' },
    ]);
  });

  it('are none where what is sent between the words keeps them apart, or where the link is meant', () => {
    const apart =
      'See [lib](https://e.org/).rs, lib\n.rs and [exa.ai](https://exa.ai), http://e.org/README.md.';
    expect(threadOf(apart).findings).toEqual([]);
    expect(threadOf(`---\nfootnotes: none\n---\n${apart}`).findings).toMatchObject([
      { code: 'accidental-link', line: 4, column: 5 },
    ]);
  });
});

describe('accidental mentions', () => {
  it.each([
    ['code', 'Write `@return 4` there.', 7, '@return'],
    ['a package whose owner has a hyphen', 'Add @mast-tools/float to it.', 5, '@mast'],
    ['all packages of an owner', 'Add (@mast/*) to it.', 6, '@mast'],
    ['a link to another account', 'Ask [@ana](https://x.com/_ana_) now.', 5, '@ana'],
    ['a name of Bluesky', 'Ask [@ana.example.org](https://bsky.app/profile/ana.example.org) now.', 5, '@ana'],
    ['one without a link', 'Ask @ana-lee.example!', 5, '@ana'],
  ])('are found in %s, once', (_what, text, column, name) => {
    const { findings } = threadOf(`${text}\n\n${text}`);
    expect(findings).toMatchObject([{ code: 'accidental-mention', severity: 'warning', line: 1, column }]);
    expect(findings[0]?.message).toMatch(new RegExp(`^\`${name}\`.* will mention`));
    expect(threadOf(`---\nsilence: [accidental-mention]\n---\n${text}`).findings).toEqual([]);
    expect(threadOf(text, mastodonProfile()).findings).toEqual([]);
  });

  it('are one finding', () =>
    expect(threadOf('So: `@a1`, `@b2`, `@c3`, `@d4`, `@e5`.').findings).toMatchObject([
      {
        message: expect.stringMatching(
          /^`@a1`, `@b2`, `@c3`, `@d4` and 1 more will mention whoever has those names on X;/,
        ),
      },
    ]));

  it('are names in a post of a blog that nothing shows to be accounts of X', () => {
    const findingsOf = (body: string) =>
      threadOf(`---\ntitle: Gates\ndate: 2026-05-03\n---\n${body}`).findings.map(({ message }) => message);
    expect(findingsOf('Thanks, @ana and [@lee](https://x.com/lee). @lee measured.')).toEqual([
      expect.stringMatching(/^`@ana` will mention whoever/),
    ]);
    expect(findingsOf('So:\n\n> @ana measured.\n>\n> [Lee](https://x.com/lee/status/1)')).toEqual([]);
  });

  it.each([
    'Thanks, @ana. And @lee.',
    'Thanks, @ana and @lee/keepers!',
    'Add @mast/float and `@mast/float@2.1.0`.',
    'Write to `a@b`.',
  ])('are none in %s', (text) => expect(threadOf(text).findings).toEqual([]));
});

it('refuses a limit that leaves no room', () => {
  expect(() => threadOf('Text.', xProfile({ limit: 20 }))).toThrow(RangeError);
});

it('says once that an ellipsis weighs 2 on X', () => {
  const source = 'One… two…\n\nThree…';
  expect(threadOf(source).findings).toMatchObject([
    { code: 'heavy-ellipsis', severity: 'info', line: 1, column: 4 },
  ]);
  expect(threadOf(source, mastodonProfile()).findings).toEqual([]);
});

describe('what a network refuses', () => {
  it('is named at its place: a second cashtag in one post of X', () => {
    const source = 'Both moved.\n\nWe sold $ABC and kept $XYZ today.';
    expect(threadOf(source).findings).toMatchObject([
      { code: 'cashtags', severity: 'error', line: 3, column: 23 },
    ]);
    expect(threadOf(source, blueskyProfile()).findings).toEqual([]);
    expect(threadOf('One $ABC only.').findings).toEqual([]);
  });

  it('is none in code, which keeps its backticks on every network', () => {
    const source = 'It swaps `$start` and `$end`, <code>$gate</code>, `END`, `$5` and `a $b`.';
    const text = 'It swaps `$start` and `$end`, `$gate`, END, $5 and a $b.';
    expect(threadOf(source)).toMatchObject({ findings: [], posts: [{ text }] });
    expect(threadOf(source, blueskyProfile()).posts).toMatchObject([{ text }]);
  });

  it('is none in code beside names with a dollar sign that are too long for one: all keep their backticks', () => {
    const names = '- `$start`\n- `$beginning_of_file`\n- `END`';
    expect(threadOf(names).posts).toMatchObject([{ text: '- `$start`\n- `$beginning_of_file`\n- END' }]);
    expect(threadOf('- `$beginning_of_file`').posts).toMatchObject([{ text: '- $beginning_of_file' }]);
  });

  it('is named where the second one stands, whatever comes below', () => {
    const source = 'Now $ABC.\n\nWe sold $ABC and kept $ABC today.\n\nNow $ABC again.';
    expect(threadOf(source).findings).toMatchObject([{ code: 'cashtags', line: 3, column: 23 }]);
    expect(threadOf('We sold [$ABC](https://a.example) and $ABC.').findings).toMatchObject([
      { code: 'cashtags', line: 1, column: 39 },
    ]);
  });

  it('is named at its own place in each of several posts, and in a footnote', () => {
    const source =
      'Now $ABC.\n\nWe sold $ABC and kept $ABC today.[^a]\n\nWe sold $ABD and kept $ABC today.\n\n[^a]: Not $ABE but $ABC.';
    expect(threadOf(source).findings).toMatchObject([
      { code: 'cashtags', line: 3, column: 23 },
      { code: 'cashtags', line: 5, column: 23 },
      { code: 'cashtags', line: 7, column: 20 },
    ]);
  });

  it('is cut apart where a cut may be: a cashtag in the title, and one below it', () => {
    const source =
      '# How to reset $LAMP\n\nNobody trusts $LAMP any more. It broke twice.\n\n* Set $LAMP.\n* Wait.';
    const { posts, findings } = threadOf(source);
    expect(findings).toEqual([]);
    expect(posts.map(({ text }) => text)).toEqual([
      'How to reset $LAMP',
      'Nobody trusts $LAMP any more. It broke twice.',
      '* Set $LAMP.\n* Wait.',
    ]);
    expect(threadOf(source, blueskyProfile()).posts).toHaveLength(1);
    expect(threadOf('Now $ABC\n\nNow $ABD').posts).toHaveLength(2);
  });
});

describe('a line break inside a paragraph', () => {
  const WRAPPED =
    'It rained on all the days of the long summer when\nwe counted the boats and\nwrote them down';
  const LINES =
    'got the tokenizer port working on my own laptop today\nwent for a run around the lake with the dog\ncooked dinner';

  it('is joined where an editor made it, and only there', () => {
    expect(textsOf(WRAPPED)).toEqual([
      'It rained on all the days of the long summer when we counted the boats and wrote them down',
    ]);
    expect(textsOf(LINES)).toEqual([LINES]);
  });

  it('is kept in verse, whose lines do not take in every word that fits', () => {
    const stanza =
      'The lamp went out. We knew it would. We sat\nas people sit who wait for trains.\nThe moon came up behind the shed\nand put its light into the drains.';
    expect(textsOf(stanza)).toEqual([stanza]);
    const full =
      'The lamp went out, as we knew that it would\nin the end, and so we sat as people sit who\nwait for trains.';
    expect(textsOf(full)).toEqual([full.replaceAll('\n', ' ')]);
  });

  it('is kept everywhere with `line_breaks: keep`', () => {
    expect(textsOf(`---\nline_breaks: keep\n---\n${WRAPPED}`)).toEqual([WRAPPED]);
  });
});

describe('an address with letters that X does not link', () => {
  const PAGE = 'https://ja.wikipedia.org/wiki/東京';
  const ENCODED = 'https://ja.wikipedia.org/wiki/%E6%9D%B1%E4%BA%AC';

  it('is encoded where it is a numbered source, a facet or written out', () => {
    const source = `We were in [Tokyo](${PAGE}) for a week.`;
    const [post] = threadOf(source).posts;
    expect(post?.links).toMatchObject([{ url: ENCODED }]);
    expect(threadOf(`---\nfootnotes: post\n---\n${source}`).posts[0]?.links).toMatchObject([
      { url: ENCODED },
    ]);
    expect(textsOf(source, mastodonProfile())).toEqual([`We were in Tokyo (${ENCODED}) for a week.`]);
    expect(threadOf(source, blueskyProfile()).posts[0]?.facets).toMatchObject([{ url: ENCODED }]);
  });

  it('is told of where its author wrote it', () => {
    const bare = `I know ${PAGE} well.`;
    expect(threadOf(bare).findings).toMatchObject([
      {
        code: 'shortened-link',
        line: 1,
        column: 8,
        message: expect.stringContaining(`write it as ${ENCODED}`),
      },
    ]);
    expect(threadOf(`It rains [0].\n\n[0] Rain: ${PAGE}`).findings).toMatchObject([
      { code: 'shortened-link' },
    ]);
    expect(threadOf(bare, mastodonProfile()).findings).toEqual([]);
    expect(threadOf(`I know ${ENCODED} and https://例え.jp/a well.`).findings).toEqual([]);
  });
});

describe('an address without a scheme', () => {
  it('gets it where the network links nothing else', () => {
    const source = 'See [docs.foo.dev/guide](https://docs.foo.dev/guide) and [foo.xyz](https://foo.xyz/).';
    const [post] = threadOf(source, mastodonProfile()).posts;
    expect(post?.text).toBe('See https://docs.foo.dev/guide and https://foo.xyz.');
    expect(post?.links.map(({ url }) => url)).toEqual(['https://docs.foo.dev/guide', 'https://foo.xyz']);
    expect(textsOf(source)).toEqual(['See docs.foo.dev/guide and foo.xyz.']);
  });
});

describe('our own numbers', () => {
  const link = '[the log](https://gauge.example.org/log)';

  it('start after the author’s highest mark, also where it leads to words', () => {
    expect(threadOf(`We wrote in 2024 [1] that it froze. It did; ${link} has it.`).posts[0]?.text).toContain(
      'the log [2]',
    );
    const noted = threadOf(`Closed until May [1], says ${link}.\n\n---\n\n[1]: I rang them twice.`);
    expect(noted.posts[0]?.text).toContain('the log [2]');
    expect(noted.posts.at(-1)?.text ?? '').not.toMatch(/^\[1\] https/m);
  });

  it.each([
    'In [2024] it froze',
    'Take list[1] and',
    'See [7] and',
    'Take `list[1]` and',
    'Room [100] is',
    'All in [0, 10] is',
    'Logs [3–5] and',
  ])('start at 1 beside what is no such mark: %s', (words) => {
    expect(threadOf(`${words}, says ${link}.`).posts[0]?.text).toContain('the log [1]');
  });

  it('leave out a lone one of the author’s, and start after several small ones', () => {
    const two = `${link} and [the map](https://gauge.example.org/map)`;
    expect(threadOf(`See [2], ${two}.`).posts[0]?.text).toContain('the log [1] and the map [3]');
    expect(threadOf(`See [2] and [5], ${two}.`).posts[0]?.text).toContain('the log [6] and the map [7]');
  });
});

it('a quotation is not cut above a link on a line of its own', () => {
  const said =
    'The old lamp of the harbour will be lit again in May, and everybody who ever kept it is asked to come to the pier, with a bell or a horn to greet it.';
  const draft = parseDraft(
    `The keeper of the inn beside the pier wrote this to all of us:\n\n> ${said}\n>\n> Please don’t bring any dogs.\n>\n> <https://example.org/lamp>\n>\n> Ask me at the inn about it.`,
    { path: null },
  );
  const [, below] = buildThread(draft, xProfile()).posts;
  expect(below?.text).toContain('dogs.\n\n> https://example.org/lamp');
});

describe('hashtags that nobody meant', () => {
  const found = (text: string): string[] => threadOf(text).findings.map(({ message }) => message);

  it.each([
    ['code', 'Ask in the `#dev` or `#docs` channels.', '`#dev`, `#docs` will be hashtags on X'],
    ['a channel', 'Come to #general on Slack.', '`#general` will be a hashtag on X'],
    [
      'the channels that a post of a blog ends with',
      '---\ntitle: Gates\ndate: 2026-05-04\n---\nCome to our Slack channels: #gates #rain',
      '`#gates`, `#rain` will be hashtags on X',
    ],
    [
      'the words of a link to a chat',
      'Come to [#gates](https://gates.slack.com/a).',
      '`#gates` will be a hashtag on X',
    ],
  ])('are found in %s', (_what, text, message) => {
    expect(found(text)).toEqual([expect.stringContaining(message)]);
    expect(found(`---\nsilence: [accidental-hashtag]\n---\n${text}`)).toEqual([]);
  });

  it.each([
    'It rose. #gates #rain',
    'See `#42` and `#!`.',
    'We like #Slack and #Discord.',
    'New on my channel! #gates #rain',
    '---\ntitle: Gates\ndate: 2026-05-04\n---\nNew on my channel! #gates #rain',
    'We had `#gates` hashtags and the hashtag `#rain`.',
  ])('are none in %s', (text) => expect(found(text)).toEqual([]));
});

describe('short code that becomes a link', () => {
  it('is found where a post shows it as text', () =>
    expect(threadOf('So:\n\n```sh\ngo get github.com/ana/float\n```').findings).toMatchObject([
      {
        code: 'accidental-link',
        line: 3,
        message: expect.stringMatching(/^`github.com\/ana\/float` in code .*`\{1\}`/),
      },
    ]));

  it('is none in a picture', () =>
    expect(threadOf('So:\n\n```sh {1}\ngo get github.com/ana/float\n```').findings).toEqual([]));
});
