import { describe, expect, it } from 'vitest';
import { CHOICE } from '../../src/summaries/choosing/choice.ts';
import { choosePoints } from '../../src/summaries/choosing/choose.ts';
import { FEATURE_NAMES, type FeatureName } from '../../src/summaries/choosing/features.ts';
import type { Point } from '../../src/summaries/choosing/points.ts';
import type { PostSentence } from '../../src/summaries/choosing/post-sentences.ts';
import { SHORTEST_POST } from '../../src/summaries/choosing/post-size.ts';
import { shownBlocks } from '../../src/summaries/choosing/shown-blocks.ts';
import { sentenceOf } from './sentence-of.ts';

/** A sentence's score: 2 if it is emphasised, and 1 or 0.5 for code beside it. */
const WEIGHTS = {
  ...(Object.fromEntries(FEATURE_NAMES.map((name) => [name, 0])) as Record<FeatureName, number>),
  emphasised: 2,
  besideCode: 1,
};

type Rules = Readonly<Record<keyof typeof CHOICE, number>>;
/** No rule but the scores: all sentences of a score of 0 or more are of use. */
const NONE: Rules = {
  ...CHOICE,
  opener: 0,
  likeness: 0,
  sameSection: 0,
  sameParagraph: 0,
  repeat: 9,
  samePattern: 9,
  wholeTitle: 0,
  pairShort: 0,
  crumbWords: 0,
  useless: 0,
  weak: 0,
  doubt: 9,
  unknown: 0,
};

const SENTENCES = [
  'Lamps of the tower smoke in rain.',
  'Boats from the harbour sail with wind.',
  'Gulls on our roof sleep at noon.',
  'Ropes by the pier rot in salt.',
] as const;

type Told = Partial<PostSentence> & { readonly text: string };

const post = (...told: readonly Told[]): PostSentence[] =>
  told.map((facts, index) => sentenceOf(facts.text, { index, paragraph: index, ...facts }));
const four = (...facts: readonly Partial<PostSentence>[]): PostSentence[] =>
  post(...SENTENCES.map((text, at) => ({ text, ...facts[at] })));

type Options = {
  readonly rules?: Partial<Rules>;
  readonly most?: number;
  readonly title?: string;
  readonly hook?: string | null;
  readonly weights?: Partial<typeof WEIGHTS>;
  readonly fits?: (points: readonly Point[]) => boolean;
};

/** The indexes of the chosen sentences; `0+1` is one point. The summary has a hook of its own, unless `hook` is null. */
function chosen(sentences: readonly PostSentence[], options: Options = {}): string {
  const { rules, most = 9, title = '', hook = 'Nobody knew', fits, weights } = options;
  const points = choosePoints(
    { sentences, headings: ['', '', ''], pieces: [], blocks: shownBlocks([]), teaser: 0 },
    {
      language: 'en',
      size: SHORTEST_POST,
      title,
      weights: { ...WEIGHTS, ...weights },
      choice: { ...NONE, ...rules },
      ...(hook === null ? {} : { hook }),
    },
    most,
    fits,
  );
  return points.map((point) => point.sentences.map(({ index }) => index).join('+')).join(' ');
}

const MARKED = { emphasised: true };
const BESIDE = { shown: 'beside' } as const;

