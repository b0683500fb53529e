import { describe, expect, it } from 'vitest';
import type { BreakName } from '../../src/text/break-list.ts';
import { COSTS, type Costs, CUT_COSTS, POST_COSTS } from '../../src/threads/cut-costs.ts';
import { cutSketch } from './sketch.ts';

/**
 * For each cost of a cut, two sketches of texts (`sketch.ts`) whose cuts are others where that cost alone is 30 % higher, or 30 %
 * lower. So no cost moves that far unseen. They were found by chance among short sketches; where a cost is moved on
 * purpose, look at those that fail, and write down what they have become if that is what you wanted.
 */
const CUTS: readonly (readonly [name: BreakName, higher: string, lower: string])[] = [
  ['paragraph', '40 paragraph/ 70 lone 190', '30 paragraph 50 lone/ 220'],
  ['item', '140 lone 120 item/ 50', '110 item 140 section/ 60'],
  ['lone', '170 tied 100 lone/ 160', '100 lone 80 tied/ 140'],
  ['listed', '90 sentence 60 listed/ 220', '180 sentence/ 80 listed 170'],
  ['line', '160 line/ 70 sentence 170', '60 sentence/ 210 line 50'],
  ['sentence', '180 sentence/ 20 comment 90', '160 lone/ 60 sentence 150'],
  ['tied', '90 sentence 140 tied/ 120', '100 tied 140 sentence/ 90'],
  ['comment', '210 comment/ 20 lone 170', '60 comment 150 sentence/ 90'],
  ['inItem', '90 opening 190 inItem/ 30', '240 inItem 40 sentence/ 30'],
  ['quoted', '80 inItem 120 quoted/ 140', '70 source/ 150 quoted 110'],
  ['nested', '140 line 130 nested/ 60 tied 160', '200 nested 80 opening/ 40'],
  ['opening', '40 opening/ 130 nested 150', '80 opening 200 source/ 20'],
  ['source', '200 inItem 20 source/ 230', '250 quoted/ 30 source 20'],
  ['answer', '180 answer/ 20 leadIn 90', '180 posed/ 100 answer 140'],
  ['posed', '150 posed/ 40 leadIn 220', '210 answer/ 70 posed 20'],
  ['leadIn', '110 label 80 leadIn/ 160', '220 leadIn 40 posed/ 100'],
  ['label', '220 label/ 50 leadIn 30', '150 posed/ 100 label 140'],
  ['asked', '40 asked/ 60 list 190', '100 label/ 80 asked 170'],
  ['list', '240 quotation 20 list/ 120', '140 list 100 asked/ 70'],
  ['inList', '250 quotation 30 inList/ 130', '30 inList 40 list/ 240'],
  ['attribution', '110 quotation 120 attribution/ 80', '60 attribution 30 list/ 200'],
  ['quotation', '130 inQuotation 40 quotation/ 180', '40 quotation 60 attribution/ 210'],
  ['inQuotation', '220 quotation 40 inQuotation/ 230 paragraph 50', '200 inQuotation 40 list/ 160'],
  ['clause', '80 list 100 clause/ 110 list 90', '70 asked/ 170 clause 60 asked/ 150'],
  ['word', '220 inQuotation 20 word/ 250 inQuotation 30', '140 word 100 clause/ 90'],
  ['kept', '190 glued 80 kept/ 90', '70 kept 40 glued/ 230 quotation 20'],
  ['glued', '70 whole 30 glued/ 240', '30 glued 180 kept/ 80'],
  ['whole', '150 whole/ 110 bound 140', '180 whole 40 glued/ 150'],
  ['bound', '120 grapheme 150 bound/ 60', '180 bound 50 whole/ 220'],
  ['grapheme', '150 glued 80 grapheme/ 140 glued 130', '190 grapheme 50 bound/ 150'],
];

/** The same for each figure of what a post's look costs. */
const POSTS: readonly (readonly [
  name: keyof typeof POST_COSTS,
  figure: string,
  higher: string,
  lower: string,
])[] = [
  ['short', 'below', '230 sentence 30 sentence/ 200', '210 sentence/ 40 sentence 140'],
  ['short', 'slope', '130 line 140 section/ 40', '200 tied/ 30 sentence 70'],
  ['scrap', 'below', '190 sentence 90 paragraph/ 60', '40 item 110 tied/ 160'],
  ['scrap', 'slope', '170 quoted 100 tied/ 20', '170 line/ 100 paragraph 50'],
  ['tail', 'cost', '80 sentence/ 180 line 60', '230 sentence 20 line/ 180'],
  ['head', 'cost', '70 line 170 sentence/ 90', '40 paragraph/ 60 sentence 220'],
  [
    'tailWithHead',
    'cost',
    '140 sentence 130 quoted/ 20 section 220 sentence/ 100',
    '20 paragraph/ 240 opening 30 paragraph/ 230 tied/ 250 tied 10',
  ],
  ['card', 'bonus', '20 card 30 line 70', '50 card/ 210 paragraph 20'],
  ['kept', 'bonus', '60 quoted* 130 sentence/ 120', '80 tied*/ 100 paragraph 160'],
];

/** Free, whatever they are multiplied by. */
const FREE: readonly BreakName[] = ['forced', 'section', 'card'];

function withCut(name: BreakName, factor: number): Costs {
  const row = CUT_COSTS[name];
  return { ...COSTS, cuts: { ...CUT_COSTS, [name]: { ...row, cost: row.cost * factor } } };
}

function withPost(name: keyof typeof POST_COSTS, figure: string, factor: number): Costs {
  const row: Readonly<Record<string, unknown>> = POST_COSTS[name];
  return { ...COSTS, posts: { ...POST_COSTS, [name]: { ...row, [figure]: Number(row[figure]) * factor } } };
}

describe('what a cut costs decides', () => {
  it('has an example of each cost', () => {
    expect([...CUTS.map(([name]) => name), ...FREE].sort()).toEqual(Object.keys(CUT_COSTS).sort());
  });

  it.each(CUTS)('%s', (name, higher, lower) => {
    expect(cutSketch(higher)).toBe(higher);
    expect(cutSketch(lower)).toBe(lower);
    expect(cutSketch(higher, withCut(name, 1.3))).not.toBe(higher);
    expect(cutSketch(lower, withCut(name, 0.7))).not.toBe(lower);
  });

  it.each(FREE)('%s is free', (name) => {
    expect(CUT_COSTS[name].cost).toBe(0);
  });
});

describe("what a post's look costs decides", () => {
  it('has an example of each figure', () => {
    const figures = Object.entries(POST_COSTS).flatMap(([name, row]) =>
      Object.keys(row).flatMap((figure) => (figure === 'why' ? [] : [`${name}.${figure}`])),
    );
    expect(POSTS.map(([name, figure]) => `${name}.${figure}`).sort()).toEqual(figures.sort());
  });

  it.each(POSTS)('%s, %s', (name, figure, higher, lower) => {
    expect(cutSketch(higher)).toBe(higher);
    expect(cutSketch(lower)).toBe(lower);
    expect(cutSketch(higher, withPost(name, figure, 1.3))).not.toBe(higher);
    expect(cutSketch(lower, withPost(name, figure, 0.7))).not.toBe(lower);
  });
});
