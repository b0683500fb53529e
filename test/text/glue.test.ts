import { describe, expect, it } from 'vitest';
import { GLUE_RULES, isGlued } from '../../src/text/glue.ts';
import { guessLanguage } from '../../src/text/guess-language.ts';
import { sentenceTables } from '../../src/text/sentence-tables.ts';

/** The white spaces of a text that hold together what stands around them, written as `_`. */
function withGlue(text: string): string {
  const tables = sentenceTables(guessLanguage(text));
  return text.replace(/ /g, (_, at: number) => (isGlued(text, at, at + 1, tables) ? '_' : ' '));
}

describe('what belongs together, rule by rule', () => {
  it.each(GLUE_RULES)('$why', ({ example }) => {
    expect(withGlue(example.replace('_', ' '))).toBe(example);
  });

  it.each([
    ['a number and a word that is no unit', 'about 12 boats left'],
    ['four digits in a row', 'in 2024 10000 boats'],
    ['a word that may be a month, in lower case', 'those 3 may come'],
    ['a bullet inside a line', 'the way → the rope'],
    ['an ordinal before a word that opens a sentence', 'Er kam am 3. Die anderen gingen.'],
    ['a long number before a noun', 'Es war 1984. Niemand war da.'],
  ])('leaves apart %s', (_, text) => {
    expect(withGlue(text)).toBe(text);
  });
});
