import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const postsOf = (text: string): (readonly [first: string, ...pictures: string[]])[] =>
  buildThread(parseDraft(text, { path: null }), xProfile()).posts.map(({ text: words, media }) => [
    words.split('\n')[0] ?? '',
    ...media.map((picture) => ('path' in picture ? picture.path : 'card')),
  ]);

it.each([
  ['a rule', '---'],
  ['a rule in HTML', '<hr class="break">'],
])('a picture right below %s goes with the words below it', (_what, rule) => {
  const reviews = ['The Lamp', 'The Ferry', 'The Log']
    .map((title, at) => `${rule}\n\n![cover](${at}.jpg)\n\n##### ${title}\n\nI read it in a night.`)
    .join('\n\n');
  expect(postsOf(`What I read this year.\n\n${reviews}`)).toEqual([
    ['What I read this year.'],
    ['The Lamp', '0.jpg'],
    ['The Ferry', '1.jpg'],
    ['The Log', '2.jpg'],
  ]);
});

describe('in a blog’s post, pictures between a rule and the first heading', () => {
  const post = (...blocks: readonly string[]): string =>
    ['---\ndate: 2026-03-02\n---', 'We spoke to the keepers.', ...blocks].join('\n\n');

  it('are the introduction’s', () => {
    const one = post('---', '![a](a.jpg)', '![b](b.jpg)', '## Who are you?', 'Two of us.');
    expect(postsOf(one)).toEqual([['We spoke to the keepers.', 'a.jpg', 'b.jpg'], ['Who are you?']]);
  });

  it.each([
    ['if another part begins so', ['---', '![b](b.jpg)', '## Where?', 'At the pier.']],
    ['if they stand below another heading', []],
  ])('head their part %s', (_when, more) => {
    const above = more.length === 0 ? ['## Before', 'A word.'] : [];
    const all = postsOf(post(...above, '---', '![a](a.jpg)', '## Who are you?', 'Two of us.', ...more));
    expect(all).toContainEqual(['Who are you?', 'a.jpg']);
  });

  it('go with the words below them without a heading', () => {
    expect(postsOf(post('---', '![a](a.jpg)', 'There are two.'))).toEqual([
      ['We spoke to the keepers.'],
      ['There are two.', 'a.jpg'],
    ]);
  });
});

it('several of them keep their order, also beside code that is sent as a picture', () => {
  const code = `\`\`\`\n${'lamp()\n'.repeat(30)}\`\`\``;
  expect(postsOf(`Above.\n\n---\n\n![a](a.jpg)\n\n${code}\n\n![b](b.jpg)\n\nBelow.`)).toEqual([
    ['Above.'],
    ['Below.', 'a.jpg', expect.stringMatching(/card/), 'b.jpg'],
  ]);
});

it('a picture that ends a draft below a rule has a post of its own', () => {
  expect(postsOf('Above.\n\n---\n\n![a](a.jpg)')).toEqual([['Above.'], ['', 'a.jpg']]);
});

it.each([
  ['that ends a draft', 'Words.\n\n## ![a](a.png)', ['a.png']],
  ['in a quotation', 'Words.\n\n> ## ![a](a.png)\n\nMore.', ['a.png']],
  ['in an item', '- one\n- ## ![a](a.png)', ['a.png']],
  ['above a rule', '# ![a](a.png)\n\n---\n\nWords.', ['a.png']],
  ['above code', 'Words.\n\n# ![a](a.png)\n\n```\nx\n```', ['a.png']],
])('a picture in place of a heading %s is sent', (_what, draft, paths) => {
  expect(postsOf(draft).flatMap(([, ...pictures]) => pictures)).toEqual(paths);
});

it('a picture that opens a draft goes with its first words', () => {
  expect(postsOf('![a](a.jpg)\n\n---\n\nFirst.\n\n---\n\n![b](b.jpg)\n\nSecond.')).toEqual([
    ['First.', 'a.jpg'],
    ['Second.', 'b.jpg'],
  ]);
});

const LEAD_IN = 'The whole log is on [one page](https://example.org/log), and it looks like this:';

it.each([
  ['an image', '![a page](page.png)'],
  ['a card', `\`\`\`\n${'lamp()\n'.repeat(30)}\`\`\``],
])('sources don’t come between a lead-in and %s that ends the draft', (_what, picture) => {
  const [first, second, ...more] = buildThread(
    parseDraft(`${LEAD_IN}\n\n${picture}`, { path: null }),
    xProfile(),
  ).posts;
  expect(first?.text).toBe('The whole log is on one page [1], and it looks like this:');
  expect(first?.media).toHaveLength(1);
  expect(second?.text).toBe('[1] https://example.org/log');
  expect(more).toEqual([]);
});

it('sources don’t come between an item and the picture that it announces', () => {
  const draft = parseDraft(
    'We read [the log](https://example.org/log).\n\n- It is old.\n- It has:\n  - A page as this one:\n    - ![a page](page.png)',
    { path: null },
  );
  expect(buildThread(draft, xProfile()).posts.map(({ text, media }) => [text, media.length])).toEqual([
    ['We read the log [1].\n\n- It is old.\n- It has:\n  - A page as this one:', 1],
    ['[1] https://example.org/log', 0],
  ]);
});

