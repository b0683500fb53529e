import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { announcedSentence } from '../../src/threads/layout/announced-sentence.ts';
import { isRhetorical, NO_QUESTIONS, withBlock } from '../../src/threads/layout/question-rows.ts';
import { quotedHeadings } from '../../src/threads/layout/quoted-headings.ts';
import { joined } from '../../src/threads/layout/run-words.ts';

const blocksOf = (markdown: string) => parseDraft(markdown, { path: null }).blocks;
const headingsIn = (markdown: string): string[] =>
  [...quotedHeadings(blocksOf(markdown))].map((block) => {
    const [inner] = block.type === 'quote' ? block.blocks : [];
    return inner?.type === 'paragraph' ? joined(inner.runs) : '';
  });

const TEXT = 'It came on Monday, and it stayed.';
const draft = (...lines: string[]): string => lines.join('\n\n');

describe('quotations that are headings', () => {
  it('are several lines without a final mark, each above its text', () => {
    expect(headingsIn(draft(TEXT, '> The first winter', TEXT, '> The thaw 🌊', TEXT))).toEqual([
      'The first winter',
      'The thaw 🌊',
    ]);
  });

  it.each([
    ['one alone', draft(TEXT, '> The first winter', TEXT)],
    ['sentences', draft(TEXT, '> The lamp burns.', TEXT, '> So it does!', TEXT)],
    ['announced ones', draft('She wrote:', '> The first winter', TEXT, 'And then:', '> The thaw', TEXT)],
    ['words in small letters', draft(TEXT, '> the first winter', TEXT, '> the thaw', TEXT)],
    ['words in quotation marks', draft(TEXT, '> “The first winter”', TEXT, '> “The thaw”', TEXT)],
    ['mottoes below headings', draft('## One', '> The first winter', TEXT, '## Two', '> The thaw', TEXT)],
    ['the last words', draft(TEXT, '> The first winter', '## Two', TEXT, '> The thaw')],
    [
      'those beside as many sayings',
      draft(TEXT, '> The first winter', TEXT, '> The thaw', TEXT, '> It burns.', TEXT, '> It does.', TEXT),
    ],
  ])('are not %s', (_, markdown) => expect(headingsIn(markdown)).toEqual([]));
});

describe('questions in a row that nothing answers', () => {
  const asks = (...lines: string[]): boolean =>
    isRhetorical(blocksOf(draft(...lines)).reduce(withBlock, NO_QUESTIONS));

  it.each([
    [true, ['Is it lit? Who reads it?', 'And why?']],
    [true, ['Is it lit?', 'Who reads it?', 'And why?']],
    [false, ['Is it lit?', 'Who reads it?']],
    [false, ['Is it lit? Who reads it? And why?']],
    [false, ['Is it lit?', TEXT, 'Who reads it?', 'And why?']],
    [false, ['Is it lit?', 'Who reads it?', 'And why?', TEXT]],
    [false, ['Is it lit?', 'Who reads it?', 'It is cold. And why?']],
    [false, ['Is it lit?', 'Who reads it?', 'And why? '.repeat(100)]],
  ])('%s: %j', (expected, lines) => expect(asks(...lines)).toBe(expected));
});

describe('a heading that is only what a colon announces', () => {
  it.each([
    ['a heading', draft('I say it loud:', '## The lamp must burn.', TEXT), 'heading'],
    ['a bold line', draft('I say it loud:', '**The lamp must burn!**', TEXT), 'paragraph'],
    ['nothing without a full stop', draft('I say it loud:', '## The lamp', TEXT), undefined],
    ['nothing without a colon', draft('I say it loud.', '## The lamp must burn.', TEXT), undefined],
    [
      'nothing where others are sentences',
      draft('Two:', '## It burns.', TEXT, '## It shines.', TEXT),
      undefined,
    ],
    ['nothing at the start', draft('## It burns.', TEXT), undefined],
  ])('is %s', (_, markdown, type) => expect(announcedSentence(blocksOf(markdown))?.type).toBe(type));
});
