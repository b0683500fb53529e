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
  ['paragraph', '210 line 50 paragraph/ 60', '20 paragraph 260 turn/ 150'],
  ['item', '100 item/ 170 paragraph 70 item/ 230 item/ 220', '20 item 150 item/ 170 paragraph/ 70 item 210'],
  ['branch', '70 item 170 branch/ 80', '150 item/ 50 branch 90'],
  ['closing', '80 item 30 closing/ 190', '240 tied/ 10 closing 60'],
  ['begun', '70 begun/ 60 line 180', '90 begun 140 item/ 70'],
  ['lone', '180 lone/ 10 lone 30 comment 90 lone/ 200', '230 line/ 20 lone 200'],
  ['listed', '20 lone 210 listed/ 70', '160 listed 80 turn/ 250'],
  ['line', '140 line/ 120 comment 130', '230 lone/ 40 line 90'],
  ['sentence', '90 tied 170 sentence/ 90', '230 tied/ 50 sentence 80'],
  ['tied', '90 sentence 140 tied/ 120', '100 tied 140 sentence/ 90'],
  ['comment', '140 comment 100 comment/ 140 comment/ 230', '100 comment 70 comment 100 comment/ 170'],
  ['freed', '30 item 220 freed/ 50', '80 freed 40 lone/ 190'],
  ['inItem', '220 linked 20 inItem/ 150 inItem 50 inItem 60', '110 inItem 40 inItem 10 inItem/ 160'],
  ['quoted', '50 quoted 42 inItem 124 quoted/ 114 sentence 90', '230 quoted 10 linked/ 50'],
  ['linked', '120 linked/ 60 linked 110', '30 opening/ 180 linked 100'],
  ['titled', '100 titled/ 120 titled 100', '110 list 10 titled 60 titled/ 110'],
  ['outdent', '70 tied 80 outdent/ 150', '80 outdent 80 tied/ 160'],
  ['nested', '50 tied 190 nested/ 60', '90 tied/ 10 nested 200'],
  ['inNested', '40 leadIn 230 inNested/ 20', '70 leadIn/ 190 inNested 30'],
  ['opening', '110 opening 40 opening/ 10 opening 160', '100 opening 70 opening/ 100 opening 170'],
  ['source', '120 source 40 source/ 140', '180 source 100 line/ 90 comment/ 210'],
  ['answer', '180 answer/ 20 leadIn 90', '190 leadIn/ 90 answer 10'],
  ['posed', '70 label 170 posed/ 60', '10 quoted/ 170 posed 110'],
  ['leadIn', '110 label 80 leadIn/ 160', '90 leadIn 120 label/ 120'],
  ['label', '220 label/ 50 leadIn 30', '210 label 50 leadIn/ 220'],
  ['asked', '50 asked/ 160 list 90', '100 label/ 80 asked 170'],
  ['parted', '150 list 130 parted/ 70', '190 parted 30 leadIn/ 90 tied/ 260'],
  ['list', '240 quotation 20 list/ 120', '140 list 100 asked/ 70'],
  ['inList', '50 inList/ 110 inQuotation 150', '30 inList 40 list/ 240'],
  ['attribution', '110 quotation 120 attribution/ 80', '60 attribution 30 list/ 200'],
  ['quotation', '130 inQuotation 40 quotation/ 180', '40 quotation 60 attribution/ 210'],
  ['inQuotation', '130 inQuotation/ 80 clause 150', '90 inList/ 100 inQuotation 110'],
  ['turn', '254 turn/ 24 clause 130 clause/ 168 inQuotation/ 264', '190 inQuotation/ 20 turn 80'],
  ['main', '140 main/ 20 clause 140', '140 turn/ 20 main 140'],
  ['clause', '80 list 100 clause/ 110 list 90', '90 clause 170 inQuotation/ 40'],
  ['phrase', '160 phrase/ 170 word 40 phrase/ 110', '200 inQuotation/ 200 phrase 20 clause/ 170'],
  ['word', '20 word/ 110 kept 160', '194 word 18 phrase/ 124 kept/ 232 clause/ 226 word/ 272'],
  ['kept', '190 glued 80 kept/ 90', '70 kept 40 glued/ 230 quotation 20'],
  ['glued', '70 whole 30 glued/ 240', '30 glued 180 kept/ 80'],
  ['whole', '150 whole/ 110 bound 140', '180 whole 40 glued/ 150'],
  ['bound', '120 grapheme 150 bound/ 60', '180 bound 50 whole/ 220'],
  ['grapheme', '150 glued 80 grapheme/ 140 glued 130', '190 grapheme 50 bound/ 150'],
];

/** So many paragraphs longer than a post that those behind them count as text of long paragraphs. */
const AMONG_LONG = '270 sentence/ 270 forced/ '.repeat(60);

