import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const LONG =
  'The ferry to the island was late again on Monday, and the crew spent the whole of the morning there.';

const postsOf = (draft: string): string[] =>
  buildThread(parseDraft(draft, { path: null }), xProfile()).posts.map(({ text }) => text);

describe('the paragraphs of an item', () => {
  it.each([
    ['two below its name', '- The lamp\n\n  It came.\n\n  It burns.'],
    ['one below a nested list', '- The lamp:\n  - oil\n  - a wick\n\n  It burns.'],
    ['a quotation below a paragraph', '- The lamp\n\n  She said it.\n\n  > It burns.'],
    ['one below a first one of some length', `- ${LONG}\n\n  It burns.`],
    ['in a nested item', '- Lamps\n  - The new one\n\n    It came.\n\n    It burns.'],
  ])('keep their empty lines: %s', (_, draft) => {
    expect(postsOf(draft)).toEqual([draft]);
  });

  it.each([
    ['one comment below a name', '- The lamp\n\n  It burns.', '- The lamp\n  It burns.'],
    [
      'below a long line without a full stop',
      `- ${LONG.slice(0, -1)}\n\n  It burns.`,
      `- ${LONG.slice(0, -1)}\n  It burns.`,
    ],
    ['one before a nested list', '- The lamp\n\n  It burns.\n  - oil', '- The lamp\n  It burns.\n  - oil'],
    ['a nested list below a comment', `- ${LONG}\n\n  - oil`, `- ${LONG}\n  - oil`],
  ])('but not where they are no paragraphs: %s', (_, draft, text) => {
    expect(postsOf(draft)).toEqual([text]);
  });
});

describe('a quotation below an item', () => {
  const words = (length: number): string =>
    `The ferry ${'goes over to the island and '.repeat(12).slice(0, length).trim()}s.`;

  it('does not open the post of the next item', () => {
    const [first, second, third, last] = [words(180), words(150), words(90), words(190)];
    const posts = postsOf(
      `1. ${first} ${second}\n\n   > See the log.\n2. ${third} ${last}\n3. ${words(200)}`,
    );
    expect(posts.slice(0, 3)).toEqual([`1. ${first}`, `${second}\n\n  > See the log.`, `2. ${third}`]);
  });
});
