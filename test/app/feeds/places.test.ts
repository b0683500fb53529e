import { describe, expect, it } from 'vitest';
import type { SeenEntry } from '../../../src/app/feeds/feed-memory.ts';
import { sortEntries } from '../../../src/app/feeds/sort-entries.ts';
import type { FeedEntry } from '../../../src/summaries/feeds/feed-entries.ts';

const PAGE = 'https://example.org/changes';
const LONG =
  'The kettle now boils at ninety-three degrees, and tells of it in the log of the laboratory. '.repeat(3);
const OPTIONS = { feed: 'https://example.org/feed', isFirst: false, backfill: 0 };

/** A version's entry of a changelog; `words` is what was edited in it. */
const version = (
  name: string,
  { id = `id-${name}`, words = '' }: { id?: string | undefined; words?: string } = {},
): FeedEntry => ({
  id,
  url: `${PAGE}#${name}`,
  title: name,
  published: undefined,
  html: `<p>${name}: ${LONG}${words}</p>`,
  summary: undefined,
  tags: [],
});
const unnamed = (words: string): FeedEntry => ({
  ...version('x'),
  id: undefined,
  url: undefined,
  title: undefined,
  html: words,
});
/** Looks at one feed after the other, each time after everything before was drafted; what was fresh each time. */
function looks(
  feeds: readonly (readonly FeedEntry[])[],
  memory: readonly SeenEntry[] = [],
): (string | undefined)[][] {
  let entries = memory;
  return feeds.map((feed) => {
    const sorted = sortEntries(feed, entries, OPTIONS);
    entries = sorted.entries.map((seen) => ({ ...seen, state: 'drafted' as const }));
    return sorted.fresh.map(({ title, html }) => title ?? html);
  });
}
/** What the first versions remembered: the page without the place on it, of all entries together. */
const old = (keys: readonly string[], contents: readonly string[] = []): SeenEntry[] => [
  { keys: ['example.org/changes', ...keys], contents: [...contents], title: 'v1', state: 'drafted' },
];

describe('places on one page', () => {
  const link = { id: undefined };
  it.each([
    ['side by side from the start', [[version('v2'), version('v1')]], [['v1', 'v2']]],
    ['one after the other', [[version('v1')], [version('v2'), version('v1')]], [['v1'], ['v2']]],
    ['without an id', [[version('v1', link)], [version('v2', link), version('v1', link)]], [['v1'], ['v2']]],
    [
      'never side by side, each with an id',
      [[version('v1')], [version('v2')], [version('v3')]],
      [['v1'], ['v2'], ['v3']],
    ],
    [
      'with their addresses as ids',
      [['v1'], ['v2', 'v1']].map((names) => names.map((name) => version(name, { id: `${PAGE}#${name}` }))),
      [['v1'], ['v2']],
    ],
    [
      'beside the page itself',
      [[{ ...version('v1'), url: PAGE }], [version('v2', link), { ...version('v1'), url: PAGE }]],
      [['v1'], ['v2']],
    ],
  ])('are entries of their own: %s', (_, feeds, fresh) => {
    // Each is taken once, whatever is edited in it later.
    const edited = (feeds.at(-1) ?? []).map((entry) => ({ ...entry, html: `${entry.html} More words.` }));
    expect(looks([...feeds, feeds.at(-1) ?? [], edited])).toEqual([...fresh, [], []]);
  });

  it('are one entry where only the place changed', () => {
    const elsewhere = { ...version('v1', { words: 'Edited.' }), url: `${PAGE}#top`, id: undefined };
    expect(looks([[version('v1')], [elsewhere], [{ ...elsewhere, url: PAGE }]])).toEqual([['v1'], [], []]);
  });

  it('are not taken again where they were remembered without their places', () => {
    const both = [version('v2', { words: 'Edited.' }), version('v1', { words: 'Edited.' })];
    const ids = ['example.org/feed#id-v1', 'example.org/feed#id-v2'];
    expect(looks([both, [version('v3'), ...both]], old(ids))).toEqual([[], ['v3']]);
    const nameless = both.map((entry) => ({ ...entry, id: undefined }));
    expect(looks([nameless, [version('v3', link), ...nameless]], old([]))).toEqual([[], ['v3']]);
  });

  it('are new beside what was remembered without its place, where their ids are', () => {
    expect(looks([[version('v2'), version('v1')]], old(['example.org/feed#id-v1']))).toEqual([['v2']]);
  });
});

describe('entries without address, id and title', () => {
  it('are known by their words', () => {
    const [one, two, three] = ['New photos!', `Two ${LONG}`, 'Rain'].map(unnamed) as [
      FeedEntry,
      FeedEntry,
      FeedEntry,
    ];
    const again = { ...one, html: '<p>New photos!</p>' };
    expect(
      looks([
        [two, one],
        [three, two, again],
      ]),
    ).toEqual([[one.html, two.html], [three.html]]);
  });

  it('are not taken again where they were remembered under one name', () => {
    const memory: SeenEntry[] = [
      { keys: ['example.org/feed#title:'], contents: [], title: '', state: 'drafted' },
    ];
    const feed = ['One', 'Two'].map(unnamed);
    expect(looks([[], feed, [unnamed('Three'), ...feed]], memory)).toEqual([[], [], ['Three']]);
  });
});
