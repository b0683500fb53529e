import { expect, it } from 'vitest';
import { isLeadingAbbreviation, isOpenAbbreviation, sentenceTables } from '../../src/text/sentence-tables.ts';

it('has the words of each language by what they may do', () => {
  const { abbreviations, ordinals, openers, leaning } = sentenceTables('de');
  expect(['z.b', 'fig', 'usw'].map((word) => abbreviations.never.has(word))).toEqual([true, false, false]);
  expect(['z.b', 'fig', 'usw'].map((word) => abbreviations.number.has(word))).toEqual([false, true, false]);
  expect(['z.b', 'usw', 'min'].map((word) => abbreviations.opener.has(word))).toEqual([false, false, true]);
  expect(['z.b', 'usw', 'min'].map((word) => abbreviations.capital.has(word))).toEqual([false, true, false]);
  expect(
    ordinals.map(({ number, after, before }) => [number, after?.has('im'), before?.has('stock')]),
  ).toEqual([
    ['digits', true, undefined],
    ['digits', undefined, true],
    ['roman', undefined, undefined],
  ]);
  expect([openers.has('heute'), openers.has('boot')]).toEqual([true, false]);
  expect([leaning.has('deshalb'), leaning.has('heute')]).toEqual([true, false]);
  expect(sentenceTables('de')).toBe(sentenceTables('de'));
  expect(sentenceTables('en').ordinals).toEqual([]);
});

it.each([
  ['Dr', 'H', true],
  ['dr', 'H', true],
  ['DR', 'H', false],
  ['Prof', 'H', true],
  ['Fig', '3', true],
  ['Fig', 'T', false],
  ['FIG', '3', true],
  ['boat', '3', false],
])('before a full stop, “%s” and “%s” belong together: %s', (word, next, together) => {
  expect(isLeadingAbbreviation(sentenceTables('en'), word, next)).toBe(together);
});

it.each([
  ['Inc', true],
  ['inc', true],
  ['INC', false],
  ['CA', false],
  ['a.m', true],
  ['U.S.A', true],
  ['xa.m', false],
  ['a.mx', false],
  ['boat', false],
  ['Co', true],
])('“%s” may end a sentence or stand inside one: %s', (word, open) => {
  expect(isOpenAbbreviation(sentenceTables('en'), word)).toBe(open);
});
