import { describe, expect, it } from 'vitest';
import { GLUE_RULES, isAttached, isGlued } from '../../src/text/glue.ts';
import { guessLanguage } from '../../src/text/guess-language.ts';
import { sentenceTables } from '../../src/text/sentence-tables.ts';

/** The white spaces of a text that hold together what stands around them, written as `_`. */
function withGlue(text: string): string {
  const tables = sentenceTables(guessLanguage(text));
  return text.replace(/ /g, (_, at: number) => (isGlued(text, at, at + 1, tables) ? '_' : ' '));
}

/** The white spaces before which or after which a line should not be cut, written as `_`. */
const withAttachments = (text: string): string =>
  text.replace(/ /g, (_, at: number) => (isAttached(text, at, at + 1) ? '_' : ' '));

const TOGETHER = [
  'as they say_[^note] there',
  'as they say_[Holt] there',
  'It rained._[Feature #12] It was cold. [See below] So it goes.',
  '[1]',
  'over 1_000_000 boats',
  'an apple for $12_million',
  'a fence of 1,5_km, then a wall',
  'it took 12_min.',
  'on 28_February we went',
  'on 3_Jan we went',
  'the 12 boats of 12_months, and 12_hours',
  'am 3._Februar fiel Schnee',
  'by A._Keeper and B._Holt',
  'z._B. ein Boot',
  '12._The rope\n3._The knife',
  'b._The rope',
  'the rope, and (12)_the knife',
  '(2)_the knife',
  '“Fog is a wall.”_– Maren Fold',
  'from November_28_-_29 or so',
  'see №_12 and #_3',
  'see Figure_3, version_2 and v_9',
  'in July_9 boats came',
  '→_the rope\n  •_the knife\n>_the lamp\n-_the oar',
  'about 10_% of it',
  'at 20_km/h or so',
];

const APART = [
  ['a number and a word that is no unit', 'about 12 boats left'],
  ['four digits in a row', 'in 2024 10000 boats'],
  ['a year and a number of three digits', 'in 2024 100 boats'],
  ['a number of two digits after a number', 'in 12 10 boats'],
  ['a word that may be a month, in lower case', 'those 3 may come'],
  ['a dash behind a number', 'the lamp of hall 12 - it was old'],
  ['a dash behind a capital word and a number', 'the lamp of Hall 12 - it was old'],
  ['a dash behind a month and a year', 'in May_2016 - December was cold'],
  ['a year and a month', 'in 1984 May came'],
  ['a version and a unit', 'the file v1x2 km away'],
  ['a word with digits and a month', 'room a3 May be dry'],
  ['a bullet inside a line', 'the way → the rope'],
  ['an ordinal before a word that opens a sentence', 'Er kam am 3. Die anderen gingen.'],
  ['a long number before a noun', 'Es war 1984. Niemand war da.'],
  ['a year with a full stop before a month', 'Das war 1984. Februar war es nicht.'],
  ['an ordinal before a small letter', 'Er kam am 3. und blieb nicht, er war der Wirt.'],
  ['the pronoun I and a sentence', 'neither she nor I. Maren went'],
  ['an initial before a word that opens a sentence', 'in hall B. The rest is lost.'],
  ['two capitals and a name', 'we left LA. Maren stayed'],
  ['a number at the end of a sentence', 'we saw 3. Boats came'],
  ['a letter at the end of a line of words', 'take the b. Boats came'],
  ['a longer bracket', 'the rope (two) the knife'],
  ['a call of a function', 'it calls f(2) and ends'],
  ['a link’s words in brackets', 'as they say [more about it] there'],
  ['a quotation and a word', '“Fog is a wall.” Maren Fold said'],
  ['a word and a dash', 'fog — a wall'],
  ['a word that takes no number, and a number', 'see rope 3 of it'],
  ['a letter and a unit', 'take it in km only'],
  ['a sum', 'the 3 + 4 of it'],
  ['a closing bracket and a word', 'fog) is a wall'],
] as const;

describe('what belongs together, rule by rule', () => {
  it.each(GLUE_RULES)('$why', ({ example }) => {
    expect(example).toContain('_');
    expect(withGlue(example.replaceAll('_', ' '))).toBe(example);
  });

  it.each(TOGETHER)('%s', (text) => {
    expect(withGlue(text.replaceAll('_', ' '))).toBe(text);
  });

  it.each(APART)('leaves apart %s', (_, text) => {
    expect(withGlue(text)).toBe(text);
  });
});

describe('what should stay on a line', () => {
  it.each([
    'Quoi_! Et alors_? Oui_: voilà_; fini',
    'fog_...',
    'il dit_: «_fog_» ici',
    'in fog_%, wind ‰',
    'fog_» and “_wind_” here',
    '雾_。 风_、',
    'Paper:_https://example.org/a and more:_www.example.org',
    'Paper:_http://example.org/a, and Paper: a book',
    'the paper https://example.org/a',
    'see: the site at https://example.org/a',
    'fog of .5 km and_:) there',
    'One custom was old. ._._. The names',
    'fog (_wind_) here',
    'er sagte: „Nebel.“ Dann »Wind« und ‚Regen‘ auch',
    'he said “_fog” and (_“_wind_”_)',
    'a wine of 12_%ig, and !important',
  ])('%s', (text) => {
    expect(withAttachments(text.replaceAll('_', ' '))).toBe(text);
  });
});
