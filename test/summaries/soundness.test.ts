import { describe, expect, it } from 'vitest';
import type { PhraseLanguage } from '../../src/languages/phrase-table.ts';
import { type Candidate, candidatesOf } from '../../src/summaries/choosing/candidates.ts';
import { chooseOpening } from '../../src/summaries/choosing/choose-opening.ts';
import { FEATURE_NAMES, type FeatureName, WEIGHTS } from '../../src/summaries/choosing/features.ts';
import { pointsOf } from '../../src/summaries/choosing/points.ts';
import { postText } from '../../src/summaries/choosing/post-sentences.ts';
import { SHORTEST_POST } from '../../src/summaries/choosing/post-size.ts';
import { SOUNDNESS, soundnessOf } from '../../src/summaries/choosing/soundness.ts';
import { stemsOf } from '../../src/summaries/choosing/words.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { sentenceOf } from './sentence-of.ts';

const OPENING =
  'The lamp of the harbour burns oil, and the oil of the lamp is dear in winter for every harbour.';
const textOf = (body: string) => postText(readPost(body, { path: 'a.md' }).blocks);
const options = { language: 'en', size: SHORTEST_POST, title: 'The lamp of the harbour' } as const;

/** How sound a sentence is below the opening. */
function soundness(sentence: string, told = `${options.title} ${OPENING}`): number {
  const text = textOf(`${OPENING}\n\n${sentence}\n`);
  const candidates = candidatesOf(text, options);
  const point = pointsOf(candidates, text.sentences, WEIGHTS, options).find(
    ({ sentences: [first] }) => first?.text === sentence,
  );
  if (point === undefined) throw new Error(`No point: ${sentence}`);
  const byIndex = new Map(candidates.all.map((one) => [one.sentence.index, one]));
  return soundnessOf(point, byIndex, {
    language: 'en',
    weights: WEIGHTS,
    vectors: candidates.vectors,
    told: new Set(stemsOf(told)),
  });
}

/** The soundness of a sentence about which only `facts` are known. */
function soundnessFor(
  text: string,
  facts: Partial<Record<FeatureName, number>> = {},
  { isFiller = false, own = '', told = '', language = 'en' as PhraseLanguage } = {},
): number {
  const sentence = sentenceOf(text);
  const none = Object.fromEntries(FEATURE_NAMES.map((name) => [name, 0])) as Record<FeatureName, number>;
  const candidate: Candidate = {
    sentence,
    values: { ...none, ...facts },
    dangles: undefined,
    needs: new Set(),
    leansBack: false,
    isAbout: false,
    isFiller,
  };
  const point = { sentences: [sentence], score: 0, doubt: 0, needs: new Set<string>(), isFiller };
  return soundnessOf(point, new Map([[sentence.index, candidate]]), {
    language,
    weights: WEIGHTS,
    vectors: [new Map([...own].map((stem) => [stem, 1]))],
    told: new Set(told),
  });
}

describe('what readers understand by itself', () => {
  const BASE = -1.22;

  it.each([
    ['nothing is known', 'Lamps burn.', {}, {}, 0],
    ['it is central', 'Lamps burn.', { centrality: 1 }, {}, 0.8],
    ['it is long', 'Lamps burn.', { length: 1 }, {}, 0.85],
    ['it is very short', 'Lamps burn.', { short: 1 }, {}, -2],
    ['it is a step', 'Lamps burn.', {}, { isFiller: true }, -0.5],
    ['it leans on another', 'Lamps burn.', { leansBack: 1 }, {}, 0.39 * WEIGHTS.leansBack],
    ['it says what is so', 'It is lit.', {}, {}, 0.25],
    ['it says twice what is so', 'It is lit and has oil.', {}, {}, 0.5],
    ['it says often what is so', 'It is lit and has oil and can burn.', {}, {}, 0.5],
    ['it gives a reason', 'Lamps burn because Ada lit them.', {}, {}, 0.5],
    ['it gives two', 'Lamps never burn because Ada lit them.', {}, {}, 0.5],
    ['it compares', 'Another lamp burns.', {}, {}, -0.37],
    ['it compares twice', 'Another lamp burns again.', {}, {}, -0.37],
    ['half of it was told', 'Lamps burn.', {}, { own: 'abcd', told: 'abx' }, 1.6],
    ['all of a little was told', 'Lamps burn.', {}, { own: 'a', told: 'a' }, 0.8],
    ['all of much was told', 'Lamps burn.', {}, { own: 'abcde', told: 'abcde' }, 3.2],
    ['nobody has marked its language', 'It is lit because never.', {}, { language: 'ja' as const }, 0],
  ])('where %s', (_, text, facts, rest, expected) => {
    expect(soundnessFor(text, facts, rest)).toBeCloseTo(BASE + expected, 6);
  });

  it('is nothing where a sentence can’t be quoted', () => {
    const point = {
      sentences: [sentenceOf('It.')],
      score: 0,
      doubt: 0,
      needs: new Set<string>(),
      isFiller: false,
    };
    const context = { language: 'en', weights: WEIGHTS, vectors: [], told: new Set<string>() } as const;
    expect(soundnessOf(point, new Map(), context)).toBe(Number.NEGATIVE_INFINITY);
  });

  it('depends on what was told before', () => {
    const sentence = 'Every lamp burns dear oil in winter.';
    expect(soundness(sentence)).toBeGreaterThan(soundness(sentence, 'Ropes and nets'));
  });

  it('has a reason for each row', () => {
    for (const { reason, weight } of SOUNDNESS) {
      expect(reason).not.toBe('');
      expect(weight).not.toBe(0);
    }
  });
});

