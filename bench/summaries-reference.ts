import { phraseLanguage } from '../src/summaries/choosing/post-language.ts';
import { type PostText, postText } from '../src/summaries/choosing/post-sentences.ts';
import { readPost } from '../src/summaries/reading/read-post.ts';
import { COLLECTIONS, type Collection, readSummaries, type SummaryText } from './summaries.ts';

/** A post of the collection, read as the program reads it, with its editor's choice as plain sentences. */
export type ReferencePost = {
  readonly file: string;
  readonly collection: Collection;
  /** As its author saved it. */
  readonly source: string;
  readonly half: SummaryText['half'];
  readonly title: string;
  readonly language: ReturnType<typeof phraseLanguage>;
  readonly text: PostText;
  /** The post's own words as paragraphs: what every summariser is given. */
  readonly paragraphs: readonly string[];
  /** The editor's sentences, without Markdown. */
  readonly chosen: readonly string[];
};

/** All posts of all collections. */
export function referencePosts(): ReferencePost[] {
  return COLLECTIONS.flatMap((collection) => readSummaries(collection).map((post) => read(post, collection)));
}

function read({ file, half, source, chosen }: SummaryText, collection: Collection): ReferencePost {
  const post = readPost(source, { path: file });
  const text = postText(post.blocks);
  return {
    file,
    collection,
    source,
    half,
    title: post.title ?? '',
    language: phraseLanguage(text.sentences.map((sentence) => sentence.text).join(' ')),
    text,
    paragraphs: ownParagraphs(text),
    chosen: chosen.map(({ start, end }) => plain(source.slice(start, end))),
  };
}

/** A post's own words as paragraphs, without quotations. */
export function ownParagraphs(text: PostText): string[] {
  const paragraphs: string[] = [];
  for (const sentence of text.sentences) {
    if (sentence.unfit === 'quoted') continue;
    const joined = paragraphs[sentence.paragraph];
    paragraphs[sentence.paragraph] = joined === undefined ? sentence.text : `${joined} ${sentence.text}`;
  }
  return paragraphs.filter((paragraph) => paragraph !== undefined);
}

/** Markdown's marks out: emphasis, code, links by their words. */
function plain(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(?<![\p{L}\p{N}])[*_]+(?=\S)|(?<=\S)[*_]+(?![\p{L}\p{N}])|`/gu, '')
    .replace(/\s+/g, ' ');
}

/** Letters and digits only, so that two splitters' ideas of white space and quotes don't count. */
export const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether two sentences are the same but for what a splitter made of their ends. */
export function sameSentence(one: string, other: string): boolean {
  const [short, long] = [bare(one), bare(other)].sort((a, b) => a.length - b.length);
  return (
    short !== undefined &&
    long !== undefined &&
    short !== '' &&
    long.includes(short) &&
    short.length >= long.length * 0.6
  );
}
