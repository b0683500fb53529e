import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const PICTURE = '![a lamp](lamp.png)';

/** For each paragraph of a draft, of how many pictures it is the caption. */
const captions = (body: string): number[] =>
  parseDraft(body, { path: null }).blocks.flatMap((block) =>
    block.type === 'paragraph' ? [block.caption ?? 0] : [],
  );

describe('words that share a frame with a picture', () => {
  it.each([
    ['one', `${PICTURE}\n\nIt burns.`, [1]],
    ['of two', `${PICTURE}\n\n![a wick](wick.png)\n\nIt burns.`, [2]],
    ['of each', `${PICTURE}\n\nIt burns.\n\n![a wick](wick.png)\n\nIt glows.`, [1, 1]],
  ])('are its caption: %s', (_, inside, expected) => {
    expect(captions(`<div>\n\n${inside}\n\n</div>\n\nNext.`)).toEqual([...expected, 0]);
  });

  it.each([
    ['as long as a paragraph', `${PICTURE}\n\n${'It burns until the sun is up. '.repeat(10)}`],
    ['that announce something', `${PICTURE}\n\nIt burns like this:`],
    ['above the picture', `It burns.\n\n${PICTURE}`],
    ['with a list', `${PICTURE}\n\nIt burns.\n\n- Oil\n- Wick`],
  ])('are text in a frame that is no figure: %s', (_, inside) => {
    expect(captions(`<div>\n\n${inside}\n\n</div>`)).toEqual([0]);
  });
});
