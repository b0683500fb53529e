import { choiceOf } from '../../src/summaries/choosing/choose.ts';
import { mainWords, titleWords } from '../../src/summaries/choosing/main-words.ts';
import type { OpeningContext } from '../../src/summaries/choosing/opening-context.ts';
import { bestEnding, OPENING_ENDS, type OpeningEnd } from '../../src/summaries/choosing/opening-ends.ts';
import { endAt } from '../../src/summaries/choosing/opening-flow.ts';
import { newsOf } from '../../src/summaries/choosing/opening-news.ts';
import { passagesOf } from '../../src/summaries/choosing/opening-passages.ts';
import { postText } from '../../src/summaries/choosing/post-sentences.ts';
import { SHORTEST_POST } from '../../src/summaries/choosing/post-size.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';

export type EndRow = (typeof OPENING_ENDS)[number];

/** What an opening of a post is chosen by; without a title and a description, unless these are given. */
export function contextOf(body: string, title = '', description?: string): OpeningContext {
  const { blocks, teaserEnd } = readPost(body, { path: 'a.md' });
  const text = postText(blocks, teaserEnd);
  const hook = description === undefined ? {} : { hook: description };
  const options = { language: 'en', size: SHORTEST_POST, title, ...hook } as const;
  const { candidates, sentences } = choiceOf(text, options, () => true);
  return {
    isDescribed: description !== undefined,
    above: [title, description ?? ''].filter((line) => line !== ''),
    described: 0,
    isRelease: false,
    candidates,
    sentences,
    headings: text.headings,
    blocks: text.blocks,
    teaser: text.teaser,
    language: 'en',
    size: SHORTEST_POST,
    fits: () => true,
  };
}

/** The row with a reason that begins so. */
export function rowOf(reason: string): EndRow {
  const row = OPENING_ENDS.find((one) => one.reason.startsWith(reason));
  if (row === undefined) throw new Error(`No row: ${reason}`);
  return row;
}

/** All rows, with the weight of one of them so many times as large. */
export const weighed = (reason: string, times: number): EndRow[] =>
  OPENING_ENDS.map((row) => (row === rowOf(reason) ? { ...row, weight: row.weight * times } : row));

/** The last sentence of the opening that ends best. */
export const lastOf = (context: OpeningContext, rows: readonly EndRow[] = OPENING_ENDS): string =>
  bestEnding(passagesOf(context), context, rows).at(-1)?.text ?? '';

/** What a row says of each place where an opening may end, from the first to the last. */
export function valuesOf(reason: string, context: OpeningContext): number[] {
  const { candidates, sentences } = context;
  const title = titleWords(candidates);
  const passages = passagesOf(context);
  const facts = { title, main: mainWords(candidates), news: newsOf(passages, title, context) };
  return passages.map((told) => {
    const last = told.at(-1);
    if (last === undefined) throw new Error('An empty passage');
    const after = sentences[last.index + 1];
    const end: OpeningEnd = { told, last, after, how: endAt(last, after, context), ...facts };
    return Number(rowOf(reason).value(end, context).toFixed(2));
  });
}
