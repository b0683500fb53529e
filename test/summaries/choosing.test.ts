import { describe, expect, it } from 'vitest';
import { readSummaries } from '../../bench/summaries.ts';
import { centralities, overlap, stemVectors } from '../../src/summaries/choosing/centrality.ts';
import { leansBack } from '../../src/summaries/choosing/context-bound.ts';
import { logLines } from '../../src/summaries/choosing/log-lines.ts';
import { foreignParagraphs, languageOf, phraseLanguage } from '../../src/summaries/choosing/post-language.ts';
import { postText } from '../../src/summaries/choosing/post-sentences.ts';
import { stemsOf, wordCount } from '../../src/summaries/choosing/words.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { SIZES } from './sizes.ts';

const read = (source: string) => readPost(source, { path: 'a.md', canonical: 'https://example.org/a' });
const post = (title: string, ...paragraphs: string[]) =>
  read(`---\ntitle: '${title}'\n---\n\n${paragraphs.join('\n\n')}\n`);
const paragraphsOf = (title: string, ...paragraphs: string[]) =>
  summarise(post(title, ...paragraphs), { length: 'medium' }).paragraphs;
const textsOf = (title: string, ...paragraphs: string[]): string[] =>
  paragraphsOf(title, ...paragraphs)
    .filter(({ role }) => role !== 'title')
    .map(({ text }) => text);
const hookOf = (title: string, ...paragraphs: string[]): string | undefined =>
  paragraphsOf(title, ...paragraphs).find(({ role }) => role === 'hook')?.text;

const SCENE =
  'The rain fell all morning on the roofs of the harbour, and the gulls sat on them and waited for the boats.';
const MORE = [
  'Plates on top are always the clean ones, because whoever washes up puts them there last of all.',
  'A heap of plates breaks from below, and nobody ever sees which of them was the first to go.',
  'Every kitchen on the island has one, and each of them leans to the side of the door.',
];

describe('the hook', () => {
  it.each([
    [
      'defines what the title names',
      'Stacks',
      'The stack is a collection of plates of which only the top one can be taken.',
    ],
    ['names the occasion', 'A new lid', 'Last spring we replaced the lid of the old well with one of oak.'],
    [
      'announces something',
      'Lid 2.0',
      'We are happy to announce Lid 2.0, which fits every well on the island.',
    ],
    [
      'tells where the story turns',
      'On plates',
      'Our mistake was to wash the plates before anybody had eaten from them.',
    ],
  ])('is the sentence that %s', (_, title, sentence) => {
    expect(hookOf(title, SCENE, sentence, ...MORE)).toBe(sentence);
  });

  it.each([
    'In this post, I will show how a stack of plates is built and taken down again.',
    'As always, we’ll see some drawings of plates and go through them one by one.',
    'In the previous post, we talked about plates, bowls, cups and how they share a shelf.',
    'Thanks to everyone who helped me to carry the plates up from the harbour last year.',
    'Suppose you had a plate on a shelf, and another plate, and a third one on top of them.',
    'breakfast: two eggs on the good plate, with salt and the last of the rye bread',
  ])('is never “%s”', (sentence) => {
    expect(hookOf('Plates', sentence, ...MORE)).not.toBe(sentence);
  });

  it('opens the summary: no point stands before it in the post', () => {
    const { paragraphs } = summarise(post('Stacks', ...MORE, SCENE), { length: 'medium' });
    const source = [...MORE, SCENE].join(' ');
    const places = paragraphs.filter(({ role }) => role !== 'title').map(({ text }) => source.indexOf(text));
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });
});

