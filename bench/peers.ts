import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import trimmer from 'twit-thread/lib/modules/Trimmer/index.js';
import twitter from 'twitter-text';

/** Something that cuts a plain text into posts. */
export type Splitter = {
  readonly name: string;
  readonly split: (text: string, limit: number) => Promise<readonly string[]>;
};

type TrimmerOf = new (limit: number) => { trimText(text: string): string[] };
const Trimmer = (trimmer as unknown as { default: TrimmerOf }).default ?? (trimmer as unknown as TrimmerOf);

/** A text's weighted length by `twitter-text`. */
export const weigh = (text: string): number => twitter.parseTweet(text).weightedLength;

/** Fills each post with words until no more fits: what most scripts do. Weighed by `twitter-text`. */
export function greedyWords(text: string, limit: number, length: (text: string) => number = weigh): string[] {
  const posts: string[] = [];
  let post = '';
  for (const match of text.matchAll(/(\s*)(\S+)/g)) {
    const [, gap = '', word = ''] = match;
    const longer = post === '' ? word : post + gap + word;
    if (post !== '' && length(longer) > limit) {
      posts.push(post);
      post = word;
    } else post = longer;
  }
  if (post !== '') posts.push(post);
  return posts;
}

/** {@link greedyWords}, with any measure. */
export function greedy(length: (text: string) => number): Splitter {
  return { name: 'greedy words', split: async (text, limit) => greedyWords(text, limit, length) };
}

/** The package that most pipelines cut texts with, with any measure. */
export function langchain(length: (text: string) => number): Splitter {
  return {
    name: '@langchain/textsplitters',
    split: (text, limit) =>
      new RecursiveCharacterTextSplitter({
        chunkSize: limit,
        chunkOverlap: 0,
        lengthFunction: length,
      }).splitText(text),
  };
}

/** The package that most thread scripts use. It knows UTF-16 length only, and recurses once a post. */
export const twitThread: Splitter = {
  name: 'twit-thread',
  split: async (text, limit) => new Trimmer(limit).trimText(text),
};

/** The peers that the scorecard and the benchmarks run beside us, measuring as X does where they can. */
export const PEERS: readonly Splitter[] = [greedy(weigh), langchain(weigh), twitThread];
