import { describe, expect, it } from 'vitest';
import { postText } from '../../src/summaries/choosing/post-sentences.ts';
import { UNFIT_RULES } from '../../src/summaries/choosing/unfit-sentences.ts';
import { readPost } from '../../src/summaries/reading/read-post.ts';

const reasons = (text: string) =>
  postText(readPost(`${text}\n`, { path: 'a.md' }).blocks).sentences.map(({ unfit }) => unfit);

describe('a sentence that no summary may hold', () => {
  it.each(UNFIT_RULES.map((rule) => [rule.why, rule] as const))('because %s', (_, rule) => {
    expect(reasons(rule.example)).toContain(rule.reason);
    expect(reasons(rule.not)).not.toContain(rule.reason);
    expect(reasons(rule.not)).toContain(undefined);
  });

  it.each([
    ['formula', 'The field is \\(E = mc^2\\) in every frame that we looked at this year.'],
    ['formula', '`\\begin{bmatrix}2 & 1 \\\\ 4 & 3 \\end{bmatrix}` turns the plane by a right angle.'],
    ['formula', 'The sum x_{1} + x_{2} grows with every reading that we take in the harbour.'],
    ['formula', 'We know that a = b + c and that nothing else is left to say about it all.'],
    ['link', 'Write to keeper@example.org if you would like to see the lamp at night.'],
    ['code', '`git log --oneline | head -3` shows the three newest commits of the lamp.'],
    ['hole', 'The lamp burns for ~~nine~~ eleven hours on one filling of oil.'],
    ['quoted', '"He wanted the boats to be happy and glad." – George de Lauer, keeper'],
    ['quoted', '“He wanted the boats to be happy and glad.” (George de Lauer)'],
    ['cut', 'In May we replaced the lamp in the tower with a smaller one on a [...]'],
  ])('as %s: “%s”', (reason, text) => {
    expect(reasons(text)).toContain(reason);
  });

  it.each([
    'We paid $40 for oil and $12 for wicks, and the keeper got nothing at all.',
    'The `burn` flag keeps the lamp alight for a whole night without a keeper.',
    'The cell `grid [row][column]` holds the state of one lamp in the tower.',
    'Two plus two is four, and nobody on the island would ever argue about that.',
    'She called it “good enough – for now” and went back down to the boats at six.',
  ])('is not every one with a sign in it: “%s”', (text) => {
    expect(reasons(text)).toEqual([undefined]);
  });
});
