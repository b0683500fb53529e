import { expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';

const wordsOf = (body: string): string =>
  buildThread(parseDraft(body, { path: null }), xProfile())
    .posts.map(({ text }) => text)
    .join('\n\n');

/** Each clause on a line of its own, most of them too long for verse. */
const WRAPPED = [
  'The keeper of the light went up,\nevery evening at nine and in any weather that came,\nand wrote the hour down.',
  'In winter she carried the oil,\nwhich was heavy and smelled of fish, up all of the stairs\nbefore the sun was gone.',
  'Nobody had told her,\nwhat the lamp would need in a storm of three days or more,\nso she tried it herself.',
].join('\n\n');

const SHORT = 'It is an old lamp,\nand it needs oil.';

it('joins short lines in a draft whose lines end where clauses end', () => {
  expect(wordsOf(`${WRAPPED}\n\n${SHORT}`)).toContain('It is an old lamp, and it needs oil.');
});

it('keeps them in a draft with no other lines', () => {
  expect(wordsOf(SHORT)).toBe(SHORT);
});

it('keeps verse in such a draft', () => {
  const verse = 'The lamp is lit,\nThe sea is wide,\nThe boats go out\nAnd wait the tide.';
  expect(wordsOf(`${WRAPPED}\n\n${verse}`)).toContain(verse);
});

it('keeps lines where most paragraphs have some that their author ended', () => {
  const log = [
    'Up at nine.\nOil: two cans.',
    'Up at ten.\nOil: none.',
    'Fog.\nThe horn all night.',
    'Calm.\nSlept.',
  ];
  expect(wordsOf(`${WRAPPED}\n\n${log.join('\n\n')}\n\n${SHORT}`)).toContain(SHORT);
});

it('joins a long line that ends with an article, whatever the next one begins with', () => {
  const first = 'Every boat that comes into the harbour at night is seen from the';
  expect(wordsOf(`${first}\nTower. It is old.`)).toBe(`${first} Tower. It is old.`);
});
