import { createRequire } from 'node:module';
import { wordsOf } from '../src/summaries/choosing/words.ts';
import { sentencesOf } from '../src/text/sentences.ts';
import { xWeight } from '../src/text/x/weight.ts';
import type { ReferencePost } from './summaries-reference.ts';

const require = createRequire(import.meta.url);
// None of the packages brings types that match what it exports.
const { default: lexrank } = require('lexrank.js') as {
  default: (text: string) => readonly (readonly { readonly weight: number; readonly text: string }[])[];
};
const { TextRank } = require('textrank') as {
  TextRank: new (text: string, settings: object) => { readonly summarizedArticle: readonly string[] };
};
const { AbsoluteSummarizerConfig, DefaultTextParser, NullLogger, SorensenDiceSimilarity, Summarizer } =
  require('ts-textrank') as {
    AbsoluteSummarizerConfig: new (
      count: number,
      likeness: object,
      parser: object,
      damping: number,
      order: string,
    ) => object;
    DefaultTextParser: new () => object;
    NullLogger: new () => object;
    SorensenDiceSimilarity: new () => object;
    Summarizer: {
      new (
        config: object,
        logger: object,
      ): { summarize(text: string, language: string): Promise<readonly string[]> | readonly string[] };
      readonly SORT_OCCURENCE: string;
    };
  };

/** A way to choose `count` sentences of a post; some take as many as they will. */
export type Summariser = (post: ReferencePost, count: number) => Promise<readonly string[]>;

const sentences = (post: ReferencePost): string[] =>
  post.paragraphs.flatMap((paragraph) => sentencesOf(paragraph).map(({ text }) => text));
const joined = (post: ReferencePost): string => post.paragraphs.join(' ');

/** What summaries are compared with; all of them get the post's own words, without code, quotations and tags. */
export const PEERS: Readonly<Record<string, Summariser>> = {
  'lead-3': async (post) => sentences(post).slice(0, 3),
  'lead, as many': async (post, count) => sentences(post).slice(0, count),
  'lead of each section': async (post) => {
    const seen = new Set<number>();
    return post.text.sentences
      .filter(({ section, unfit }) => unfit !== 'quoted' && !seen.has(section) && seen.add(section))
      .map(({ text }) => text);
  },
  'longest that fit a post': async (post, count) => {
    const all = sentences(post).filter((text) => xWeight(text) <= 280);
    const kept = new Set([...all].sort((one, other) => other.length - one.length).slice(0, count));
    return all.filter((text) => kept.has(text));
  },
  'textrank 1.0.5': async (post, count) =>
    new TextRank(joined(post), {
      extractAmount: count,
      summaryType: 'array',
      // Its own splitter finds no sentences in posts without capitals, and then it throws: it is given ours.
      tokens: sentences(post),
      split: sentences(post).map(wordsOf),
    }).summarizedArticle,
  'ts-textrank 1.0.3': async (post, count) => {
    const config = new AbsoluteSummarizerConfig(
      count,
      new SorensenDiceSimilarity(),
      new DefaultTextParser(),
      0.85,
      Summarizer.SORT_OCCURENCE,
    );
    return new Summarizer(config, new NullLogger()).summarize(joined(post), 'en');
  },
  'lexrank.js 3.0.0': async (post, count) => {
    const all = lexrank(joined(post)).flat();
    const kept = new Set([...all].sort((one, other) => other.weight - one.weight).slice(0, count));
    return all.filter((sentence) => kept.has(sentence)).map(({ text }) => text);
  },
};

/** Sentences drawn at random, the same ones in every run. */
export function random(seed: number): Summariser {
  let state = seed * 2_654_435_761 + 1;
  const next = (): number => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) | 0;
    return (state >>> 0) / 2 ** 32;
  };
  return async (post, count) => {
    const open = sentences(post);
    return Array.from(
      { length: Math.min(count, open.length) },
      () => open.splice(Math.floor(next() * open.length), 1)[0] ?? '',
    );
  };
}