describe('a post without an opening', () => {
  const ITEMS = [
    '- Oil burns at night.',
    '- Every lamp of a harbour should burn little oil because oil is the only thing that is dear there.',
  ];
  const open = (body: string, title: string, fits = true): string[] =>
    chooseOpening(textOf(body), { ...options, title }, () => fits).map(
      ({ sentences: [first] }) => first?.text ?? '',
    );

  it('opens with its soundest sentence', () => {
    const [, sound = ''] = ITEMS;
    expect(open(ITEMS.join('\n'), 'The lamp of the harbour')).toEqual([sound.slice(2)]);
    expect(open([...ITEMS].reverse().join('\n'), 'The lamp of the harbour')).toEqual([sound.slice(2)]);
  });

  it('opens with none that leans on another', () => {
    const leaning = ITEMS.join('\n').replace('Every lamp of a harbour', 'Every lamp of these harbours');
    expect(open(leaning, 'The lamp of the harbour')).toHaveLength(2);
    expect(open(leaning.split('\n').slice(1).join('\n'), 'The lamp of the harbour')).toEqual([]);
  });

  it('shows the first items of a log, where no sentence is sound', () => {
    const log = ['- zoo: I fed it.', '- art: I drew it all night.', '- book: They liked it.'];
    const told = log.map((line) => line.slice(2));
    expect(open(log.join('\n'), 'Week 7')).toEqual(told);
    expect(open(`Enough.\n\n${log.join('\n')}`, 'Week 7')).toEqual(told);
    expect(open(log.join('\n'), 'Week 7', false)).toEqual([]);
    expect(open(log.slice(0, 1).join('\n'), 'Week 7')).toEqual([]);
    expect(
      open(`${log.join('\n')}\n- The [lamp](https://e.org/a) is [here](https://e.org)`, 'Week 7'),
    ).toEqual(told);
    expect(open('- Oil\n- Tin\n- Wax', 'Week 7')).toEqual([]);
    const long = `- art: I drew ${'it and it '.repeat(45)}all night.`;
    expect(open([...log, long].join('\n'), 'Week 7')).toEqual(told);
  });

  it('has only its title where no sentence is sound, and any sentence without a title', () => {
    const poor = '- Oil burns at night on the whole coast.';
    expect(open(poor, 'Ropes')).toEqual([]);
    expect(open(poor, '')).toEqual([poor.slice(2)]);
    expect(open('- Oil', '')).toEqual([]);
  });

  it('has none that does not fit', () => {
    expect(open(ITEMS.join('\n'), 'The lamp of the harbour', false)).toEqual([]);
  });
});

describe('the opening below a description', () => {
  const choose = (body: string, hook: string): string[] =>
    chooseOpening(textOf(body), { ...options, hook }, () => true).map(
      ({ sentences: [first] }) => first?.text ?? '',
    );
  const PLAIN = 'Ropes of hemp are made in a long hall by the river after the fair.';

  it('is left out where the description fills 0.28 of a post', () => {
    expect(choose(PLAIN, `${'x '.repeat(38)}xx`)).toEqual([PLAIN]);
    expect(choose(PLAIN, `${'x '.repeat(38)}xxx`)).toEqual([]);
  });

  it('leaves out a sentence that says the same', () => {
    const both = `${PLAIN} Nobody wants kites of paper.`;
    expect(choose(both, PLAIN.replace('Ropes', 'The ropes'))).toEqual(['Nobody wants kites of paper.']);
    expect(choose(both, 'Hemp ropes, glass, tin, wood, brick')).toEqual([PLAIN]);
  });

  it('is left out where it begins late, except below remarks', () => {
    const remark = 'Hello again from the harbour.\n\n';
    expect(choose(remark.repeat(2) + PLAIN, 'Tin and glass')).toEqual([PLAIN]);
    const link = 'They are at https://example.org/lamp for all.\n\n';
    expect(choose(link + PLAIN, 'Tin and glass')).toEqual([PLAIN]);
    expect(choose(`- Oil\n- Tin\n\n${PLAIN}`, 'Tin and glass')).toEqual([]);
    expect(choose('- Oil\n- Tin', 'Tin and glass')).toEqual([]);
  });
});
