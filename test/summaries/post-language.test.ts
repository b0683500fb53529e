import { describe, expect, it } from 'vitest';
import { foreignParagraphs, languageOf, phraseLanguage } from '../../src/summaries/choosing/post-language.ts';
import type { PostSentence } from '../../src/summaries/choosing/post-sentences.ts';
import { sentenceOf } from './sentence-of.ts';

const ENGLISH = 'The lamp is in the tower of the harbour and it was lit by all of us.';
const GERMAN = 'Die Lampe ist in dem Turm und sie wurde von uns allen angezündet.';
const HUNGARIAN = 'A lámpa ott van a toronyban, és az is volt, hogy nem ég, mert már nincs benne olaj.';

describe('the language whose phrases are looked for', () => {
  it.each([
    ['en', ENGLISH],
    ['de', GERMAN],
    ['fr', 'La lampe est dans la tour et elle a été allumée par nous tous.'],
    ['ja', 'ランプは塔にあります。'],
    ['zh', '灯在塔里，没有人点它。'],
    ['en', HUNGARIAN],
    ['en', '12 ½'],
    ['en', ''],
    ['en', `${'lamp tower harbour of the '.repeat(5)}ランプ`],
    ['en', `${'lamp tower harbour of the '.repeat(5)}灯在塔里`],
    ['ja', '東京都港区 lamp ランプ'],
    ['en', `${ENGLISH} ${'x '.repeat(1500)} ${'ランプは塔にあります。'.repeat(99)}`],
  ])('%s: “%s”', (language, text) => {
    expect(phraseLanguage(text)).toBe(language);
  });

  it('is the one that the author names', () => {
    expect(languageOf('DE-at', [sentenceOf(ENGLISH)])).toBe('de');
    expect(languageOf('hu', [sentenceOf(GERMAN)])).toBe('de');
    expect(languageOf(undefined, [sentenceOf(GERMAN)])).toBe('de');
  });

  it('is told by the author’s own words, the first of them first', () => {
    expect(languageOf(undefined, [sentenceOf(GERMAN, { isQuoted: true }), sentenceOf(ENGLISH)])).toBe('en');
    expect(
      languageOf(undefined, [...Array(5).fill(sentenceOf(GERMAN)), ...Array(40).fill(sentenceOf(ENGLISH))]),
    ).toBe('de');
    expect(languageOf(undefined, [sentenceOf(`${'1984 '.repeat(60)}.`), sentenceOf(GERMAN)])).toBe('de');
  });
});

describe('a paragraph in another language', () => {
  const post = (...paragraphs: readonly (readonly [string, Partial<PostSentence>?])[]): number[] => [
    ...foreignParagraphs(
      paragraphs.map(([text, facts], index) => sentenceOf(text, { index, paragraph: index, ...facts })),
      'en',
    ),
  ];

  it.each([
    [ENGLISH, false],
    [GERMAN, true],
    [HUNGARIAN, true],
    ['Die und der', true],
    ['Die und', false],
    ['Die und der, and so the lamp of it', false],
    ['Лампа в башне.', true],
    ['Лампа.', false],
    ['Лампа is Russian for the lamp.', false],
    ['Lampe Turm Hafen Öl Docht Nacht Wind Regen Boot Netz', true],
    ['Lampe Turm Hafen Öl Docht Nacht Wind Regen Boot', false],
    ['', false],
  ])('“%s”: %s', (text, foreign) => {
    expect(post([text], [ENGLISH.repeat(9)])).toEqual(foreign ? [0] : []);
  });

  it('is read whole', () => {
    const halves = ['Die und', 'der und'] as const;
    expect(post([halves[0]], [halves[1], { paragraph: 0 }], [ENGLISH.repeat(9)])).toEqual([0]);
  });

  it('takes the short lines of its section with it', () => {
    const short: [string, Partial<PostSentence>] = ['Ok.', { section: 1 }];
    const german: [string, Partial<PostSentence>] = [GERMAN, { section: 1 }];
    expect(post([ENGLISH], short, german, ['Ok.'])).toEqual([1, 2]);
    expect(post([ENGLISH], short, german, [ENGLISH, { section: 1 }])).toEqual([2]);
  });

  it('is none where the whole post, from its opening on, is in a language without rules', () => {
    const russian: [string] = ['Лампа в башне горит всю ночь.'];
    expect(post(russian, russian, russian)).toEqual([]);
    const own: [string, Partial<PostSentence>] = ['Ok.', { section: 1 }];
    expect(post(russian, russian, russian, russian, russian, own)).toEqual([]);
    expect(post(russian, russian, russian, russian, own)).toEqual([0, 1, 2, 3]);
    const rest = Array.from({ length: 9 }, (): [string, Partial<PostSentence>] => [
      russian[0],
      { section: 1 },
    ]);
    expect(post(['Ok.'], ...rest)).toHaveLength(9);
  });

  it('is told by its letters where the language of the post has no spaces', () => {
    const foreign = (text: string): number =>
      foreignParagraphs([sentenceOf(text), sentenceOf('ランプ。'.repeat(99), { paragraph: 1 })], 'ja').size;
    expect(foreign(ENGLISH)).toBe(1);
    expect(foreign('The lamp is in the tower.')).toBe(0);
    expect(foreign(`ランプ ${ENGLISH}`)).toBe(1);
    expect(foreign(`ランプは塔にあります。 ${ENGLISH}`)).toBe(0);
  });
});