describe('the choice of points', () => {
  it('takes the best, in the order of the post', () => {
    expect(chosen(four())).toBe('0 1 2 3');
    expect(chosen(four(), { most: 2 })).toBe('0 1');
    expect(chosen(four({}, {}, BESIDE, MARKED), { most: 1 })).toBe('3');
    expect(chosen(four({}, {}, BESIDE, MARKED), { most: 2 })).toBe('2 3');
    expect(chosen(four({}, {}, BESIDE, MARKED), { most: 3 })).toBe('0 2 3');
    expect(chosen([], { most: 3 })).toBe('');
  });

  it('goes on after a description with the first sentence, if that may stand alone', () => {
    const facts = [{}, {}, BESIDE, MARKED] as const;
    const ask = (rules: Partial<Rules>): string => chosen(four(...facts), { most: 1, rules });
    expect(ask({ opener: 1 })).toBe('0');
    expect(ask({ opener: 0 })).toBe('3');
    expect(ask({ opener: 1, useless: 0.1 })).toBe('3');
    expect(chosen(four(...facts), { most: 1, hook: SENTENCES[0], rules: { opener: 1, repeat: 0.5 } })).toBe(
      '3',
    );
    expect(chosen(four(...facts), { most: 1, hook: null, rules: { opener: 1 } })).toBe('0');
  });

  it('takes what fits with what is chosen', () => {
    const notTwo = (points: readonly Point[]): boolean =>
      !points.some(({ sentences }) => sentences[0]?.index === 2) || points.length < 2;
    expect(chosen(four({}, {}, BESIDE, MARKED), { fits: notTwo })).toBe('0 1 3');
    expect(chosen(four({}, {}, MARKED), { fits: notTwo })).toBe('2');
    expect(chosen(four(), { fits: () => false })).toBe('');
  });

  it('takes a few at any use, and then only good ones', () => {
    const facts = [MARKED, BESIDE, { shown: 'section' }] as const;
    const ask = (rules: Partial<Rules>): string => chosen(four(...facts), { rules });
    expect(ask({ enough: 0, weak: 1 })).toBe('0 1');
    expect(ask({ enough: 3, weak: 1 })).toBe('0 1 2');
    expect(ask({ enough: 9, useless: 0.5 })).toBe('0 1 2');
    expect(ask({ enough: 9, useless: 3, few: 0 })).toBe('');
  });

  it('takes doubtful ones only while there are few', () => {
    const against = { besideCode: -1 };
    const ask = (rules: Partial<Rules>): string =>
      chosen(four(MARKED, { ...MARKED, ...BESIDE }), { rules: { weak: 0.5, ...rules }, weights: against });
    expect(ask({ enough: 0, doubt: 1 })).toBe('0 1');
    expect(ask({ enough: 0, doubt: 0.9 })).toBe('0');
    expect(ask({ enough: 2, doubt: 0.9 })).toBe('0 1');
  });

  it('keeps points of a section and of a paragraph apart', () => {
    const facts = [MARKED, BESIDE, { section: 1, shown: 'section' }] as const;
    expect(chosen(four(...facts), { most: 2 })).toBe('0 1');
    expect(chosen(four(...facts), { most: 2, rules: { sameSection: 0.6 } })).toBe('0 2');
    expect(chosen(four(...facts), { most: 2, rules: { sameSection: 0.4 } })).toBe('0 1');
    const together = [MARKED, { ...BESIDE, paragraph: 0 }, { shown: 'section' }] as const;
    expect(chosen(four(...together), { most: 2, rules: { sameParagraph: 0.6 } })).toBe('0 2');
    expect(chosen(four(...together), { most: 2, rules: { sameParagraph: 0.4 } })).toBe('0 1');
    expect(chosen(four(...together), { most: 2, rules: { sameSection: 0.6 } })).toBe('0 1');
  });

  it('says nothing twice', () => {
    const twice = post(
      { text: SENTENCES[0], ...MARKED },
      { text: 'In rain the lamps of our tower smoke.', ...BESIDE },
      { text: SENTENCES[1] },
    );
    expect(chosen(twice, { most: 2 })).toBe('0 1');
    expect(chosen(twice, { most: 2, rules: { repeat: 0.9 } })).toBe('0 2');
    expect(chosen(twice, { most: 2, rules: { samePattern: 0.9 } })).toBe('0 2');
    expect(chosen(twice, { most: 2, rules: { likeness: 1.1 } })).toBe('0 2');
    expect(chosen(twice, { most: 2, rules: { likeness: 0.9 } })).toBe('0 1');
    expect(chosen(four(), { hook: SENTENCES[2], rules: { repeat: 0.9 } })).toBe('0 1 3');
    expect(chosen(four({}, {}, MARKED), { most: 1, hook: SENTENCES[2], rules: { likeness: 3 } })).toBe('0');
  });

  it('begins no two points alike', () => {
    const alike = (text: string): string => chosen(post({ text: SENTENCES[0] }, { text }));
    expect(alike('Lamps of the tower leak oil.')).toBe('0');
    expect(alike('Lamps of the harbour leak oil.')).toBe('0 1');
    expect(alike('The lamps of the tower leak oil.')).toBe('0 1');
  });

  it('covers the title', () => {
    const title = 'Gulls and salt';
    expect(chosen(four(), { most: 2, title, rules: { wholeTitle: 1 } })).toBe('2 3');
    expect(chosen(four(), { most: 2, title })).toBe('0 1');
    expect(chosen(four(), { most: 2, title, hook: 'Gulls', rules: { wholeTitle: 1 } })).toBe('0 3');
    expect(chosen(four({ shown: 'section' }), { most: 1, title: 'Gulls', rules: { wholeTitle: 0.9 } })).toBe(
      '0',
    );
    expect(chosen(four({ shown: 'section' }), { most: 1, title: 'Gulls', rules: { wholeTitle: 1.1 } })).toBe(
      '2',
    );
    const again = post({ text: SENTENCES[0] }, { text: 'Salt is on gulls.' }, { text: 'Salt eats gulls.' });
    expect(chosen(again, { most: 2, title, rules: { wholeTitle: 1 } })).toBe('0 1');
  });

  it('names nothing as known that was not told', () => {
    const known = post(
      { text: 'We have bought a robot.' },
      { text: SENTENCES[1], shown: 'section' },
      { text: 'On Mondays the robot counts boats.', shown: 'beside' },
    );
    const rules = { unknown: 0.6 };
    expect(chosen(known, { most: 1 })).toBe('2');
    expect(chosen(known, { most: 1, rules })).toBe('1');
    expect(chosen(known, { most: 1, rules, title: 'A robot' })).toBe('2');
    expect(chosen(known, { most: 1, rules, hook: 'Our robot' })).toBe('2');
    expect(chosen(known, { most: 3, rules: { unknown: 9 } })).toBe('0 1 2');
    expect(
      chosen(known.slice(0, 3), { most: 3, rules: { unknown: 9, enough: 0, doubt: 1, weak: 0.5 } }),
    ).toBe('1');
  });

  it('takes crumbs only as a last resort', () => {
    const crumbs = post({ text: 'We left.', ...MARKED }, ...SENTENCES.map((text) => ({ text })));
    const rules = { crumbWords: 3, crumbShare: 0.5, few: 1 };
    expect(chosen(crumbs, { most: 1 })).toBe('0');
    expect(chosen(crumbs, { most: 1, rules })).toBe('1');
    expect(chosen(crumbs, { most: 1, rules, title: 'Left' })).toBe('0');
    expect(chosen(crumbs, { most: 1, rules: { ...rules, crumbWords: 2 } })).toBe('0');
    expect(chosen(crumbs, { most: 1, rules: { ...rules, crumbShare: 0.25 } })).toBe('0');
    expect(chosen(crumbs.slice(0, 1), { rules: { ...rules, crumbShare: 2 } })).toBe('0');
    expect(chosen(crumbs, { rules: { ...rules, few: 9 } })).toBe('0 1 2 3 4');
    const labelled = [{ ...crumbs[0], label: 'Career.' } as PostSentence, ...crumbs.slice(1)];
    expect(chosen(labelled, { most: 1, rules })).toBe('0');
    const log = post({ text: 'lunch: herring and bread', ...MARKED }, { text: SENTENCES[1] });
    expect(chosen(log, { most: 1, rules })).toBe('1');
  });

  it('takes a neighbour of what is too short to stand alone', () => {
    const short = (...facts: readonly Partial<PostSentence>[]): PostSentence[] =>
      post(
        { text: 'Lamps of the tower smoke.', paragraph: 0, ...facts[0] },
        { text: 'We trim them.', paragraph: 0, ...MARKED, ...facts[1] },
        { text: 'Boats of the harbour sail.', paragraph: 0, ...facts[2] },
      );
    const rules = { pairShort: 3, pairBoth: 8 };
    const ask = (options: Options, ...facts: readonly Partial<PostSentence>[]): string =>
      chosen(short(...facts), { most: 1, rules, ...options });
    expect(ask({ rules: {} })).toBe('1');
    expect(ask({ rules: { ...rules, pairShort: 2 } })).toBe('1');
    expect(ask({ rules: { ...rules, pairBoth: 7 } })).toBe('1');
    expect(ask({})).toBe('0+1');
    expect(ask({}, {}, {}, BESIDE)).toBe('1+2');
    expect(ask({}, { paragraph: 5 })).toBe('1+2');
    expect(ask({}, { unfit: 'link' })).toBe('1+2');
    expect(ask({}, { text: 'So lamps of towers smoke.', block: 1 })).toBe('1+2');
    expect(ask({}, { text: 'Ada: Why do lamps smoke?' })).toBe('1+2');
    expect(ask({ fits: (points) => points[0]?.sentences[0]?.index === 1 })).toBe('1+2');
    expect(ask({ most: 2 }, BESIDE)).toBe('0+1');
    expect(ask({ most: 3 })).toBe('0+1 2');
  });
});

