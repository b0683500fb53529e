/**
 * Times cutting prose into posts of 280, ours beside two packages and the loop that most scripts are, and judges the
 * cuts by what the maker of the prose knows of it. Run it alone with `node bench/split.ts`.
 *
 * Drafts are parsed before the clock starts, since the peers get plain text. The peers measure by UTF-16 length,
 * their fastest way (right for this text, and for none with a link, an emoji or an ideograph), and a second time with
 * `twitter-text`, which a real X thread needs; there the text is smaller, and speeds are compared by size.
 */
import type { Draft } from '../src/drafts/draft.ts';
import { parseDraft } from '../src/drafts/parse-draft.ts';
import type { CutStyle } from '../src/drafts/settings.ts';
import { xProfile } from '../src/networks/x/profile.ts';
import { lowerBound } from '../src/text/lower-bound.ts';
import { xWeight } from '../src/text/x/weight.ts';
import { buildThread } from '../src/threads/build-thread.ts';
import { digits, type Goal, reportGoals, table } from './goals.ts';
import { greedy, langchain, type Splitter, twitThread, weigh } from './peers.ts';
import { inkOf, type Prose, prose } from './prose.ts';
import { ratioInTurn, timeInTurn } from './timing.ts';

const LIMIT = 280;
const ROUNDS = 5;

/** UTF-16 units of the text that ours and the quick peers cut, and of the one for the slow ones. */
const LARGE = 1_000_000;
const SMALL = 50_000;

/** What cuts, what it is given, and how. */
type Contender = {
  readonly name: string;
  readonly given: Prose;
  readonly cut: () => readonly string[] | Promise<readonly string[]>;
};

/** How well one contender cut. */
type Quality = {
  readonly posts: number;
  /** Posts by the fewest that could hold the text were it cut anywhere, inside words too. */
  readonly overBound: number;
  /** Share of cuts at the end of a sentence or paragraph. */
  readonly atSentence: number;
  /** Share of posts that hold the end of one paragraph and the beginning of another. */
  readonly tailsWithHeads: number;
  readonly tooLong: number;
};

/** Where a paragraph ends, by ink; and where its last sentence begins, if that asks something. */
type ParagraphEnd = { readonly end: number; readonly question: number | undefined };

function paragraphEnds({ paragraphs }: Prose): ParagraphEnd[] {
  let ink = 0;
  return paragraphs.map((sentences) => {
    const last = sentences.at(-1) ?? '';
    ink += inkOf(sentences.join(' '));
    return { end: ink, question: /\?”?$/.test(last) ? ink - inkOf(last) : undefined };
  });
}

/**
 * Posts that open and end inside paragraphs, and not the same one. One that opens with the question that ends its
 * paragraph keeps the question with its answer.
 */
function mixedPosts(posts: readonly string[], given: Prose): number {
  const ends = paragraphEnds(given);
  const around = (ink: number): ParagraphEnd | undefined => {
    const at = lowerBound(ends.length, (index) => (ends[index]?.end ?? 0) >= ink);
    return ends[at]?.end === ink ? undefined : ends[at];
  };
  let start = 0;
  let mixed = 0;
  for (const post of posts) {
    const end = start + inkOf(post);
    const [tail, head] = [start === 0 ? undefined : around(start), around(end)];
    if (tail !== undefined && head !== undefined && tail !== head && tail.question !== start) mixed += 1;
    start = end;
  }
  return mixed;
}

function judge(posts: readonly string[], given: Prose): Quality {
  const { text, sentenceEnds } = given;
  let ink = 0;
  let atSentence = 0;
  for (const post of posts.slice(0, -1)) {
    ink += inkOf(post);
    if (sentenceEnds.has(ink)) atSentence += 1;
  }
  if (ink + inkOf(posts.at(-1) ?? '') !== inkOf(text)) throw new Error('some of the text was lost or added');
  return {
    posts: posts.length,
    overBound: posts.length / Math.ceil(xWeight(text) / LIMIT),
    atSentence: atSentence / Math.max(1, posts.length - 1),
    tailsWithHeads: mixedPosts(posts, given) / posts.length,
    tooLong: posts.filter((post) => xWeight(post) > LIMIT).length,
  };
}

/** Our own way, in one style; the draft is parsed before. */
function ours(draft: Draft, given: Prose, style: CutStyle): Contender {
  const styled: Draft = { ...draft, settings: { ...draft.settings, style } };
  return {
    name: `threadmill, ${style}`,
    given,
    cut: () => buildThread(styled, xProfile()).posts.map((post) => post.text),
  };
}

/** The fewest posts with all cuts between sentences; one that is longer than a post is cut where the post is full. */
function fewestAtSentences({ paragraphs }: Prose): number {
  let posts = 1;
  let filled = 0;
  for (const sentences of paragraphs)
    for (const [index, sentence] of sentences.entries()) {
      const gap = filled === 0 ? 0 : index === 0 ? 2 : 1;
      const weight = xWeight(sentence);
      if (filled + gap + weight <= LIMIT) {
        filled += gap + weight;
        continue;
      }
      posts += 1;
      filled = weight;
      for (; filled > LIMIT; filled -= LIMIT) posts += 1;
    }
  return posts;
}

