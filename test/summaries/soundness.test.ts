import { describe, expect, it } from 'vitest';
import { candidatesOf } from '../../src/summaries/choosing/candidates.ts';
import { chooseSound } from '../../src/summaries/choosing/choose-sound.ts';
import { WEIGHTS } from '../../src/summaries/choosing/features.ts';
import { pointsOf } from '../../src/summaries/choosing/points.ts';
import { postText } from '../../src/summaries/choosing/post-sentences.ts';
import { SHORTEST_POST } from '../../src/summaries/choosing/post-size.ts';
import { SOUND, SOUNDNESS, soundnessOf } from '../../src/summaries/choosing/soundness.ts';
import { stemsOf } from '../../src/summaries/choosing/words.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';

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

describe('what readers understand by itself', () => {
  it.each([
    [
      'words that were told',
      'Every lamp burns dear oil in winter.',
      'Every stove eats cheap peat in spring.',
    ],
    [
      'a longer sentence',
      'Every stove in town eats cheap peat from the moor behind the long hill in spring.',
      'Every stove in town eats cheap peat.',
    ],
    ['more than four words', 'Stoves of the whole town eat peat all day.', 'Stoves eat peat.'],
    [
      'no pronoun without its noun',
      'The lamp on the coast burns oil in winter for eleven hours.',
      'On the coast, they burn oil in winter with him for hours.',
    ],
    [
      'what is so, not what happened',
      'The lamp in the tower is dear and has a wick of wool.',
      'The lamp in the tower burnt up and lost a wick of wool.',
    ],
    [
      'a reason or advice',
      'Nobody on the coast lights lamps at noon because oil costs money.',
      'Nobody on the coast lights lamps at noon though oil costs money.',
    ],
    [
      'no comparison',
      'The keeper of the lamp poured oil into the vessel at noon.',
      'The keeper of the lamp poured oil into another vessel instead.',
    ],
  ])('has %s', (_, better, worse) => {
    expect(soundness(better)).toBeGreaterThan(soundness(worse));
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
    const chosen = choose([OPENING, ...SOUND_ONES, story].join('\n\n## More\n\n'));
    expect(chosen[0]).toBe(OPENING);
    expect(chosen).toHaveLength(3);
    expect(SOUND_ONES.filter((sentence) => chosen.includes(sentence))).toEqual(chosen.slice(1));
    expect(choose([OPENING, ...SOUND_ONES].join('\n\n## More\n\n'), 1)).toHaveLength(2);
  });

  it('are none where no sentence is sound', () => {
    expect(
      choose(`${OPENING}\n\n## Jugs\n\nAda went up with the second jug.\n\nJo took another one.`),
    ).toEqual([OPENING]);
  });

  it('never say the same twice', () => {
    const [, , first = ''] = SOUND_ONES;
    expect(choose(`${OPENING}\n\n## More\n\n${first}\n\n## Less\n\n${first}`)).toEqual([OPENING, first]);
  });

  it('make room for what fits only', () => {
    const text = textOf([OPENING, ...SOUND_ONES].join('\n\n## More\n\n'));
    expect(chooseSound(text, options, 5, (points) => points.length < 3)).toHaveLength(2);
  });
});