it('sources share the post of a picture that nothing announces', () => {
  const draft = parseDraft('We read [the log](https://example.org/log).\n\n![a page](page.png)', {
    path: null,
  });
  expect(buildThread(draft, xProfile()).posts).toHaveLength(1);
});

describe('of lead-ins with a card each, every one is in the post of its own card', () => {
  const CODE = `\`\`\`\n${'lamp()\n'.repeat(30)}\`\`\``;
  const inItem = (words: string): string => `- ${words}\n\n${CODE.replace(/^/gm, '  ')}`;
  const shown = (draft: string): [string, number][] =>
    buildThread(parseDraft(draft, { path: null }), xProfile()).posts.map(({ text, media }) => [
      text.split('\n').at(-1) ?? '',
      media.length,
    ]);

  it('in paragraphs', () => {
    expect(shown(`And then this code:\n\n${CODE}\n\nThis is what comes out of it:\n\n${CODE}`)).toEqual([
      ['And then this code:', 1],
      ['This is what comes out of it:', 1],
    ]);
  });

  it('in items', () => {
    const items = [
      'The lamps of the harbour are lit by hand, each of them a little before nine:',
      'The buoys are lit by the keeper, who goes out with the boat in the evening:',
      'The gates are shut at night, and opened as soon as the water has come down:',
    ];
    expect(shown(items.map(inItem).join('\n\n'))).toEqual(items.map((item) => [`- ${item}`, 1]));
  });

  it('but a pair of a word each stays together', () => {
    expect(shown(`Before:\n\n${CODE}\n\nAfter:\n\n${CODE}`)).toEqual([['After:', 2]]);
    expect(shown(`${inItem('Before:')}\n\n${inItem('After:')}`)).toEqual([['- After:', 2]]);
  });
});

describe('a picture without words of its own leaves no empty lines', () => {
  const CODE = `\`\`\`\n${'lamp()\n'.repeat(30)}\`\`\``;
  const textsOf = (draft: string): string[] =>
    buildThread(parseDraft(draft, { path: null }), xProfile()).posts.map(({ text }) => text);
  const item = (words: string): string => `- ${words.replaceAll('\n', '\n  ')}`;

  it.each([
    ['in the first item', [CODE, 'Two words.'], '- Two words.'],
    ['between two items', ['One word.', CODE, 'Two words.'], '- One word.\n\n- Two words.'],
    ['in the first two', [CODE, CODE, 'Two words.'], '- Two words.'],
  ])('%s', (_where, items, list) => {
    expect(textsOf(items.map(item).join('\n\n'))).toEqual([list]);
    expect(textsOf(`So:\n\n${items.map(item).join('\n\n')}`)).toEqual([`So:\n${list}`]);
  });

  it('below a cut, above the sources', () => {
    const draft = 'We read [the log](https://example.org/log).\n\n---\n\n![a page](page.png)';
    expect(textsOf(draft)).toEqual(['We read the log [1].', '[1] https://example.org/log']);
  });
});

it.each([
  ['that opens a nested list goes with the words above it', ['- ![a](a.jpg)', '- One.', '- Two.']],
  ['below another item goes with that one', ['- One.', '- ![a](a.jpg)', '- Two.']],
])('an item that is only a picture %s', (_what, items) => {
  const long = ` ${'It was seen from the pier, from the ferry and from the old wall. '.repeat(3).trim()}`;
  const list = items.map((item) => `  ${item}${item.endsWith('.') ? long : ''}`).join('\n');
  const posts = postsOf(`We saw it:\n\n- The lamp at night:\n${list}`);
  expect(posts.map(([, ...pictures]) => pictures)).toEqual([['a.jpg'], []]);
});

describe('a list of a few words with pictures of code', () => {
  const item = (words: string): string => `* ${words}\n\n${'      level: 1\n      lamp: 2\n'.repeat(5)}`;
  const intro = `${'The keeper has mended the lamp and lit it again. '.repeat(5).trim()}\n\n## Downloads`;
  const shown = (words: readonly string[]): [string | undefined, number][] =>
    postsOf(`${intro}\n\n${words.map(item).join('\n')}`).map(([first, ...pictures]) => [
      first,
      pictures.length,
    ]);

  it('shares a post with its heading', () => {
    const [above, ...posts] = shown(['lamp-1.tar.gz', 'lamp-1.zip', 'lamp-1.tar.xz', 'lamp-1.tar.bz2']);
    expect(above?.[1]).toBe(0);
    expect(posts).toEqual([['Downloads', 4]]);
  });

  it('but items of more words each end with their picture', () => {
    const posts = shown([
      `The glass, ${'which is as it was and '.repeat(4)}red`,
      `The wick, ${'which is new and '.repeat(5)}red`,
    ]);
    expect(posts.slice(1).map(([, count]) => count)).toEqual([1, 1]);
  });
});
