import { expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';

const parse = (body: string) => parseDraft(`---\ndate: 2026-02-03\n---\n\n${body}\n`, { path: 'a.md' });
const RULER = '| --- | --- |';

it.each([
  ['an empty block in the head', `| <div style="width:9em">&nbsp;</div> | Rain |\n${RULER}\n| May | 12.4 |`],
  ['a block in a row', `|  | Rain |\n${RULER}\n| <p>May</p> | <div>12.4</div> |`],
  ['rows without a bar at their start', '&nbsp; | Rain\n--- | ---\n<b>May</b> | <div>12.4</div>'],
  [
    'inside another tag',
    `<div class="wide">\n\n| <div>&nbsp;</div> | Rain |\n${RULER}\n| <div>May</div> | 12.4 |\n\n</div>`,
  ],
])('a tag in a cell breaks no table: %s', (_, written) => {
  const { blocks, findings } = parse(`It rose.\n\n${written}\n\nIt fell.`);
  expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'table', 'paragraph']);
  expect(blocks[1]).toMatchObject({
    rows: [
      ['', 'Rain'],
      ['May', '12.4'],
    ],
  });
  expect(findings).toEqual([]);
});

it.each([
  ['a head of 3 cells above a line of 2', 'Day | Level | Wind\n--- | ---\nMay 4 | 3'],
  ['a head of 1 cell above a line of 2', 'Level\n--- | ---\nMay 4 | 3'],
  ['no head', '--- | ---\nMay 4 | 3'],
])('a table that can’t be read is an error that says why: %s', (why, written) => {
  const broken = parse(written).findings.filter(({ code }) => code === 'table-broken');
  expect(broken).toMatchObject([{ severity: 'error', message: expect.stringContaining(why) }]);
});

it('a ruler of fewer cells than its head is read as kramdown does', () =>
  expect(parse('| Day | Level | Wind |\n|---|---|\n| May 4 | 3 | 2 |').blocks).toMatchObject([
    { type: 'table' },
  ]));