describe('lines of a log', () => {
  const linesOf = (...lines: string[]): string[] => {
    const { sentences } = postText(post('A day', ...lines).blocks);
    const logs = logLines(sentences, 'en');
    return sentences.filter(({ index }) => logs.has(index)).map(({ text }) => text);
  };

  it.each([
    'lunch: herring roll with onion at the pier kiosk, two coffees and half a bun from mara’s bag',
    'Dinner: leftover beans and rice with an egg on top and the last of the pickled cabbage',
    'grateful for: people who wave back when I cycle past them in the rain',
    'wake: 8:00',
    'Pages: 40',
    '10:30 left the house and walked down to the pier without an umbrella',
    '6.45 a.m. – up before the birds, and out on the water with the first light',
  ])('are known: “%s”', (line) => {
    expect(linesOf(line, SCENE)).toEqual([line]);
  });

  it('are known by labels of their own, three or more', () => {
    const lines = [
      'wind: west, four, with gusts in the afternoon',
      'sea: grey and choppy until the evening',
      'birds: eleven gulls and a heron on the roof',
    ];
    expect(linesOf(...lines, SCENE)).toEqual(lines);
    expect(linesOf(...lines.slice(0, 2), SCENE)).toEqual([]);
  });

  it.each([
    'Speed: the new pump fills the tank in half the time of the old one, and is quiet.',
    'The rule is simple: whoever comes last closes the lid of the well for the night.',
    'At 10:30 the ferry left without us, and nobody on board had noticed it.',
  ])('are not every line with a colon: “%s”', (line) => {
    expect(linesOf(line, SCENE)).toEqual([]);
  });

  it('are chosen only where there is nothing better', () => {
    const log = [
      'lunch: herring roll with onion at the pier kiosk and two coffees',
      'slept: until noon, with the window open to the sea',
    ];
    expect(textsOf('A day', ...log, SCENE, ...MORE).filter((text) => log.includes(text))).toEqual([]);
    expect(textsOf('A day', ...log).length).toBeGreaterThan(0);
  });
});

describe('the language of a post', () => {
  it.each([
    ['en', 'The kettle boils, and nobody knows why it does that at this height.'],
    ['de', 'Der Kessel kocht, und niemand weiß, warum er das in dieser Höhe tut.'],
    ['fr', 'La bouilloire bout, et personne ne sait pourquoi elle le fait à cette hauteur.'],
    ['es', 'La tetera hierve, y nadie sabe por qué lo hace a esta altura.'],
    ['ja', 'やかんは沸くが、なぜこの高さでそうなるのか誰も知らない。'],
    ['zh', '水壶烧开了，没有人知道为什么在这个高度会这样。'],
  ] as const)('is %s', (language, text) => {
    expect(phraseLanguage(text)).toBe(language);
    expect(languageOf(undefined, postText(post('A', text).blocks).sentences)).toBe(language);
  });

  it('is the one that its author names', () => {
    expect(languageOf('de-AT', postText(post('A', 'OK.').blocks).sentences)).toBe('de');
    expect(languageOf('xx', postText(post('A', SCENE).blocks).sentences)).toBe('en');
  });

  const GERMAN = [
    'Unser Dienst ist nun offiziell in der Liste der europäischen Anbieter, und wir freuen uns sehr darüber.',
    'Niemand muss dafür etwas ändern, denn die Adressen der Server bleiben so, wie sie immer waren.',
    'Wer neu dabei ist, findet in wenigen Minuten heraus, wie man die eigenen Geräte umstellt.',
  ];

  it.each([
    [
      'English',
      'Our service is now officially on the list of European providers, and we are very happy about it.',
    ],
    [
      'French',
      'Notre service est maintenant dans la liste des fournisseurs européens, et nous en sommes très heureux.',
    ],
    [
      'Ukrainian',
      'Наш сервіс тепер офіційно включено до списку європейських постачальників, і ми дуже раді цьому.',
    ],
    [
      'Ukrainian in Latin letters',
      'Nash servis teper ofitsiino vkliucheno spysku yevropeiskykh postachalnykiv, duzhe rady tsomu vsi razom sohodni.',
    ],
  ])('keeps the %s translation of a German post out', (_, translation) => {
    const { sentences } = postText(post('Liste', ...GERMAN, translation).blocks);
    const foreign = foreignParagraphs(sentences, languageOf(undefined, sentences));
    expect([...foreign]).toEqual([3]);
    expect(textsOf('Liste', ...GERMAN, translation)).not.toContain(translation);
  });

  it('counts words where no spaces are written', () => {
    expect(wordCount('志愿者不再需要爬到井下去')).toBe(6);
    expect(wordCount('We need chairs')).toBe(3);
  });

  it('joins lines that an editor wrapped, without a space in scripts that have none', () => {
    const [sentence] = postText(
      read('今年五月，我们把它换成了安装在\n钢臂上的雷达传感器。\n').blocks,
    ).sentences;
    expect(sentence?.text).toBe('今年五月，我们把它换成了安装在钢臂上的雷达传感器。');
    const [korean] = postText(read('우리는 오월에\n그것을 바꾸었다.\n').blocks).sentences;
    expect(korean?.text).toBe('우리는 오월에 그것을 바꾸었다.');
  });
});

