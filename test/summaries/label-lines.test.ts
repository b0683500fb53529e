import { describe, expect, it } from 'vitest';
import { postText } from '../../src/summaries/choosing/post-sentences.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';

const textOf = (markdown: string): ReturnType<typeof postText> =>
  postText(readPost(`---\ntitle: Lids\n---\n\n${markdown}\n`, { path: 'a.md' }).blocks);

describe('the first line of a paragraph', () => {
  it.each([
    ['a link', '[A lid for tea](https://e.org/lid)\nThe new lid keeps the steam in.', 'A lid for tea'],
    ['a link with a forced break', '[Lids](https://e.org/l)  \nThe new lid keeps the steam in.', 'Lids'],
    ['in bold', '**A lid for tea**\nThe new lid keeps the steam in.', 'A lid for tea'],
    [
      'a link above a link',
      '[Lids](https://e.org/l)\n[The new lid](https://e.org/n) keeps the steam in.',
      'Lids',
    ],
  ])('is its heading if it is %s', (_, markdown, heading) => {
    const { sentences, headings } = textOf(markdown);
    expect(headings).toEqual(['', heading]);
    expect(sentences.map(({ text }) => text)).toEqual(['The new lid keeps the steam in.']);
    expect(sentences[0]?.at.line).toBe(6);
  });

  it.each([
    ['goes on below', '[A lid for tea](https://e.org/lid)\nkeeps the steam in.'],
    ['is a sentence', '**The lid is here!**\nThe new lid keeps the steam in.'],
    ['is a label with a colon', '**Lids:**\nThe new lid keeps the steam in.'],
    ['is a link in a sentence', 'See [the lid](https://e.org/lid)\nThe new lid keeps the steam in.'],
    ['has nothing below it', '[A lid for tea](https://e.org/lid)'],
    ['is longer than a heading', `**${'lid of the kettle '.repeat(10)}**\nThe new lid keeps the steam in.`],
  ])('is none if it %s', (_, markdown) => {
    expect(textOf(markdown).headings).toEqual(['']);
  });
});
