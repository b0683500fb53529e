import { describe, expect, it } from 'vitest';
import type { PhraseLanguage } from '../../src/languages/phrase-table.ts';
import { type Candidate, candidatesOf } from '../../src/summaries/choosing/candidates.ts';
import { chooseSound } from '../../src/summaries/choosing/choose-sound.ts';
import { FEATURE_NAMES, type FeatureName, WEIGHTS } from '../../src/summaries/choosing/features.ts';
import { pointsOf } from '../../src/summaries/choosing/points.ts';
import { postText } from '../../src/summaries/choosing/post-sentences.ts';
import { SHORTEST_POST } from '../../src/summaries/choosing/post-size.ts';
import { SOUND, SOUNDNESS, soundnessOf } from '../../src/summaries/choosing/soundness.ts';
import { stemsOf } from '../../src/summaries/choosing/words.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { sentenceOf } from './sentence-of.ts';

const OPENING =
  'The lamp of the harbour burns oil, and the oil of the lamp is dear in winter for every harbour.';
/** Three sentences: an opening that needs no more. */
const WHOLE = `${OPENING} Lamps burn oil. Oil is dear.`;
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

describe('the points below an opening', () => {
  const SOUND_ONES = [
    'Every harbour should count the oil of its lamp because oil is dear, and the winter of a harbour is long.',
    'The best lamp for a harbour is one that needs little oil, because oil is the only thing that costs money.',
    'Nobody should light the lamp of a harbour at noon, because the oil is better kept for the winter nights.',
    'A harbour that has no lamp must never let boats in at night, and it must say so to every boat by noon.',
  ];
  const choose = (body: string, most = 5): string[] =>
    chooseSound(textOf(body), options, most, () => true).map(({ sentences }) =>
      sentences.map(({ text }) => text).join(' '),
    );

  it('are those that are sound, at most two, in the order of the post', () => {
    expect(SOUND_ONES.filter((sentence) => soundness(sentence) >= SOUND).length).toBeGreaterThan(2);
    const story = 'Then Ada took another jug and went up with the second one.';
    const chosen = choose([WHOLE, ...SOUND_ONES, story].join('\n\n## More\n\n'));
    expect(chosen[0]).toBe(WHOLE);
    expect(chosen).toHaveLength(3);
    expect(SOUND_ONES.filter((sentence) => chosen.includes(sentence))).toEqual(chosen.slice(1));
    expect(choose([WHOLE, ...SOUND_ONES].join('\n\n## More\n\n'), 1)).toHaveLength(2);
  });

  it('are none where no sentence is sound', () => {
    expect(choose(`${WHOLE}\n\n## Jugs\n\nAda went up with the second jug.\n\nJo took another one.`)).toEqual(
      [WHOLE],
    );
  });

  it('never say the same twice', () => {
    const [, , first = ''] = SOUND_ONES;
    expect(choose(`${WHOLE}\n\n## More\n\n${first}\n\n## Less\n\n${first}`)).toEqual([WHOLE, first]);
  });

  it('make room for what fits only', () => {
    const text = textOf([WHOLE, ...SOUND_ONES].join('\n\n## More\n\n'));
    expect(chooseSound(text, options, 5, (points) => points.length < 3)).toHaveLength(2);
  });

  it('are the soundest ones where there is room for one', () => {
    const [one = '', two = ''] = [SOUND_ONES[3], SOUND_ONES[2]];
    const ordered = [one, two].sort((first, other) => soundness(other) - soundness(first));
    const reversed = [...ordered].reverse().join('\n\n## More\n\n');
    const chosen = chooseSound(textOf(`${WHOLE}\n\n## More\n\n${reversed}`), options, 1, () => true);
    expect(chosen[1]?.sentences[0]?.text).toBe(ordered[0]);
  });

  it('say something new', () => {
    const opening = `${WHOLE} Ropes of hemp hold the fishing boats at the long quay of stone.`;
    const told = 'Boats should never hold oil because a lamp is best lit on the stone quay of its harbour.';
    const news = 'Boats should never hold tin because a lamp is best lit on dry glass of its harbour.';
    expect(soundness(told, `${options.title} ${opening}`)).toBeGreaterThan(SOUND);
    expect(choose(`${opening}\n\n## More\n\n${told}`)).toEqual([opening]);
    expect(choose(`${opening}\n\n## More\n\n${news}`)).toEqual([opening, news]);
  });

  it('lean on no other sentence', () => {
    const leaning = (which: string): string =>
      `Nobody should light the lamp of ${which} at noon, because the oil of the lamp is best kept for winter.`;
    expect(soundness(leaning('these harbours'))).toBeGreaterThan(SOUND);
    expect(choose(`${WHOLE}\n\n## More\n\n${leaning('these harbours')}`)).toEqual([WHOLE]);
    const alone = leaning('a harbour');
    expect(choose(`${WHOLE}\n\n## More\n\n${alone}`)).toEqual([WHOLE, alone]);
  });
});

describe('a post without an opening', () => {
  const ITEMS = [
    '- Every lamp of a harbour should burn little oil because oil is the only thing that is dear there.',
    '- Oil burns at night.',
  ].join('\n');
  const open = (body: string, title: string, fits = true): string[] =>
    chooseSound(textOf(body), { ...options, title }, 5, () => fits).map(
      ({ sentences: [first] }) => first?.text ?? '',
    );

  it('opens with its soundest sentence', () => {
    expect(open(ITEMS, 'The lamp of the harbour')).toEqual([ITEMS.split('\n')[0]?.slice(2)]);
  });

  it('has only its title where no sentence is sound, and any sentence without a title', () => {
    const poor = '- Oil burns at night on the whole coast.';
    expect(open(poor, 'Ropes')).toEqual([]);
    expect(open(poor, '')).toEqual([poor.slice(2)]);
    expect(open('- Oil', '')).toEqual([]);
  });

  it('has none that does not fit', () => {
    expect(open(ITEMS, 'The lamp of the harbour', false)).toEqual([]);
  });
});

describe('the opening below a description', () => {
  const choose = (body: string, hook: string): string[] =>
    chooseSound(textOf(body), { ...options, hook }, 0, () => true).map(
      ({ sentences: [first] }) => first?.text ?? '',
    );
  const PLAIN = 'Ropes of hemp are made in a long hall by the river on the day after the fair.';

  it('is left out where the description fills a third of a post', () => {
    expect(choose(PLAIN, 'x '.repeat(48).trim())).toEqual([PLAIN]);
    expect(choose(PLAIN, `${'x '.repeat(48)}xx`)).toEqual([]);
  });

  it('is left out where both say the same', () => {
    const both = `${PLAIN} Nobody wants kites of paper.`;
    expect(choose(both, 'Hemp ropes, paper kites, river fairs, glass')).toEqual([]);
    expect(choose(both, 'Hemp ropes, glass, tin, wood, brick')).toEqual([PLAIN]);
  });

  it('is left out where it begins late', () => {
    const late = 'Hello again from the harbour.\n\n';
    expect(choose(late + PLAIN, 'Tin and glass')).toEqual([PLAIN]);
    expect(choose(late.repeat(2) + PLAIN, 'Tin and glass')).toEqual([]);
  });
});
