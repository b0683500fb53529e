import { describe, expect, it } from 'vitest';
import { closesAbove, isAssent, looksBack } from '../../src/threads/layout/looking-back.ts';
import { areVariants } from '../../src/threads/layout/variants.ts';

const wide = (length: number): string => 'a'.repeat(length);

describe('lines about what is above them', () => {
  it.each(['Makes sense?', 'Makes sense ?', '¿Tiene sentido?', 'Does that help?'])('ask: %s', (line) =>
    expect(looksBack(line)).toBe(true),
  );

  it.each(['Makes sense.', 'Who lit the lamp?', `Does that help ${wide(80)}?`])('do not ask: %s', (line) =>
    expect(looksBack(line)).toBe(false),
  );

  it('ask for assent only, or for an answer', () => {
    expect(isAssent('Makes sense?')).toBe(true);
    expect(isAssent('Why?')).toBe(false);
    expect(looksBack('Why?')).toBe(true);
  });

  it.each(['Thanks!', 'Thanks !', 'It works!'])('close it: %s', (line) =>
    expect(closesAbove(line)).toBe(true),
  );

  it.each(['The lamp burns.', `Thanks, ${wide(30)}!`])('do not close it: %s', (line) =>
    expect(closesAbove(line)).toBe(false),
  );
});

describe('lines that share nearly all their words', () => {
  it.each([
    ['but for the last', 'It costs you now £-19.', 'It costs you now £−19.'],
    ['but for the first', 'Old lamps burn all night.', 'New lamps burn all night.'],
    ['but for one in the middle', 'The old lamp burns all night.', 'The new lamp burns all night.'],
    ['but for one more', 'The lamp burns all night.', 'The lamp burns nearly all night.'],
    ['seven of ten of them', 'a b c d e f g h i j', 'a b c d e f g x y z'],
  ])('%s', (_, one, other) => {
    expect(areVariants(one, other)).toBe(true);
    expect(areVariants(other, one)).toBe(true);
  });

  it.each([
    ['the same line twice', 'The lamp burns all night.', 'The lamp burns all night.'],
    ['two words', 'It burns', 'It burns now'],
    ['two words in both', 'It burns red', 'It burns blue'],
    ['six words of ten', 'a b c d e f g h i j', 'a b c d e f w x y z'],
    ['many, but not most of the longer line', 'a b c d', 'a b c d e f g h'],
    ['a long line', `a b c d ${wide(100)}`, 'a b c d e'],
    ['a word that both begin and end with', 'a a a', 'a a'],
  ])('not: %s', (_, one, other) => {
    expect(areVariants(one, other)).toBe(false);
    expect(areVariants(other, one)).toBe(false);
  });
});