/** The cuts that no splitter can keep out of sentences: one for each post that a sentence longer than a post overflows. */
function fewestInSentences({ paragraphs }: Prose): { readonly sentences: number; readonly cuts: number } {
  const long = paragraphs
    .flat()
    .map(xWeight)
    .filter((weight) => weight > LIMIT);
  return {
    sentences: long.length,
    cuts: long.reduce((sum, weight) => sum + Math.ceil(weight / LIMIT) - 1, 0),
  };
}

function contenders(): Contender[] {
  const large = prose(LARGE);
  const small = prose(SMALL, 2);
  const draft = parseDraft(large.text, { path: null });
  const peer = (splitter: Splitter, given: Prose, measure: string): Contender => ({
    name: `${splitter.name}, ${measure}`,
    given,
    cut: () => splitter.split(given.text, LIMIT),
  });
  const units = (text: string): number => text.length;
  return [
    ours(draft, large, 'tidy'),
    ours(draft, large, 'tight'),
    peer(greedy(units), large, 'by length'),
    peer(langchain(units), large, 'by length'),
    peer(twitThread, large, 'by length'),
    peer(greedy(weigh), small, 'by twitter-text'),
    peer(langchain(weigh), small, 'by twitter-text'),
  ];
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

/** Cuts, judges and times; prints a table. */
export async function splitBench(): Promise<Goal[]> {
  const all = contenders();
  const qualities: Quality[] = [];
  for (const { cut, given } of all) qualities.push(judge(await cut(), given));
  const times = await timeInTurn(
    all.map(({ cut }) => cut),
    ROUNDS,
  );
  const perUnit = times.map((values, index) => {
    const size = all[index]?.given.text.length ?? 0;
    return values.map((ms) => ms / size);
  });
  const [tidyTimes = [], tightTimes = []] = perUnit;
  const rows = all.map(({ name, given }, index) => {
    const { posts, overBound, atSentence, tailsWithHeads, tooLong } = qualities[index] ?? judge([], given);
    const own = perUnit[index] ?? [];
    return [
      name,
      `${digits(given.text.length / 1000)} k`,
      digits(1 / Math.min(...own) / 1000),
      digits(ratioInTurn(own, tidyTimes)),
      String(posts),
      overBound.toFixed(3),
      percent(atSentence),
      percent(tailsWithHeads),
      String(tooLong),
    ];
  });
  const head = [
    'split into 280',
    'units',
    'best MB/s',
    'time by tidy',
    'posts',
    'by bound',
    'at sentence ends',
    'tails with heads',
    'too long',
  ];
  console.log(table([head, ...rows]));

  const [tidy, tight] = qualities;
  const given = all[0]?.given;
  if (tidy === undefined || tight === undefined || given === undefined) throw new Error('nothing was cut');
  const fewest = fewestAtSentences(given);
  console.log(
    `\nWith cuts between sentences only, ${fewest} posts would be the fewest, ` +
      `${((fewest * tidy.overBound) / tidy.posts).toFixed(3)} by the bound; tidy takes ${tidy.posts}.`,
  );
  const forced = fewestInSentences(given);
  const cuts = tidy.posts - 1;
  const inside = Math.round(cuts * (1 - tidy.atSentence));
  console.log(
    `${forced.sentences} sentences are longer than a post and need ${forced.cuts} cuts inside them: with ${cuts} cuts, at most ` +
      `${((1 - forced.cuts / cuts) * 100).toFixed(2)} % can be at sentence ends. tidy makes ${inside} cuts inside sentences.`,
  );
  return [
    {
      what: 'split, tidy',
      measured: 1 / Math.min(...tidyTimes) / 1000,
      promise: { least: 10 },
      unit: ' MB/s',
    },
    {
      what: 'split, tight',
      measured: 1 / Math.min(...tightTimes) / 1000,
      promise: { least: 10 },
      unit: ' MB/s',
    },
    {
      what: 'split, tight: posts by the lower bound',
      measured: tight.overBound,
      promise: { most: 1.01 },
      unit: '',
    },
    {
      what: 'split, tidy: posts by the lower bound',
      measured: tidy.overBound,
      promise: { most: 1.26 },
      unit: '',
    },
    {
      what: 'split, tidy: cuts at a sentence end',
      measured: tidy.atSentence * 100,
      promise: { least: 97 },
      unit: ' %',
    },
    {
      what: 'split, tidy: cuts inside sentences by the fewest possible',
      measured: inside / forced.cuts,
      promise: { most: 1.02 },
      unit: '',
    },
    {
      what: 'split, tidy: posts with a tail and a head',
      measured: tidy.tailsWithHeads * 100,
      promise: { most: 10 },
      unit: ' %',
    },
  ];
}

if (import.meta.main) reportGoals(await splitBench());
