import { describe, expect, it } from 'vitest';
import { quotedLength, quotedSentences } from '../../src/summaries/choosing/quoted-sentences.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';
import { summarise } from '../../src/summaries/writing/summarise.ts';
import { sentencesOf } from '../../src/text/sentences.ts';
import { SIZES } from './sizes.ts';

/** The sentences that are somebody's words. */
const quoted = (text: string): string[] => {
  const sentences = sentencesOf(text);
  const marks = quotedSentences(text, sentences);
  return sentences.filter((_, at) => marks[at]).map((sentence) => sentence.text);
};

describe('speech in double quotation marks', () => {
  it.each([
    ['„Es brennt. Es raucht.“ Ich ging.', ['„Es brennt. Es raucht.“']],
    ['«Elle brûle. Elle fume.» Je suis partie.', ['«Elle brûle. Elle fume.»']],
    ['「燃える。煙る。」私は行った。', ['「燃える。', '煙る。」']],
    ['『燃える。煙る。』私は行った。', ['『燃える。', '煙る。』']],
    ['I left. “It burns.”', ['“It burns.”']],
    ['I left. “It burns. It smokes.', ['“It burns.', 'It smokes.']],
    ['“It burns.” – Ada Byron, keeper', ['“It burns.” – Ada Byron, keeper']],
    ['“It burns,” – *Ada Byron, 1843*', ['“It burns,” – *Ada Byron, 1843*']],
    ['“It burns” ---Ada Byron', ['“It burns” ---Ada Byron']],
    ['“It burns” (Ada Byron)', ['“It burns” (Ada Byron)']],
    ['“It burns” *_(Ada Byron)', ['“It burns” *_(Ada Byron)']],
    ['She said “it burns” (Ada Byron)', []],
    ['“It burns” (Ada Byron) she said', []],
    ['“It burns” – 12 times', []],
    ['“It burns” is what she said.', []],
    ['We call it “the lamp” at home.', []],
    ['It is 12" wide. It is 14" high.', []],
    ['“1843”', ['“1843”']],
    ['“It” 9', []],
  ])('is somebody’s: %s', (text, theirs) => {
    expect(quoted(text)).toEqual(theirs);
  });

  it('is measured with its marks', () => {
    expect(quotedLength('So “it burns” and “it smokes” too.')).toBe(21);
    expect(quotedLength('So “it burns')).toBe(9);
    expect(quotedLength('So “she said "it burns" to us” too.')).toBe(27);
  });
});

describe('speech in single quotation marks', () => {
  it.each([
    [
      "'Nobody asks us,' said another. 'We are asked to fill in forms.'",
      ["'We are asked to fill in forms.'"],
    ],
    [
      '‘Nobody asks us,’ said another. ‘We don’t know. We are asked to fill in forms.’ I left.',
      ['‘We don’t know.', 'We are asked to fill in forms.’'],
    ],
    ["I waited. 'Come in. Don't sit down.' I sat.", ["'Come in.", "Don't sit down.'"]],
    ["I heard it. 'The dogs' bowl is empty. Nobody cares!'", ["'The dogs' bowl is empty.", "Nobody cares!'"]],
    ["'Rock 'n' roll is dead. Nobody heard.' I left.", ["'Rock 'n' roll is dead.", "Nobody heard.'"]],
    ["I asked her. 'We fill in forms'", ["'We fill in forms'"]],
    ["The 'smart' kettle came. 'It talks. We listen,' she said.", ["'It talks.", "We listen,' she said."]],
    ['He wrote: \'Nobody said "no" to it. We paid.\'', ['He wrote: \'Nobody said "no" to it.', "We paid.'"]],
  ])('is somebody’s: %s', (text, theirs) => {
    expect(quoted(text)).toEqual(theirs);
  });

  it.each([
    "I don't know. We didn't ask. They won't say.",
    "In the '90s we met. In the '80s we didn't. Nobody can tell why.",
    "The dogs' bowl is empty. The cats' bowl isn't, and the birds' is.",
    "We play rock 'n' roll. It is loud. Nobody likes it, 'specially not the neighbours.",
    'We play rock ‘n’ roll. It is loud, isn’t it? The neighbours’ cat hides.',
    "'Tis the season. We boil water. 'Twas ever so.",
    "The 'smart' kettle is dumb. It talks. The label says 'safe' on both sides.",
    "The 'smart' bowl is new. It is the dogs'.",
    "Give 'em tea. They drink it. That's 'cause it's hot.",
    "It is 5' 10\" tall. It is 6' wide. Nobody measured it.",
  ])('is not every apostrophe: %s', (text) => {
    expect(quoted(text)).toEqual([]);
  });

  it('is told from the rest of its sentence as in double ones', () => {
    for (const marks of ["''", '‘’', '""', '“”']) {
      expect(quotedLength(`${marks.charAt(0)}Don't ask,${marks.charAt(1)} said Ada’s aunt.`)).toBe(12);
    }
    expect(quotedLength("The dogs' bowl of the '90s isn't here, is it?")).toBe(0);
  });

  it.each(["''", '‘’', '""'])('is in no summary as the author’s own: %s', (marks) => {
    const [open = '', close = ''] = marks;
    const theirs = 'We are asked to fill in forms about every kettle that anybody ever boiled in the lab.';
    const source = `---
title: Forms
---

The kettle in our lab boils at ninety-three degrees, and for a year nobody asked why that was so.

${open}Nobody asks us,${close} said another. ${open}${theirs}${close}

Nobody had to buy a new kettle, because the old one had been telling the truth about the weather all along.
`;
    const post = readPost(source, { path: 'a.md', canonical: 'https://example.org/forms' });
    expect(summarise(post, { size: SIZES.x, length: 'long' }).markdown).not.toContain(
      'asked to fill in forms',
    );
  });
});