describe('the hook among the points', () => {
  it('is early, and all points come after it', () => {
    expect(chosen(four({}, {}, BESIDE, MARKED), { hook: null, most: 1 })).toBe('0');
    expect(chosen(four({}, {}, BESIDE, MARKED), { hook: null, most: 2 })).toBe('0 3');
    expect(chosen(four({ inItem: true, unfit: 'link' }), { hook: null, most: 2 })).toBe('1 2');
    const fits = (points: readonly Point[]): boolean => points[0]?.sentences[0]?.index !== 0;
    expect(chosen(four(), { hook: null, fits })).toBe('1 2 3');
  });

  it('counts as no point', () => {
    expect(chosen(four(), { hook: null, rules: { enough: 1, weak: 1 } })).toBe('0 1');
    expect(chosen(four(), { rules: { enough: 1, weak: 1 } })).toBe('0');
  });

  it('is near the start where anything good is there', () => {
    const late = post(
      ...Array.from({ length: 4 }, () => ({ text: 'We left.' })),
      ...SENTENCES.map((text) => ({ text })),
    );
    expect(chosen(late, { hook: null, most: 1, rules: { crumbWords: 3 } })).toBe('4');
    expect(chosen(late.slice(0, 4), { hook: null, most: 1, rules: { crumbWords: 3, crumbShare: 2 } })).toBe(
      '0',
    );
    expect(chosen(late, { hook: null, most: 1, title: SENTENCES[3] })).toBe('0');
  });
});