describe('likeness', () => {
  it('tells sentences of one pattern, and takes one of them', () => {
    const weeks = [2, 3, 4, 5].map(
      (week) =>
        `In week ${week} of the trial the crew compared ${week + 38} pairs of readings by hand, and wrote them into the log.`,
    );
    const [one, two, other] = stemVectors([...weeks.slice(0, 2), SCENE].map(stemsOf));
    expect(overlap(one ?? new Map(), two ?? new Map())).toBeGreaterThan(0.7);
    expect(overlap(one ?? new Map(), other ?? new Map())).toBeLessThan(0.3);
    expect(textsOf('The trial', ...weeks, ...MORE).filter((text) => weeks.includes(text))).toHaveLength(1);
  });

  it('is highest for what shares its words with the rest', () => {
    const ranks = centralities(
      stemVectors(
        [
          'Kettles boil water.',
          'Old kettles boil water slowly.',
          'Water is what kettles boil.',
          'Gulls sat on roofs.',
        ].map(stemsOf),
      ),
    );
    expect(ranks[3]).toBe(0);
  });
});

describe('a pronoun inside a sentence', () => {
  it.each([
    ['In May we replaced it with a radar.', true],
    ['We had never asked for it.', true],
    ['When you find them, wait.', true],
    ['The pump is loud, and we oil it twice.', false],
    ['Yesterday Anna said that she would come.', false],
    ['It was raining.', false],
    ['We knew it was raining.', false],
    ['A lid makes it easy to keep tea hot.', false],
  ])('leans on an earlier one: “%s” %s', (sentence, leans) => {
    expect(leansBack(sentence, 'en')).toBe(leans);
  });
});

describe('the networks that a summary goes to', () => {
  const long = readSummaries().find(({ file }) => file.startsWith('021'));
  const made = (network: keyof typeof SIZES, posts: number) =>
    summarise(read(long?.source ?? ''), { size: SIZES[network], posts });

  it.each(['x', 'bluesky', 'mastodon'] as const)('decide how many posts it fills: %s', (network) => {
    expect(made(network, 3).markdown.split('\n---\n').length - 2).toBe(2);
    expect(made(network, 3).findings.filter(({ code }) => code === 'summary-short')).toEqual([]);
  });

  it('leave more room in a post of 500 characters than in one of 280', () => {
    expect(made('mastodon', 1).paragraphs.length).toBeGreaterThan(made('x', 1).paragraphs.length);
  });
});

describe('a round-up', () => {
  const LINKS = `---
title: Saturday links
---

The ferry was late all week, and so was everybody who writes about harbours.

- [ ] [Knots, the basics](https://knots.example.org/basics)
  - [x] [[Course] Knots, the basics](https://knots.example.org/basics)
  - [ ] [[Course] Knots under load](https://knots.example.org/load)
- [x] [Lamps](https://lamps.example.org/)
- [ ] [Tides, part one](https://tides.example.org/1)
- [Knots again](https://www.knots.example.org/basics/)
`;
  const { paragraphs, markdown } = summarise(read(LINKS));

  it('has each address once, and no boxes of tasks', () => {
    expect(paragraphs.filter(({ role }) => role === 'item').map(({ item }) => item?.words)).toEqual([
      'Knots, the basics',
      'Lamps',
      'Tides, part one',
    ]);
    expect(markdown).not.toMatch(/☐|☑|\[ \]|\[x\]/);
  });

  it('opens with a sentence that says more than its title', () => {
    expect(paragraphs.slice(0, 2).map(({ role, text }) => [role, text])).toEqual([
      ['title', 'Saturday links'],
      ['hook', 'The ferry was late all week, and so was everybody who writes about harbours.'],
    ]);
  });

  it('prefers what the week was about to the longest nested text', () => {
    const items = [
      ...['rope', 'knot', 'splice', 'hitch', 'bend', 'sling'].map(
        (word) => `- [Rope and ${word}: how sailors tie rope](https://ropes.example.org/${word})`,
      ),
      `- [Cheese](https://cheese.example.org)\n${'  - a word on it\n'.repeat(1)}  - quoted at length:\n    - ${'cheddar brie gouda '.repeat(30)}`,
      '- [Rope for sailors, and what a rope may cost](https://ropes.example.org/cost)',
    ];
    const kept = summarise(read(`---\ntitle: Rope week\n---\n\n${items.join('\n')}\n`), { length: 'medium' });
    expect(kept.paragraphs.map(({ item }) => item?.words)).not.toContain('Cheese');
  });
});
