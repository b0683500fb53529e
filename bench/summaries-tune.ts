/**
 * Fits the weights of `src/summaries/choosing/features.ts` on the odd halves of the collections: logistic regression with a penalty
 * on large weights, so that twenty features can't learn seventeen posts by heart. The penalty and the numbers of `CHOICE`
 * are the ones that do best on posts left out of the fit, one at a time. Prints what to write into the tables.
 *
 *     node bench/summaries-tune.ts
 */
import { smallestSize } from '../src/app/summaries/summary-size.ts';
import { xProfile } from '../src/networks/x/profile.ts';
import { candidatesOf } from '../src/summaries/choosing/candidates.ts';
import { CHOICE } from '../src/summaries/choosing/choice.ts';
import { choosePoints } from '../src/summaries/choosing/choose.ts';
import { FEATURE_NAMES, type FeatureName, WEIGHTS } from '../src/summaries/choosing/features.ts';
import { COLLECTIONS } from './summaries.ts';
import { f1 } from './summaries-measures.ts';
import { type ReferencePost, referencePosts, sameSentence } from './summaries-reference.ts';

type Weights = Record<FeatureName, number>;
type Example = { readonly values: Weights; readonly chosen: boolean; readonly share: number };

const posts = referencePosts().filter(({ half }) => half === 'tune');
const POINTS = 6;
const SIZE = smallestSize([xProfile({})], '');
/** How much a post counts: the small collection as much as half of the large one. */
const SHARE = { summaries: 1, 'summaries-terse': 1.6, 'summaries-kinds': 1 } as const;

function examplesOf(post: ReferencePost): Example[] {
  return candidatesOf(post.text, { ...post, size: SIZE })
    .all.filter(({ dangles }) => dangles === undefined)
    .map(({ sentence, values }) => ({
      values,
      share: SHARE[post.collection],
      chosen: post.chosen.some((chosen) => sameSentence(chosen, sentence.text)),
    }));
}

function fitted(examples: readonly Example[], penalty: number): Weights {
  const weights = Object.fromEntries(FEATURE_NAMES.map((name) => [name, 0])) as Weights;
  let bias = -1.5;
  for (let round = 0; round < 1500; round += 1) {
    const slope = Object.fromEntries(FEATURE_NAMES.map((name) => [name, 0])) as Weights;
    let slopeOfBias = 0;
    for (const { values, chosen, share } of examples) {
      let sum = bias;
      for (const name of FEATURE_NAMES) sum += weights[name] * values[name];
      const error = share * (1 / (1 + Math.exp(-sum)) - (chosen ? 1 : 0));
      slopeOfBias += error;
      for (const name of FEATURE_NAMES) slope[name] += error * values[name];
    }
    const step = 2 / examples.length;
    bias -= step * slopeOfBias;
    for (const name of FEATURE_NAMES) weights[name] -= step * (slope[name] + penalty * weights[name]);
  }
  return weights;
}

function scoreOf(post: ReferencePost, weights: Weights, choice: Record<keyof typeof CHOICE, number>): number {
  const points = choosePoints(post.text, { ...post, size: SIZE, weights, choice }, POINTS);
  return f1(
    post.chosen,
    points.flatMap(({ sentences }) => sentences.map(({ text }) => text)),
  ).f1;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const examples = new Map(posts.map((post) => [post, examplesOf(post)]));

/** The mean of each collection, and of the two. */
function shown(
  scores: readonly { readonly collection: ReferencePost['collection']; readonly score: number }[],
): string {
  const means = COLLECTIONS.map((name) =>
    mean(scores.filter(({ collection }) => collection === name).map(({ score }) => score)),
  );
  return [...means, mean(means)].map((value) => value.toFixed(3)).join(' ');
}

for (const penalty of [1, 3, 6]) {
  const folds = posts.map((left) => ({
    left,
    weights: fitted(
      posts.flatMap((post) => (post === left ? [] : (examples.get(post) ?? []))),
      penalty,
    ),
  }));
  for (const likeness of [0, 2])
    for (const sameSection of [0, 0.3, 0.6])
      for (const sameParagraph of [0.4, 1]) {
        const choice = { ...CHOICE, likeness, sameSection, sameParagraph };
        const scores = folds.map(({ left, weights }) => ({ ...left, score: scoreOf(left, weights, choice) }));
        console.log(shown(scores), { penalty, likeness, sameSection, sameParagraph });
      }
}
for (const penalty of [1, 3, 6]) {
  const weights = fitted(
    posts.flatMap((post) => examples.get(post) ?? []),
    penalty,
  );
  console.log(
    penalty,
    Object.fromEntries(FEATURE_NAMES.map((name) => [name, Number(weights[name].toFixed(2))])),
  );
}
console.log(
  'with the tables as they are',
  shown(posts.map((post) => ({ ...post, score: scoreOf(post, WEIGHTS, CHOICE) }))),
);
