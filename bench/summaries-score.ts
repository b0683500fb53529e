/**
 * How well summaries are chosen: precision and recall of the editor's sentences, and ROUGE, for ours and for others in
 * the same run. The even half of the posts judges; the odd half, which the weights were fitted on, is shown beside it.
 *
 *     node bench/summaries-score.ts
 */

import { smallestSize } from '../src/app/summaries/summary-size.ts';
import { xProfile } from '../src/networks/x/profile.ts';
import { readPost } from '../src/summaries/reading/read-post.ts';
import { summarise } from '../src/summaries/writing/summarise.ts';
import { sentencesOf } from '../src/text/sentences.ts';
import { COLLECTIONS, type Collection } from './summaries.ts';
import { f1, rougeL, rougeN, type Score } from './summaries-measures.ts';
import { PEERS, random, type Summariser } from './summaries-peers.ts';
import { type ReferencePost, referencePosts } from './summaries-reference.ts';

/** The smallest posts that people write: all summarisers are judged on what fits them. */
const X_SIZE = smallestSize([xProfile({})], '');

/**
 * Ours as the command runs it, sentence by sentence, but without `description`: the others don't see it, and no editor
 * could choose it. Nor its title.
 */
const ours: Summariser = async ({ file, source }) => {
  const post = {
    ...readPost(source, { path: file, canonical: 'https://example.org/a' }),
    summary: undefined,
  };
  return summarise(post, { size: X_SIZE, length: 'medium' }).paragraphs.flatMap(({ text, role }) =>
    role === 'title' ? [] : sentencesOf(text).map((sentence) => sentence.text),
  );
};

const RANDOM_RUNS = 50;

type Row = {
  readonly chosen: Score;
  readonly one: Score;
  readonly two: Score;
  readonly long: Score;
  readonly count: number;
};

/** `textrank` 1.0.5 calls itself until its numbers settle, which they don't for some posts: it has found nothing then. */
async function foundBy(
  summariser: Summariser,
  post: ReferencePost,
  count: number,
): Promise<readonly string[]> {
  try {
    return await summariser(post, count);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(`One of the others gave up on ${post.file}: ${error.message}`);
    return [];
  }
}

async function rowOf(post: ReferencePost, summariser: Summariser, count: number): Promise<Row> {
  const found = await foundBy(summariser, post, count);
  return {
    chosen: f1(post.chosen, found),
    one: rougeN(1, post.chosen, found),
    two: rougeN(2, post.chosen, found),
    long: rougeL(post.chosen, found),
    count: found.length,
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const shown = (value: number): string => value.toFixed(2);

const NAMES = {
  old: { judge: 'even posts, which only judge', tune: 'odd posts, which the weights were fitted on' },
  new: { judge: 'even posts, which only judge', tune: 'odd posts, which no weight was fitted on so far' },
} as const;

/** The packages split no Japanese into sentences, so that its posts have a table of their own. */
async function table(collection: Collection, half: ReferencePost['half'], japanese = false): Promise<void> {
  const posts = referencePosts().filter(
    (post) => post.collection === collection && post.half === half && (post.language === 'ja') === japanese,
  );
  const counts = new Map(
    await Promise.all(posts.map(async (post) => [post, (await ours(post, 0)).length] as const)),
  );
  const summarisers: [string, readonly Summariser[]][] = [
    ['**Threadmill**', [ours]],
    ...Object.entries(PEERS).map(([name, peer]): [string, readonly Summariser[]] => [name, [peer]]),
    [`random, mean of ${RANDOM_RUNS}`, Array.from({ length: RANDOM_RUNS }, (_, seed) => random(seed + 1))],
  ];
  console.log(
    `\n\`bench/${collection}\`: ${NAMES[collection === 'summaries-kinds' ? 'new' : 'old'][half]}${japanese ? ', in Japanese' : ''} (${posts.length})\n`,
  );
  console.log('| | sentences | precision | recall | F1 | ROUGE-1 | ROUGE-2 | ROUGE-L |');
  console.log('|---|---|---|---|---|---|---|---|');
  const won = new Map<string, number>();
  for (const [name, runs] of summarisers) {
    const rows: Row[] = [];
    for (const run of runs)
      for (const post of posts) rows.push(await rowOf(post, run, counts.get(post) ?? 0));
    const cells = [
      shown(mean(rows.map(({ count }) => count))),
      shown(mean(rows.map(({ chosen }) => chosen.precision))),
      shown(mean(rows.map(({ chosen }) => chosen.recall))),
      shown(mean(rows.map(({ chosen }) => chosen.f1))),
      ...(['one', 'two', 'long'] as const).map((key) => shown(mean(rows.map((row) => row[key].f1)))),
    ];
    console.log(`| ${name} | ${cells.join(' | ')} |`);
    if (runs.length === 1)
      rows.forEach((row, at) => {
        won.set(`${at}`, Math.max(won.get(`${at}`) ?? 0, name.includes('Threadmill') ? 0 : row.chosen.f1));
      });
  }
  const mine = await Promise.all(posts.map((post) => rowOf(post, ours, 0)));
  const lost = posts.filter((_, at) => (mine[at]?.chosen.f1 ?? 0) < (won.get(`${at}`) ?? 0));
  console.log(
    `\nPosts where another finds more of the editor's sentences: ${lost.map(({ file }) => file.slice(0, 3)).join(', ') || 'none'}`,
  );
}

for (const collection of COLLECTIONS) {
  await table(collection, 'judge');
  await table(collection, 'tune');
}
for (const half of ['judge', 'tune'] as const) await table('summaries-kinds', half, true);
