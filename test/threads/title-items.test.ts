import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const LONG =
  'The ferry to the island was late again on Monday, and the crew spent the whole of the morning in the small harbour office beside the stove.';
const SECOND =
  'The clerk had kept every one of the logs since the war in two steel cupboards, and nobody had asked for them in all these years.';
const THIRD =
  'In spring the lamp at the end of the long pier was changed for one that burns twice as bright.';

/** The first words of each post on X. */
const openings = (draft: string): string[] =>
  buildThread(parseDraft(draft, { path: null }), xProfile()).posts.map(
    ({ text }) => text.split(/\n/)[0]?.slice(0, 30).trimEnd() ?? '',
  );

const ITEM = '- [The new lamp](https://e.org/lamp) by Ann';

describe('a post begins with the title of an item', () => {
  it.each([
    [
      'above its paragraphs',
      `- Old logs\n\n  ${SECOND}\n\n${ITEM}\n\n  ${THIRD} ${SECOND}`,
      '- The new lamp',
    ],
    [
      'that is a question',
      `- Where?\n\n  ${SECOND}\n\n- Who reads them?\n\n  ${THIRD} ${SECOND}`,
      '- Who reads',
    ],
    [
      'in a list of one item, where such an item is directly below a heading',
      `## News\n\n- [Logs](https://e.org/a)\n\n${SECOND} She did.\n\n- [The new lamp](https://e.org/lamp)\n\n${THIRD} ${SECOND}`,
      '- The new lamp',
    ],
    [
      'in a list of one item, if it is a question',
      `${SECOND} She did.\n\n- Who reads them?\n\n${THIRD} ${SECOND}`,
      '- Who reads them?',
    ],
  ])('%s', (_, draft, opening) => {
    expect(openings(draft).filter((post) => post.startsWith(opening))).toHaveLength(1);
  });

  it.each([
    ['if the text below it is short', `- Old logs\n\n  ${SECOND}\n\n${ITEM}\n\n  It burns.`],
    [
      'if what is below it is a list',
      `- Old logs\n\n  ${SECOND}\n\n${ITEM}\n  - It burns.\n  - It is bright.`,
    ],
    ['if no such item is below a heading', `${SECOND} She did.\n\n- [Logs](https://e.org/a)\n\n${THIRD}`],
    [
      'if it is the only one in its draft',
      `## News\n\n- [Logs](https://e.org/a)\n\n${SECOND} She did. It was dry, and the light was good.`,
    ],
  ])('but not %s', (_, draft) => {
    expect(
      openings(draft).filter(
        (post) => post.startsWith('- [') || post.startsWith('- The') || post.startsWith('- Logs'),
      ),
    ).toEqual([]);
  });

  it('shares it with the first sentence of the text below it, if that fits no post with it', () => {
    const posts = openings(`## News\n\n- [The new lamp](https://e.org/lamp)\n\n  ${LONG} ${SECOND}`);
    expect(posts).toEqual(['News', 'The clerk had kept every one o']);
  });
});
