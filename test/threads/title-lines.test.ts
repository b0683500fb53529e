import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { titleEnd } from '../../src/threads/layout/title-lines.ts';

/** Where the title ends that a paragraph begins with. */
function endIn(markdown: string): number {
  const [block] = parseDraft(markdown, { path: null }).blocks;
  if (block?.type !== 'paragraph') throw new Error(`not a paragraph: ${markdown}`);
  return titleEnd(block.runs);
}

const TEXT = 'The keeper now lights the lamp before the boats come in.';

describe('the first line of a paragraph is its title', () => {
  it.each([
    `[Light the lamp early](https://e.org/1)\\\n${TEXT}`,
    `[The lamp is lit!](https://e.org/1)\\\n${TEXT}`,
    `**Light the lamp early**\\\n${TEXT}`,
    `**Light** [the lamp](https://e.org/1)\\\n${TEXT} (So it was.)`,
    `**Light the lamp early**[^a]\\\n${TEXT}\n\n[^a]: As it was.`,
    '[Light the lamp early](https://e.org/1)\\\n`light()` is now called before the boats come in.',
    '[Light the lamp early](https://e.org/1)\\\n[The keeper](https://e.org/2) lights it before the boats come in.',
    '**Light the lamp early**\\\n**Climb or walk** up to it before the boats come in.',
  ])('%j', (markdown) => expect(endIn(markdown)).toBeGreaterThan(0));
});

describe('the first line of a paragraph is no title', () => {
  it.each([
    ['the sentence goes on', '[The lamp](https://e.org/1)\\\nis lit by the keeper before the boats come in.'],
    ['it is a sentence', `[The lamp is lit early.](https://e.org/1)\\\n${TEXT}`],
    ['it is an address', `<https://e.org/1>\\\n${TEXT}`],
    ['not all of it is linked', `On [the lamp](https://e.org/1)\\\n${TEXT}`],
    [
      'a list of links',
      '[The lamp](https://e.org/1)\\\n[The boats](https://e.org/2)\\\nThe keeper of them all.',
    ],
    ['a list of bold words', '**The lamp**\\\n**The boats, and all of those who go out in them.**'],
    [
      'below it is no sentence',
      '[The lamp](https://e.org/1)\\\nThe keeper, the boats and those who go out in them',
    ],
    ['below it is only a name', '**Ann Lee**\\\nKeeper of the lamp.'],
    ['it is longer than a title', `**${'The lamp and the boats '.repeat(6)}**\\\n${TEXT}`],
    ['there is one line', TEXT],
  ])('%s', (_, markdown) => expect(endIn(markdown)).toBe(-1));
});

it('a title goes with its text, not with the item above', () => {
  const item = (at: number, length: number): string =>
    `[Part ${at} of the lamp is new](https://e.org/${at})\\\nThe keeper ${'lights it and '.repeat(20).slice(0, length).trim()}s.`;
  const draft = parseDraft([item(1, 150), item(2, 190), item(3, 120)].join('\n\n'), { path: null });
  const firstLines = buildThread(draft, xProfile()).posts.map(({ text }) => text.split('\n')[0]);
  expect(firstLines.slice(0, 3)).toEqual([
    'Part 1 of the lamp is new [1]',
    'Part 2 of the lamp is new [2]',
    'Part 3 of the lamp is new [3]',
  ]);
});

it('nor does a title end the post of that item, where a stub is left of its own', () => {
  const item = (at: number, length: number): string =>
    `[Part ${at} of the lamp is new](https://e.org/${at})\\\nThe keeper ${'lights it and '.repeat(20).slice(0, length).trim()}s. The boats came in at dusk, and stayed there.`;
  const draft = parseDraft([item(1, 50), item(2, 219), item(3, 50)].join('\n\n'), { path: null });
  const lastLines = buildThread(draft, xProfile()).posts.map(({ text }) => text.split('\n').at(-1));
  expect(lastLines.filter((line) => line?.startsWith('Part'))).toEqual([]);
});
