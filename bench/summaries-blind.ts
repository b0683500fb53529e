/**
 * A sheet for judging summaries without knowing whose they are: posts drawn from folders, each with three summaries in
 * random order. Write the verdicts down before you ask for the key with the same seed; only figures are kept.
 *
 *     node bench/summaries-blind.ts FOLDER… --seed 7 [--posts 40] [--key]
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languageOf } from '../src/summaries/choosing/post-language.ts';
import { postText } from '../src/summaries/choosing/post-sentences.ts';
import { readPost } from '../src/summaries/reading/read-post.ts';
import { summarise } from '../src/summaries/writing/summarise.ts';
import { numbersFrom } from './seeded-numbers.ts';
import { PEERS } from './summaries-peers.ts';
import { ownParagraphs } from './summaries-reference.ts';

const NAMES = ['A', 'B', 'C'] as const;
const RIVALS = ['lead-3', 'textrank 1.0.5'] as const;
/** How many sentences a post has: fewer need no summary, and `textrank` takes minutes over more. */
const SENTENCES = { fewest: 10, most: 80 } as const;
/** How much of a post's start is shown, in UTF-16 units. */
const SHOWN = 700;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    posts: { type: 'string', default: '40' },
    key: { type: 'boolean', default: false },
  },
});
const next = numbersFrom(Number(values.seed));

/** A list in random order. */
function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, at: next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ value }) => value);
}

type Entry = {
  readonly title: string;
  readonly start: string;
  readonly summaries: ReadonlyMap<string, string[]>;
};

async function entryOf(path: string): Promise<Entry | undefined> {
  const source = readFileSync(path, 'utf8');
  const post = readPost(source, { path });
  const text = postText(post.blocks);
  if (
    text.sentences.length < SENTENCES.fewest ||
    text.sentences.length > SENTENCES.most ||
    post.isRoundUp ||
    post.unpublished !== undefined
  )
    return undefined;
  const ours = summarise(post).paragraphs.filter(({ role }) => role !== 'title');
  if (ours.length < 2) return undefined;
  const paragraphs = ownParagraphs(text);
  const reference = {
    file: path,
    collection: 'summaries' as const,
    source,
    half: 'judge' as const,
    title: post.title ?? '',
    language: languageOf(post.language, text.sentences),
    text,
    paragraphs,
    chosen: [],
  };
  const summaries = new Map<string, string[]>([['ours', ours.map((paragraph) => paragraph.text)]]);
  for (const name of RIVALS) {
    const peer = PEERS[name];
    if (peer !== undefined) summaries.set(name, [...(await peer(reference, ours.length))]);
  }
  return { title: post.title ?? '', start: paragraphs.join(' / ').slice(0, SHOWN), summaries };
}

const files = shuffled(positionals)
  .map((folder) =>
    shuffled(
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.mdx?$/.test(name) && !/(?:^|\/)(?:README|_?index)/i.test(name))
        .sort()
        .map((name) => join(folder, name)),
    ),
  )
  .filter((list) => list.length > 0);
let number = 0;
for (let round = 0; number < Number(values.posts) && files.some((list) => list.length > round); round += 1) {
  for (const list of files) {
    const path = list[round];
    if (path === undefined || number >= Number(values.posts)) continue;
    // `textrank` never settles on some posts, and runs out of stack: those are passed over.
    const entry = await entryOf(path).catch((error: unknown) => {
      if (error instanceof RangeError) return undefined;
      throw error;
    });
    if (entry === undefined) continue;
    number += 1;
    const order = shuffled([...entry.summaries.keys()]);
    if (values.key) {
      console.log(number, NAMES.map((name, at) => `${name} ${order[at]}`).join(', '));
      continue;
    }
    console.log(`\n## ${number}. ${entry.title}\n\n${entry.start}…`);
    for (const [at, name] of NAMES.entries()) {
      console.log(`\n${name}`);
      for (const sentence of entry.summaries.get(order[at] ?? '') ?? []) console.log(`- ${sentence}`);
    }
  }
}