/** The same for each figure of what a post's look costs. */
const POSTS: readonly (readonly [
  name: keyof typeof POST_COSTS,
  figure: string,
  higher: string,
  lower: string,
])[] = [
  ['short', 'below', '230 sentence 30 sentence/ 200', '210 sentence/ 40 sentence 140'],
  ['short', 'slope', '60 item/ 190 line 90', '260 tied/ 120 item 60'],
  ['scrap', 'below', '120 source 140 item/ 40', '50 section 130 lone/ 240 inItem/ 130 inQuotation 110'],
  ['scrap', 'slope', '230 turn/ 130 lone/ 20', '60 lone 120 lone/ 140'],
  ['tail', 'apart', '260 tied/ 40 item 90', '220 label/ 190 paragraph/ 90'],
  ['head', 'apart', '60 paragraph 130 inList/ 230', '70 quotation/ 70 inList 150'],
  [
    'tailWithHead',
    'cost',
    `${AMONG_LONG}118 inItem/ 172 nested 40 sentence/ 54 source 218`,
    `${AMONG_LONG}246 sentence/ 52 paragraph/ 44 tied 192`,
  ],
  ['tailWithHead', 'apart', '170 tied/ 120 outdent 120 opening/ 210', '260 turn/ 50 outdent/ 80 tied/ 220'],
  ['loneItem', 'cost', '70 freed 70 item/ 160', '220 lone/ 30 item 180'],
  ['broken', 'cost', '20 lone 130 turn/ 170', '20 item/ 70 turn/ 230'],
  ['partTail', 'cost', '220 tied/ 80 section 30', '150 section/ 260 nested/ 110 section/ 20 section 130'],
  ['branchTail', 'cost', '260 freed/ 60 branch 80', '80 freed/ 210 branch/ 70'],
  ['partHead', 'cost', '20 section 210 lone/ 110', '70 section/ 210 inItem/ 210'],
  ['partRest', 'cost', '60 leadIn/ 240 section 40', '180 listed/ 180 section/ 80'],
  [
    'stray',
    'cost',
    '170 paragraph* 90 leadIn/ 260 leadIn/ 140',
    '130 paragraph* 20 paragraph/ 210 leadIn/ 120 paragraph 90',
  ],
  ['stray', 'apart', '260 section 2 leadIn/ 280', '64 section/ 20 leadIn*/ 268 paragraph/ 132'],
  ['stub', 'cost', '50 line/ 90 turn/ 250', '50 line 100 listed/ 180'],
  [
    'alone',
    'cost',
    '80 section/ 40 leadIn/ 260 section/ 50',
    '40 subsection 120 quoted/ 150 tied 60 leadIn/ 230',
  ],
  ['pictured', 'cost', '100p section 30', '140p section/ 120'],
  ['shown', 'cost', '240 leadIn/ 90 section 50p', '240 leadIn/ 60 section/ 80p'],
  ['card', 'bonus', '60 card 10 card/ 250 card/ 220 card/ 10', '80 card/ 40 card/ 260 card/ 50'],
  ['kept', 'bonus', '250 tied/ 50 lone* 40', '140 item 100 line*/ 60'],
];

/** Free, whatever they are multiplied by. */
const FREE: readonly BreakName[] = ['forced', 'section', 'subsection', 'sources', 'card', 'cardPart'];

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

it.each([
  ['a heading with a short line below it ends no post of another part', '90 section/ 60 titled 150 line/ 90'],
  ['a stub opens no thread before a list', '40 listed 210 listed/ 40'],
  ['nor does one before the last paragraph of a part', '40 closing 210 closing/ 40'],
  ['nor does one before a sentence', '40 sentence 210 sentence/ 40'],
  ['a stub that has a picture may stand alone', '80 sentence/ 250 sentence/ 50p paragraph/ 220p'],
  ['the end of a sentence is no stub where another comma is near', '150 clause/ 110 turn 50'],
  ['nor is its beginning', '50 turn 110 clause/ 160'],
  ['but a longer one is cut at its better comma', '130 clause 110 turn/ 70'],
  ['a whole part may share a post with the next and its picture', '60p section/ 30 section 60p'],
  ['the rest of an item shares no post with the next branch', '230 inItem/ 130 branch/ 140'],
  ['nor do items that are left below deeper ones', '230 outdent/ 130 branch/ 140'],
  ['an item in mid-list is not alone', '30 leadIn 100 lone/ 90 item 80 item/ 110 lone 140'],
  ['but rather that than one more post', '30 leadIn 230 lone/ 100 item/ 220 item/ 230'],
  ['and beside one that is longer than a post it may be', '90 item 160 item/ 110 item/ 180 sentence/ 150'],
  ['a long item may be alone', '100 lone/ 185 item/ 100 item 100 item 60'],
  ['and so may one with a picture', '90 item 130 item/ 100p item/ 150 item 70'],
  ['the end of a sentence stands above no other part', '250 clause/ 100 section/ 20 section/ 270'],
  ['the beginning of one stands below no other part', '270 section/ 20 section/ 60 clause/ 250'],
])('%s', (_, sketch) => expect(cutSketch(sketch)).toBe(sketch));
