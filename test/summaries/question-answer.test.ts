import { describe, expect, it } from 'vitest';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { SIZES } from './sizes.ts';

const REST = [
  'The kettle in our lab boils at ninety-three degrees, and for a year nobody else had seen it.',
  'Nobody had to buy a new kettle, because the old one had been telling the truth all along.',
];
const QUESTION = 'Why does every kettle in the lab of your department tell everybody about the weather?';
const ANSWER = 'It is the pressure of every day that decides at how many degrees all of the water boils.';

const points = (...paragraphs: readonly string[]): string[] => {
  const source = `---\ntitle: The kettle\n---\n\n${[...REST, ...paragraphs].join('\n\n')}\n`;
  const post = readPost(source, { path: 'a.md', canonical: 'https://example.org/kettle' });
  return summarise(post, { size: SIZES.x, length: 'long' }).paragraphs.map(({ text }) => text);
};
const asking = (texts: readonly string[]): string[] => texts.filter((text) => text.includes('Why does'));

describe('a question with a paragraph of its own', () => {
  it.each([
    ['plain', QUESTION, QUESTION],
    ['bold', `**${QUESTION}**`, QUESTION],
    ['italic', `*${QUESTION}*`, QUESTION],
    ['behind a name', `**Ada Byron:** ${QUESTION}`, `Ada Byron: ${QUESTION}`],
    ['behind a letter', `Q: ${QUESTION}`, `Q: ${QUESTION}`],
  ])('brings the first sentence of its answer along: %s', (_, written, question) => {
    expect(asking(points(written, `${ANSWER} We wrote it down.`))).toEqual([`${question} ${ANSWER}`]);
  });

  it.each([
    ['is the last word of the post', []],
    ['is followed by another question', ['And who would ever have asked that?']],
    ['has an answer that fits no post beside it', [`Because ${'of the rain and '.repeat(14)}of the wind.`]],
    ['has an answer in somebody else’s words', [`"${ANSWER}"`]],
    ['has an answer that is quoted', [`> ${ANSWER}`, 'We have all of us been there.']],
    ['has an answer that is code', ['```\nboil()\n```', ANSWER]],
    ['has its answer below another heading', ['## Tea', ANSWER]],
    ['points elsewhere for its answer', ['The chart below shows it for every day of the year.']],
  ])('is left out where it %s', (_, after) => {
    expect(asking(points(QUESTION, ...after))).toEqual([]);
  });

  it('is also one that ends a paragraph marked throughout', () => {
    const marked = `**We have all of us seen it. ${QUESTION}**`;
    expect(asking(points(marked))).toEqual([]);
    expect(asking(points(marked, ANSWER))).toEqual([`${QUESTION} ${ANSWER}`]);
  });

  it('is no question of a list, nor one that its own paragraph answers', () => {
    expect(asking(points(`${QUESTION} We have never known that until now.`))).not.toEqual([]);
    expect(asking(points(`- ${QUESTION}\n- Who would know?`))).toEqual([QUESTION]);
  });
});
